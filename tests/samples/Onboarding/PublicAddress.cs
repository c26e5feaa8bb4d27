using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Onboarding;

/// <summary>
/// Where browsers find the app: what the configuration says (behind a proxy), else where the server listens. Never what a
/// request says: its Host header is the sender's choice, and the return URLs would follow it.
/// </summary>
internal sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    private const string Key = "PublicAddress";
    private const string Moved = "moved";

    private readonly Lazy<Uri> _value = new(() => Read(configuration[Key] is { Length: > 0 } configured
        ? configured
        : server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()));

    public Uri Value => _value.Value;

    /// <summary>
    /// Where a browser has to go that came by another address, by localhost for 127.0.0.1 say; null if it need not. Cookies are
    /// of one host, and Stripe sends every browser back to this one.
    /// </summary>
    /// <remarks>It is sent there once: behind a proxy that hands on another host than the browser's it would go around for ever.</remarks>
    public Uri? Correct(HttpRequest request)
        => request.Host == HostString.FromUriComponent(Value.Authority) || request.Query.ContainsKey(Moved)
            ? null
            : new Uri(Value, $"/?{Moved}");

    private static Uri Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"{Key} in the configuration has to be an address such as https://shop.example/.");
        }

        if (IPAddress.TryParse(address.DnsSafeHost, out IPAddress? host) && (host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any)))
        {
            throw new InvalidOperationException(
                $"{text} stands for every address of this machine. Say which one browsers use, as {Key} in the configuration.");
        }

        return address;
    }
}
