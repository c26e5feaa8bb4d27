using System.Text.Json.Nodes;
using Lattice.Generator.Model;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Reads the types and the <c>x-</c> members of OpenAPI elements.</summary>
internal static class OpenApiExtensions
{
    /// <summary>Marks a string that nobody is to see by accident.</summary>
    public const string SensitiveExtension = "x-lattice-sensitive";

    /// <summary>Whether the schema allows the type. One without a type says nothing, so it does not.</summary>
    public static bool Has(this IOpenApiSchema schema, JsonSchemaType type) => schema.Type is { } types && (types & type) != 0;

    /// <summary>The extensions that stand beside the schema itself; a reference gives those of its target otherwise.</summary>
    public static IDictionary<string, IOpenApiExtension>? GetOwnExtensions(this IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference ? null : schema.Extensions;

    /// <summary>Whether the schema is one of several (<c>anyOf</c>, <c>oneOf</c>) or made of several (<c>allOf</c>).</summary>
    public static bool IsCombined(this IOpenApiSchema schema) =>
        schema.AnyOf is { Count: > 0 } || schema.OneOf is { Count: > 0 } || schema.AllOf is { Count: > 0 };

    public static bool IsNullable(this IOpenApiSchema schema) =>
        schema.Has(JsonSchemaType.Null) || schema.Extensions.GetFlag(SpecPreparation.NullableExtension);

    /// <summary>Whether a request can have the object come where its id is (<c>x-expansionResources</c>).</summary>
    public static bool IsExpandable(this IOpenApiSchema schema) =>
        schema.GetOwnExtensions()?.ContainsKey("x-expansionResources") == true;

    /// <summary>Whether the schema is an object that takes anything.</summary>
    public static bool IsFreeForm(this IOpenApiSchema schema) => schema.Extensions.GetFlag(SpecPreparation.FreeFormExtension);

    public static bool IsSensitive(this IOpenApiSchema schema) => schema.Extensions.GetFlag(SensitiveExtension);

    /// <summary>The kind of the values of a schema with one type; <see langword="null"/> for lists, objects and anything else.</summary>
    public static ValueKind? GetScalarKind(this IOpenApiSchema schema) => (schema.Type & ~JsonSchemaType.Null, schema.Format) switch
    {
        (JsonSchemaType.String, "decimal") => ValueKind.NumberText,
        (JsonSchemaType.String, "int64") => ValueKind.IntegerText,
        (JsonSchemaType.String, "date-time") => ValueKind.DateTime,
        (JsonSchemaType.String, "binary") => ValueKind.File,
        (JsonSchemaType.String, _) => ValueKind.String,
        (JsonSchemaType.Integer, "unix-time") => ValueKind.UnixTime,
        (JsonSchemaType.Integer, _) => ValueKind.Integer,
        (JsonSchemaType.Number, _) => ValueKind.Number,
        (JsonSchemaType.Boolean, _) => ValueKind.Boolean,
        _ => null,
    };

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
