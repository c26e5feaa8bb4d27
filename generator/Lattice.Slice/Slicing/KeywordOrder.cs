using System.Text.Json.Nodes;

namespace Lattice.Slice.Slicing;

/// <summary>
/// The order in which the members of an OpenAPI element are written, whatever their order in the document, so that a diff of two slices
/// shows only real differences.
/// </summary>
internal static class KeywordOrder
{
    private static readonly string[] s_order =
    [
        "openapi", "info", "$ref", "operationId", "name", "in", "title", "summary", "url",
        "type", "scheme", "bearerFormat", "format", "style", "explode", "maxLength", "minLength", "pattern", "nullable", "enum",
        "deprecated", "x-lattice-operation", "x-lattice-name", "x-lattice-replaced-by", "x-lattice-deprecated-values",
        "x-lattice-exclusive", "x-lattice-sensitive",
        "x-stripeBypassValidation", "x-resourceId", "description", "x-enumDescriptions", "version", "servers", "security",
        "paths", "components",
        "required", "parameters", "requestBody", "properties", "additionalProperties", "items", "anyOf", "oneOf", "allOf",
        "x-expansionResources", "content", "schema", "responses", "schemas", "securitySchemes",
    ];

    private static readonly Dictionary<string, int> s_ranks =
        s_order.Select((keyword, rank) => KeyValuePair.Create(keyword, rank)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Creates an element with its members in order.</summary>
    public static JsonObject Create(IEnumerable<KeyValuePair<string, JsonNode?>> members) =>
        new(members.OrderBy(member => member.Key, Comparer<string>.Create(Compare)));

    /// <summary>Sets a member, in order.</summary>
    public static void Set(JsonObject element, string keyword, JsonNode? value)
    {
        element.Remove(keyword);
        List<KeyValuePair<string, JsonNode?>> later = [.. element.SkipWhile(member => Compare(member.Key, keyword) < 0)];
        later.ForEach(member => element.Remove(member.Key));
        element.Add(keyword, value);
        later.ForEach(element.Add);
    }

    /// <summary>Known keywords come first, in their order; others follow by name.</summary>
    private static int Compare(string a, string b)
    {
        int byRank = GetRank(a).CompareTo(GetRank(b));
        return byRank != 0 ? byRank : string.CompareOrdinal(a, b);
    }

    private static int GetRank(string keyword) => s_ranks.GetValueOrDefault(keyword, s_order.Length);
}
