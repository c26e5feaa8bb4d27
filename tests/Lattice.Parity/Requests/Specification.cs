using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lattice.Parity.Requests;

/// <summary>
/// A specification as plain JSON. It shares nothing with the stand-in's own reading of it: what both make of the document
/// is a part of what is compared.
/// </summary>
internal sealed class Specification
{
    private const string ComponentPrefix = "#/components/schemas/";

    private readonly JsonObject _root;

    private Specification(JsonObject root) => _root = root;

    /// <summary>The POSTs in ordinal order of their paths.</summary>
    public IEnumerable<ApiOperation> Operations
        => from path in (_root["paths"] as JsonObject ?? []).OrderBy(path => path.Key, StringComparer.Ordinal)
           where path.Value?["post"] is JsonObject
           select Read(path.Key, path.Value!["post"]!.AsObject());

    /// <exception cref="InvalidDataException">The text is no JSON object.</exception>
    public static Specification Parse(string json)
    {
        try
        {
            return new Specification(
                JsonNode.Parse(json) as JsonObject ?? throw new InvalidDataException("The specification is no JSON object."));
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"The specification is no JSON: {problem.Message}", problem);
        }
    }

    /// <summary>The schema, or what it refers to; an empty one if that is not in the file.</summary>
    public JsonObject Resolve(JsonNode? schema)
        => schema?["$ref"]?.GetValue<string>() is { } reference && reference.StartsWith(ComponentPrefix, StringComparison.Ordinal)
            ? Resolve(_root["components"]?["schemas"]?[reference[ComponentPrefix.Length..]])
            : schema as JsonObject ?? [];

    public bool HasMethod(string path, string method) => _root["paths"]?[path]?[method] is not null;

    private ApiOperation Read(string path, JsonObject operation)
    {
        KeyValuePair<string, JsonNode?> content = (operation["requestBody"]?["content"] as JsonObject ?? []).FirstOrDefault();
        return new ApiOperation(path, content.Key, content.Key is null ? null : WithoutExpand(Resolve(content.Value?["schema"])));
    }

    /// <summary>Its values name fields of the response; none that is made up does.</summary>
    private static JsonObject WithoutExpand(JsonObject schema)
    {
        (schema["properties"] as JsonObject)?.Remove("expand");
        return schema;
    }
}
