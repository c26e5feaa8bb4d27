using System.Net;

namespace Onboarding.Tests.Support;

/// <summary>
/// A browser that uses https, and the proxy that decrypts its requests: the app gets them over http, with the browser's Host header.
/// </summary>
internal sealed class DecryptingProxy(Uri app) : DelegatingHandler(
    new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
{
    private readonly CookieContainer _cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri address = request.RequestUri!;
        request.Headers.Host = address.Authority;
        if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        request.RequestUri = new Uri(app, address.PathAndQuery);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        foreach (string cookie in response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set) ? set : [])
        {
            _cookies.SetCookies(address, cookie);
        }

        return response;
    }
}
