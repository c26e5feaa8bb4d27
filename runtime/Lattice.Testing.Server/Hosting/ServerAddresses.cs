using System.Net;

namespace Lattice.Stripe.Testing.Hosting;

/// <summary>The URLs under which a server can be called that listens on an address.</summary>
internal static class ServerAddresses
{
    /// <summary>The base address of the API.</summary>
    public static Uri GetBase(IPAddress address, int port) => Create(
        address.Equals(IPAddress.Any) ? IPAddress.Loopback.ToString()
        : address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback.ToString()
        : address.ToString(),
        port);

    /// <summary>The base address of pages: another host than that of the API, where the server has two names.</summary>
    public static Uri GetPages(IPAddress address, int port)
    {
        IPAddress[] named = [IPAddress.Any, IPAddress.IPv6Any, IPAddress.Loopback, IPAddress.IPv6Loopback];
        return named.Contains(address) ? Create("localhost", port) : GetBase(address, port);
    }

    private static Uri Create(string host, int port) => new UriBuilder(Uri.UriSchemeHttp, host, port).Uri;
}
