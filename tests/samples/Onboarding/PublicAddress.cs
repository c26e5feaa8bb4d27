using System.Net;
using Microsoft.AspNetCore.Hosting.Server;

namespace Onboarding;

/// <summary>
/// The address at which browsers reach the app: the configured one (behind a proxy), or else the one on which the server listens. It
/// is never taken from a request, because the sender chooses the Host header and the return URLs would contain it.
/// </summary>
internal sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    private const string SettingName = "PublicAddress";
    private const string Moved = "moved";

    private readonly Lazy<Uri> _value = new(() => Read(GetConfigured(configuration) ?? ServerAddresses.GetBound(server)[0]));

    public Uri Value => _value.Value;

    public bool IsConfigured => GetConfigured(configuration) is not null;

    public bool IsHttps => Value.Scheme == Uri.UriSchemeHttps;

    /// <summary>
    /// Returns the name of a cookie of the app. With https it has a prefix, for which browsers accept no cookie that another subdomain set
    /// or that was sent over http.
    /// </summary>
    public string GetCookieName(string name) => IsHttps ? $"__Host-marketplace-{name}" : $"marketplace-{name}";

    /// <summary>
    /// Returns the address to redirect a browser to if it used another host, such as localhost instead of 127.0.0.1, or null if it did
    /// not. Cookies belong to one host, and Stripe redirects every browser back to this one.
    /// </summary>
    /// <remarks>A browser is redirected only once, because a proxy that changes the Host header would cause an endless loop.</remarks>
    public Uri? GetRedirect(HttpRequest request) =>
        request.Host == HostString.FromUriComponent(Value.Authority) || request.Query.ContainsKey(Moved)
            ? null
            : new Uri(Value, $"/?{Moved}");

    private static string? GetConfigured(IConfiguration configuration) =>
        configuration[SettingName] is { Length: > 0 } address ? address : null;

    private static Uri Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            throw new ConfigurationException($"{SettingName} in the configuration must be a URL such as https://shop.example/.");
        }

        if (IPAddress.TryParse(address.DnsSafeHost, out IPAddress? host) && (host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any)))
        {
            throw new ConfigurationException(
                $"{text} means every address of this machine. Set the one that browsers use, as {SettingName} in the configuration.");
        }

        if (text.Contains("://unix:", StringComparison.Ordinal) || text.Contains("://pipe:", StringComparison.Ordinal))
        {
            throw new ConfigurationException(
                $"Browsers cannot open {text}. Set the address that they use, as {SettingName} in the configuration.");
        }

        return address;
    }
}
