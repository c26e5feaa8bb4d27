namespace Lattice.Stripe.Http;

/// <summary>
/// How a client names itself to Stripe: the library's and the runtime's version and the program that the options name;
/// nothing of the machine or its user.
/// </summary>
/// <param name="product">What stands behind the library's own name in the <c>User-Agent</c>.</param>
/// <param name="member">What stands behind the library's own members in the JSON object.</param>
internal sealed class UserAgent(string product, string member)
{
    private static readonly string s_runtime = Environment.Version.ToString();

    // What all clients have in common is put together once.
    private static readonly string s_agent = $"Lattice.Generated/{PackageVersion.Value} (.NET {s_runtime})";
    private static readonly string s_members =
        "{\"bindings_version\":\"" + PackageVersion.Value + "\",\"lang\":\"dotnet\",\"lang_version\":\"" + s_runtime + "\",\"publisher\":\"lattice\"";

    /// <summary>The library's version.</summary>
    public static string Version => PackageVersion.Value;

    /// <summary>The <c>User-Agent</c> header (RFC 9110, section 10.1.5).</summary>
    public readonly string Header = s_agent + product;

    /// <summary>The <c>X-Stripe-Client-User-Agent</c> header, a JSON object.</summary>
    public readonly string StripeHeader = s_members + member + "}";
}
