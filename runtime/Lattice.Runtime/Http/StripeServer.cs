namespace Lattice.Stripe.Http;

/// <summary>Which servers of operations a key may be sent to.</summary>
internal static class StripeServer
{
    private const string Domain = "stripe.com";

    /// <summary>Whether the address is <c>https</c> on <c>stripe.com</c> or a host below it, without path, query and user.</summary>
    public static bool IsTrusted(Uri address) =>
        address.IsAbsoluteUri
        && address.Scheme == Uri.UriSchemeHttps
        && address is { IsDefaultPort: true, PathAndQuery: "/", Fragment: "", UserInfo: "" }
        && IsTrusted(address.IdnHost);

    private static bool IsTrusted(string host) =>
        host.Equals(Domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + Domain, StringComparison.OrdinalIgnoreCase);
}
