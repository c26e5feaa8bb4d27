using System.Text.Json;

namespace Lattice.Fuzz.Requests;

/// <summary>A response of the stand-in.</summary>
internal sealed record ReceivedResponse(
    int Status, string? MediaType, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public bool IsSuccess => Status is >= 200 and <= 299;

    public static async Task<ReceivedResponse> ReadAsync(HttpResponseMessage message) => new(
        (int)message.StatusCode,
        message.Content.Headers.ContentType?.MediaType,
        message.Headers.NonValidated.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        await message.Content.ReadAsByteArrayAsync());

    /// <summary>The body as JSON; null if it is not JSON.</summary>
    public JsonElement? Parse()
    {
        try
        {
            return JsonElement.Parse(Body, new JsonDocumentOptions { MaxDepth = 10_000 });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() =>
        $"{Status} {MediaType} {string.Join("; ", Headers.Select(header => $"{header.Key}: {header.Value}"))}\n{System.Text.Encoding.UTF8.GetString(Body)}";
}
