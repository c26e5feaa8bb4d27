using System.Net;
using System.Text.Json;

namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>A response that has been read.</summary>
internal sealed class Reply(HttpStatusCode status, string body, IReadOnlyDictionary<string, string> headers)
{
    public int StatusCode { get; } = (int)status;

    public string Body { get; } = body;

    public JsonElement Json { get; } = JsonDocument.Parse(body).RootElement;

    public string? Header(string name) => headers.GetValueOrDefault(name);

    public string? Text(string name) => Json.GetProperty(name).GetString();

    /// <summary>A member of the error object; null if it is absent.</summary>
    public string? Error(string name)
        => Json.GetProperty("error").TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    public static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
    }
}
