namespace Lattice.Spec.Stripe;

/// <summary>Tells whether the API key can be sent to the address of a server.</summary>
internal static class ServerAddress
{
    /// <summary>What the address of a server has to be.</summary>
    public const string Requirement =
        "the address of a server has to be https on stripe.com or a host below it, with nothing behind the host, such as "
        + "https://files.stripe.com/";

    private const string Scheme = "https://";
    private const string DefaultPort = ":443";
    private const string Domain = "stripe.com";

    /// <summary>
    /// Whether the address is Stripe's, and a route can be put behind it. It is looked at as text, because what an address is
    /// parsed to differs between the versions of .NET.
    /// </summary>
    public static bool IsOfStripe(string url) =>
        url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && IsHostOfStripe(TrimEnd(TrimEnd(url.Substring(Scheme.Length), "/"), DefaultPort))
        && Uri.TryCreate(url, UriKind.Absolute, out _);

    private static bool IsHostOfStripe(string host)
    {
        string[] labels = host.Split('.');
        return ("." + host).EndsWith("." + Domain, StringComparison.OrdinalIgnoreCase) && Array.TrueForAll(labels, IsLabel);
    }

    private static bool IsLabel(string label) => label.Length > 0 && label.All(
        c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-');

    private static string TrimEnd(string text, string end) =>
        text.EndsWith(end, StringComparison.Ordinal) ? text.Substring(0, text.Length - end.Length) : text;
}
