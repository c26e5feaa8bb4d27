namespace Lattice.Stripe.Http;

/// <summary>Decides which servers may receive a key.</summary>
internal static class StripeServer
{
    private const string Domain = "stripe.com";

    /// <summary>
    /// Whether the address is <c>https</c> on <c>stripe.com</c> or a host below it, without a path, a query or a user name.
    /// </summary>
    public static bool IsTrusted(Uri address) =>
        address.IsAbsoluteUri
        && address.Scheme == Uri.UriSchemeHttps
        && address is { IsDefaultPort: true, PathAndQuery: "/", Fragment: "", UserInfo: "" }
        && IsTrusted(address.IdnHost);

    private static bool IsTrusted(string host) =>
        host.Equals(Domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + Domain, StringComparison.OrdinalIgnoreCase);
}
