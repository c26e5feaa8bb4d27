namespace Onboarding.Tests.Support;

/// <summary>Visits the app without a browser: keeps cookies, posts the forms of pages, and does not follow redirects.</summary>
internal sealed class Visitor(HttpMessageHandler handler, Uri address) : IDisposable
{
    private readonly HttpClient _http = new(handler) { BaseAddress = address };

    public async Task<Response> GetAsync(string path = "/") => await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Opens a page with another Host header.</summary>
    public async Task<Response> GetAsync(string path, string host) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } });

    /// <summary>Posts the form of a button.</summary>
    public Task<Response> PressAsync(IReadOnlyDictionary<string, string> form) => PostAsync(new FormUrlEncodedContent(form));

    /// <summary>Opens the list of sellers and presses a button.</summary>
    public async Task<Response> PressAsync(string button) => await PressAsync((await GetAsync()).GetForm(button));

    /// <summary>Opens the page for the sign-in and enters a password.</summary>
    public async Task<Response> SignInAsync(string password)
    {
        Dictionary<string, string> form = (await GetAsync("/sign-in")).GetForm("Sign in");
        form["password"] = password;
        return await PostAsync("/sign-in", form);
    }

    public Task<Response> PostAsync(string path, IReadOnlyDictionary<string, string> form) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) });

    public async Task<Response> PostAsync(HttpContent content, Action<HttpRequestMessage>? configure = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/onboarding/start") { Content = content };
        configure?.Invoke(request);
        return await SendAsync(request);
    }

    public void Dispose() => _http.Dispose();

    public async Task<Response> SendAsync(HttpRequestMessage request)
    {
        using HttpRequestMessage sent = request;
        using HttpResponseMessage response = await _http.SendAsync(sent);
        return new Response(
            (int)response.StatusCode,
            response.Headers.ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsStringAsync());
    }
}
