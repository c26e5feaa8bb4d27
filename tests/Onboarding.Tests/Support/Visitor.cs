namespace Onboarding.Tests.Support;

/// <summary>Visits the app without a browser: keeps cookies, posts forms as they stand in pages, and follows no redirects.</summary>
internal sealed class Visitor(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        BaseAddress = address,
    };

    public async Task<Response> GetAsync(string path = "/") => await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Opens a page by another name of the host.</summary>
    public async Task<Response> GetAsync(string path, string host)
        => await SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } });

    /// <summary>Posts what the form of a button holds.</summary>
    public Task<Response> PressAsync(IReadOnlyDictionary<string, string> form) => PostAsync(new FormUrlEncodedContent(form));

    /// <summary>Opens the list of sellers and presses a button there.</summary>
    public async Task<Response> PressAsync(string button) => await PressAsync((await GetAsync()).FormOf(button));

    public async Task<Response> PostAsync(HttpContent content)
        => await SendAsync(new HttpRequestMessage(HttpMethod.Post, "/onboarding/start") { Content = content });

    public void Dispose() => _http.Dispose();

    private async Task<Response> SendAsync(HttpRequestMessage request)
    {
        using HttpRequestMessage sent = request;
        using HttpResponseMessage response = await _http.SendAsync(sent);
        return new Response(
            (int)response.StatusCode,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsStringAsync());
    }
}
