using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Lattice.Stripe.Testing.Slices;

/// <summary>Turns the OpenAPI library's schemas into ours, each component once.</summary>
internal sealed class SchemaReader
{
    private readonly Dictionary<string, Schema> _components = new(StringComparer.Ordinal);

    public Schema Read(IOpenApiSchema? source) => source switch
    {
        null => new Schema(),
        OpenApiSchemaReference reference => ReadComponent(reference),
        _ => Fill(new Schema(), source),
    };

    private Schema ReadComponent(OpenApiSchemaReference reference)
    {
        string name = reference.Reference.Id ?? "";
        if (_components.TryGetValue(name, out Schema? known)) return known;

        IOpenApiSchema target = reference.RecursiveTarget
            ?? throw new InvalidDataException($"The reference '{reference.Reference.ReferenceV3}' leads nowhere.");
        var schema = new Schema { Component = name };

        // Registered before it is filled: a resource may contain itself.
        _components.Add(name, schema);
        return Fill(schema, target);
    }

    private Schema Fill(Schema schema, IOpenApiSchema source)
    {
        IList<IOpenApiSchema> arms = source.AnyOf is { Count: > 0 } any ? any : source.OneOf ?? [];
        schema.Kind = arms.Count > 0 ? SchemaKind.Union : KindOf(source);
        schema.Resource = TextOf(source, "x-resourceId") ?? schema.Component;
        schema.Expansions = [.. ReadExpansions(source)];
        schema.Format = source.Format;
        schema.ClrName = TextOf(source, "x-lattice-name");
        schema.Nullable = source.Type?.HasFlag(JsonSchemaType.Null) == true || IsTrue(source, NullableMarker.Extension);
        schema.MaxLength = source.MaxLength;
        schema.Values = [.. (source.Enum ?? []).OfType<JsonNode>().Select(value => value.ToString())];
        schema.TakesUnknownValues = IsTrue(source, "x-stripeBypassValidation");
        schema.Arms = [.. arms.Select(Read)];
        schema.Items = source.Items is null ? null : Read(source.Items);
        schema.MapValues = ReadMapValues(source);
        schema.SetProperties([.. ReadProperties(source)]);
        return schema;
    }

    /// <summary>An object that names no properties is open, one that names some is not: so Stripe means it.</summary>
    private Schema? ReadMapValues(IOpenApiSchema source)
    {
        if (source.AdditionalProperties is { } values) return Read(values);
        return source.Properties is null && source.AdditionalPropertiesAllowed ? new Schema() : null;
    }

    private IEnumerable<Property> ReadProperties(IOpenApiSchema source)
        => (source.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(property => new Property(
            property.Key, Read(property.Value), source.Required?.Contains(property.Key) ?? false));

    private static IEnumerable<string> ReadExpansions(IOpenApiSchema source)
        => from resource in (ExtensionOf(source, "x-expansionResources") as JsonObject)?["oneOf"] as JsonArray ?? []
           let reference = (resource as JsonObject)?["$ref"]?.ToString()
           where reference is not null
           select reference[(reference.LastIndexOf('/') + 1)..];

    private static SchemaKind KindOf(IOpenApiSchema source) => (source.Type & ~JsonSchemaType.Null) switch
    {
        JsonSchemaType.String => SchemaKind.String,
        JsonSchemaType.Integer => SchemaKind.Integer,
        JsonSchemaType.Number => SchemaKind.Number,
        JsonSchemaType.Boolean => SchemaKind.Boolean,
        JsonSchemaType.Array => SchemaKind.Array,
        JsonSchemaType.Object => SchemaKind.Object,
        _ when source.Properties is not null || source.AdditionalProperties is not null => SchemaKind.Object,
        _ => SchemaKind.Any,
    };

    private static string? TextOf(IOpenApiSchema source, string extension)
        => ExtensionOf(source, extension) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static bool IsTrue(IOpenApiSchema source, string extension)
        => ExtensionOf(source, extension) is JsonValue value && value.TryGetValue(out bool flag) && flag;

    private static JsonNode? ExtensionOf(IOpenApiSchema source, string name)
        => source.Extensions is { } extensions && extensions.TryGetValue(name, out IOpenApiExtension? extension)
            ? (extension as JsonNodeExtension)?.Node
            : null;
}
