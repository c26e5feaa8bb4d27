using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <summary>Reads where an operation is sent that has a server of its own, as the upload of files has.</summary>
internal static class ServerReader
{
    /// <returns>
    /// The address of the operation's server, else of its path's; <see langword="null"/> if there is none, or one that is not
    /// Stripe's, which is reported.
    /// </returns>
    public static string? Read(SpecOperation operation, DiagnosticBag diagnostics)
    {
        JsonValue? url = operation.ServerUrl ?? operation.Path.ServerUrl;
        if (url is null || ServerAddress.IsOfStripe(url.String!))
        {
            return url?.String;
        }

        diagnostics.Add(DiagnosticRules.Unsupported, url, DisplayNames.Get(url), ServerAddress.Requirement);
        return null;
    }
}
