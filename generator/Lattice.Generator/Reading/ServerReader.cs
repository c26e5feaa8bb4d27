using Lattice.Generator.Diagnostics;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Reads where an operation is sent that has a server of its own, as the upload of files has.</summary>
internal static class ServerReader
{
    /// <returns>
    /// The address of the operation's server, else of its path's; <see langword="null"/> if there is none, or one that no
    /// request can be sent to, which is reported.
    /// </returns>
    public static string? Read(OpenApiOperation operation, IOpenApiPathItem item, JsonPath place, ProblemLog problems) =>
        operation.Servers is { Count: > 0 } own ? Read(own[0], place, problems)
        : item.Servers is { Count: > 0 } shared ? Read(shared[0], place.Parent, problems)
        : null;

    private static string? Read(OpenApiServer? server, JsonPath owner, ProblemLog problems)
    {
        if (server?.Url is not { } url || IsAddress(url))
        {
            return server?.Url;
        }

        JsonPath path = owner / "servers" / "0" / "url";
        problems.Add(Descriptors.UnsupportedShape, path, path.ToDisplayString(),
            "the address of a server has http or https and a host, and nothing behind it, as https://files.stripe.com/ has");
        return null;
    }

    /// <summary>Whether a route can be put behind the address: one with a path or a query of its own would lose it.</summary>
    private static bool IsAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.AbsoluteUri == address.GetLeftPart(UriPartial.Authority) + "/"
        && address.UserInfo.Length == 0;
}
