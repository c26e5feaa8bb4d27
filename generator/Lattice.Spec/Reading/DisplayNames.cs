using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>Short names for the elements of a document in messages.</summary>
internal static class DisplayNames
{
    private static readonly HashSet<string> s_structure =
        ["paths", "components", "schemas", "post", "requestBody", "content", "schema", "properties", "responses"];

    /// <summary>The name of an operation: <c>POST /v1/account_links</c>.</summary>
    public static string Get(SpecOperation operation) => $"{operation.Method.ToUpperInvariant()} {operation.Path.Text}";

    /// <summary>The name of a location, without the structure of OpenAPI: <c>account_link.url</c>.</summary>
    public static string Get(JsonValue location) => string.Join(".", location.Pointer.Segments.Where(
        segment => !s_structure.Contains(segment) && !segment.Contains("/json") && !segment.Contains("-urlencoded")));
}
