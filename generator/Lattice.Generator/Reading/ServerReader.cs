using Lattice.Generator.Diagnostics;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Reads where an operation is sent that has a server of its own, as the upload of files has.</summary>
internal static class ServerReader
{
    private const string Scheme = "https://";
    private const string DefaultPort = ":443";
    private const string Domain = "stripe.com";
    private const string Requirement =
        "the address of a server has to be https on stripe.com or a host below it, with nothing behind the host, such as "
        + "https://files.stripe.com/";

    /// <returns>
    /// The address of the operation's server, else of its path's; <see langword="null"/> if there is none, or one that is not
    /// Stripe's, which is reported.
    /// </returns>
    public static string? Read(OpenApiOperation operation, IOpenApiPathItem item, JsonPath place, ProblemLog problems) =>
        operation.Servers is { Count: > 0 } own ? Read(own[0], place, problems)
        : item.Servers is { Count: > 0 } shared ? Read(shared[0], place.Parent, problems)
        : null;

    private static string? Read(OpenApiServer? server, JsonPath owner, ProblemLog problems)
    {
        if (server?.Url is not { } url || IsStripes(url))
        {
            return server?.Url;
        }

        JsonPath path = owner / "servers" / "0" / "url";
        problems.Add(Descriptors.UnsupportedShape, path, path.ToDisplayString(), Requirement);
        return null;
    }

    /// <summary>
    /// Whether the API key can be sent there: the address is Stripe's, and a route can be put behind it. It is looked at as
    /// text, because what an address is parsed to differs between the versions of .NET.
    /// </summary>
    private static bool IsStripes(string url) =>
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
