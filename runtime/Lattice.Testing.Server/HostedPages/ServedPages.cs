using System.Net;
using Lattice.Stripe.Testing.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lattice.Stripe.Testing.HostedPages;

/// <summary>The addresses of the hosted pages.</summary>
internal static class ServedPages
{
    public const string Path = "/pages/";

    /// <summary>Whether a request is for a hosted page.</summary>
    public static bool Has(HttpContext context)
        => context.Request.Path.StartsWithSegments(Path.TrimEnd('/'), StringComparison.Ordinal);

    /// <summary>
    /// The address of the pages. On this machine, to a browser, its host differs from that of apps on 127.0.0.1.
    /// </summary>
    public static Uri GetAddress(IPAddress address, int port) => new(ServerAddresses.GetPages(address, port), Path);

    /// <summary>The link that a browser followed, as the stand-in returned it: the host may be another name of this machine.</summary>
    public static string GetLink(HttpContext context, IPAddress address)
    {
        string target = StandInEndpoint.TargetOf(context);
        int query = target.IndexOf('?', StringComparison.Ordinal);
        return GetAddress(address, context.Connection.LocalPort).GetLeftPart(UriPartial.Authority) + (query < 0 ? target : target[..query]);
    }
}
