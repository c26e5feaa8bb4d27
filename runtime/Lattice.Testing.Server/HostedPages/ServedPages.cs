using Lattice.Stripe.Testing.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lattice.Stripe.Testing.HostedPages;

/// <summary>Where a server has the pages that links lead to.</summary>
internal static class ServedPages
{
    public const string Path = "/pages/";

    /// <summary>Whether a request is one for a page.</summary>
    public static bool Has(HttpContext context) => context.Request.Path.StartsWithSegments(Path.TrimEnd('/'), StringComparison.Ordinal);

    /// <summary>The address on this machine. Its host is another one to browsers than that of apps on 127.0.0.1.</summary>
    public static Uri On(int port) => new UriBuilder(Uri.UriSchemeHttp, "localhost", port, Path).Uri;

    /// <summary>The link that a browser has followed: what was made, whichever of the machine's names it was followed by.</summary>
    public static string LinkOf(HttpContext context)
    {
        string target = StandInEndpoint.TargetOf(context);
        int query = target.IndexOf('?', StringComparison.Ordinal);
        return On(context.Connection.LocalPort).GetLeftPart(UriPartial.Authority) + (query < 0 ? target : target[..query]);
    }
}
