using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Reads the types and the <c>x-</c> members of OpenAPI elements.</summary>
internal static class OpenApiExtensions
{
    /// <summary>Whether the schema allows the type. One without a type says nothing, so it does not.</summary>
    public static bool Has(this IOpenApiSchema schema, JsonSchemaType type) => schema.Type is { } types && (types & type) != 0;

    public static string? GetString(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        GetNode(extensions, name) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool GetFlag(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        GetNode(extensions, name) is JsonValue value && value.TryGetValue(out bool flag) && flag;

    /// <summary>A map of texts; empty if there is none of that name.</summary>
    public static IReadOnlyDictionary<string, string> GetTexts(this IDictionary<string, IOpenApiExtension>? extensions, string name)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, JsonNode?> entry in GetNode(extensions, name) as JsonObject ?? [])
        {
            if (entry.Value is JsonValue value && value.TryGetValue(out string? text))
            {
                texts[entry.Key] = text;
            }
        }

        return texts;
    }

    private static JsonNode? GetNode(IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions is not null && extensions.TryGetValue(name, out IOpenApiExtension? extension)
            && extension is JsonNodeExtension json
            ? json.Node
            : null;
}
