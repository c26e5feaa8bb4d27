namespace Lattice.Stripe.Http;

/// <summary>
/// Identifies a client to Stripe: the versions of the library and of .NET, and the program in the options. It contains nothing about the
/// machine or its user.
/// </summary>
/// <param name="product">The text after the library's name in the <c>User-Agent</c>.</param>
/// <param name="member">The text after the library's members in the JSON object.</param>
internal sealed class UserAgent(string product, string member)
{
    private static readonly string s_runtime = Environment.Version.ToString();

    // The common part of all clients is created once.
    private static readonly string s_agent = $"Lattice.Generated/{PackageVersion.Value} (.NET {s_runtime})";
    private static readonly string s_members =
        "{\"bindings_version\":\"" + PackageVersion.Value + "\",\"lang\":\"dotnet\",\"lang_version\":\"" + s_runtime
        + "\",\"publisher\":\"lattice\"";

    /// <summary>The library's version.</summary>
    public static string Version => PackageVersion.Value;

    /// <summary>The <c>User-Agent</c> header (RFC 9110, section 10.1.5).</summary>
    public readonly string Header = s_agent + product;

    /// <summary>The <c>X-Stripe-Client-User-Agent</c> header, a JSON object.</summary>
    public readonly string StripeHeader = s_members + member + "}";
}
