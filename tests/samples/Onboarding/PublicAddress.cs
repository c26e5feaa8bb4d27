using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Onboarding;

/// <summary>
/// The address at which browsers reach the app: the configured one (behind a proxy), or else the one on which the server listens. It
/// is never taken from a request, because the sender chooses the Host header and the return URLs would contain it.
/// </summary>
internal sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    private const string SettingName = "PublicAddress";
    private const string Moved = "moved";

    private readonly Lazy<Uri> _value = new(() => Read(configuration[SettingName] is { Length: > 0 } configured
        ? configured
        : server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()));

    public Uri Value => _value.Value;

    /// <summary>
    /// Returns the address to redirect a browser to if it used another host, such as localhost instead of 127.0.0.1, or null if it did
    /// not. Cookies belong to one host, and Stripe redirects every browser back to this one.
    /// </summary>
    /// <remarks>A browser is redirected only once, because a proxy that changes the Host header would cause an endless loop.</remarks>
    public Uri? GetRedirect(HttpRequest request) =>
        request.Host == HostString.FromUriComponent(Value.Authority) || request.Query.ContainsKey(Moved)
            ? null
            : new Uri(Value, $"/?{Moved}");

    private static Uri Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"{SettingName} in the configuration must be a URL such as https://shop.example/.");
        }

        if (IPAddress.TryParse(address.DnsSafeHost, out IPAddress? host) && (host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any)))
        {
            throw new InvalidOperationException(
                $"{text} means every address of this machine. Set the one that browsers use, as {SettingName} in the configuration.");
        }

        return address;
    }
}
