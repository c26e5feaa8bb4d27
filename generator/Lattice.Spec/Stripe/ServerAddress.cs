namespace Lattice.Spec.Stripe;

/// <summary>Determines whether the API key can be sent to a server.</summary>
internal static class ServerAddress
{
    /// <summary>The requirement for the URL of a server.</summary>
    public const string Requirement =
        "the URL of a server must be https on stripe.com or one of its subdomains, with nothing after the host, such as "
        + "https://files.stripe.com/";

    private const string Scheme = "https://";
    private const string DefaultPort = ":443";
    private const string Domain = "stripe.com";

    /// <summary>
    /// Whether the URL is Stripe's, and a path can be appended to it. The check is on the text, because the versions of .NET parse URLs
    /// differently.
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
