using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Benchmarks.Calls;

internal sealed record CarefulLink(
    [property: JsonPropertyName("object")] string Object,
    [property: JsonPropertyName("created")] long Created,
    [property: JsonPropertyName("expires_at")] long ExpiresAt,
    [property: JsonPropertyName("url")] string Url);

[JsonSerializable(typeof(CarefulLink))]
internal sealed partial class CarefulContext : JsonSerializerContext;

/// <summary>The code of a careful user: <see cref="FormUrlEncodedContent"/> and System.Text.Json with source generation.</summary>
internal sealed class CarefulClient(HttpClient http)
{
    private static readonly Uri s_address = new("https://api.stripe.com/v1/account_links");

    public static HttpClient CreateHttpClient(HttpMessageHandler handler) => new(handler)
    {
        Timeout = TimeSpan.FromSeconds(80),
        DefaultRequestHeaders =
        {
            Authorization = new AuthenticationHeaderValue("Bearer", Example.ApiKey),
            Accept = { new MediaTypeWithQualityHeaderValue("application/json") },
        },
    };

    public static KeyValuePair<string, string>[] GetFields(
        string account, string type, string refreshUrl, string returnUrl, string fields) =>
    [
        new("account", account),
        new("collection_options[fields]", fields),
        new("refresh_url", refreshUrl),
        new("return_url", returnUrl),
        new("type", type),
    ];

    public async Task<CarefulLink> CreateAsync(
        string account, string type, string refreshUrl, string returnUrl, string fields, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, s_address)
        {
            Content = new FormUrlEncodedContent(GetFields(account, type, refreshUrl, returnUrl, fields)),
        };
        request.Headers.Add("Stripe-Version", "2026-09-30.endive");
        request.Headers.Add("User-Agent", Example.UserAgent);
        request.Headers.Add("X-Stripe-Client-User-Agent", Example.ClientUserAgent);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return (await JsonSerializer.DeserializeAsync(stream, CarefulContext.Default.CarefulLink, cancellationToken)
            .ConfigureAwait(false))!;
    }
}
