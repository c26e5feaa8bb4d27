using Lattice.Spec.Json;

namespace Lattice.Spec.Reading;

/// <summary>Names locations as a person would: <c>account_link.url</c>.</summary>
internal static class DisplayNames
{
    private static readonly HashSet<string> s_structure =
        ["paths", "components", "schemas", "post", "requestBody", "content", "schema", "properties", "responses"];

    /// <summary>The names from the operation or the component on, without the keywords of OpenAPI around them.</summary>
    public static string Get(JsonValue location) => string.Join(".", location.Pointer.Segments.Where(
        segment => !s_structure.Contains(segment) && !segment.Contains("/json") && !segment.Contains("-urlencoded")));
}
