using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <summary>Reads the server of an operation that has its own, such as the upload of files.</summary>
internal static class ServerReader
{
    /// <returns>
    /// The URL of the operation's server, or of its path's; <see langword="null"/> if absent, or if it is not Stripe's, which has
    /// been reported.
    /// </returns>
    public static string? Read(SpecOperation operation, DiagnosticBag diagnostics)
    {
        JsonValue? url = operation.ServerUrl ?? operation.Path.ServerUrl;
        if (url is null || ServerAddress.IsOfStripe(url.String!))
        {
            return url?.String;
        }

        diagnostics.AddUnsupported(url, ServerAddress.Requirement);
        return null;
    }
}
