using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lattice.Parity.Requests;

/// <summary>
/// A specification as plain JSON. It shares no code with the stand-in, so that errors in the stand-in's reader are found as well.
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

    /// <exception cref="InvalidDataException">The text is not a JSON object.</exception>
    public static Specification Parse(string json)
    {
        try
        {
            return new Specification(
                JsonNode.Parse(json) as JsonObject ?? throw new InvalidDataException("The specification is not a JSON object."));
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The specification is not valid JSON: {exception.Message}", exception);
        }
    }

    /// <summary>The schema, with its reference resolved; an empty schema if the reference cannot be resolved.</summary>
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

    /// <summary>Removes <c>expand</c>, whose values must be fields of the response, which a sample value is not.</summary>
    private static JsonObject WithoutExpand(JsonObject schema)
    {
        (schema["properties"] as JsonObject)?.Remove("expand");
        return schema;
    }
}
