using System.Text.Json.Nodes;
using Lattice.Generator.Diagnostics;
using Lattice.Generator.Model;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>
/// Turns schemas into value types and the types that those need. What it makes of a schema depends on whether it is a
/// part of a request or of an answer; the two derived readers say how.
/// </summary>
internal abstract class SchemaReader(SpecInfo spec, TypeRegistry registry, ProblemLog problems)
{
    private const string SensitiveExtension = "x-lattice-sensitive";
    private const string ReplacedByExtension = "x-lattice-replaced-by";
    private const string EnumDescriptionsExtension = "x-enumDescriptions";

    protected SpecInfo Spec => spec;

    protected ProblemLog Problems => problems;

    protected TypeRegistry Registry => registry;

    /// <summary>Reads the properties of an object schema, in the order of their names: the order of keys in a file means nothing.</summary>
    protected EquatableArray<Property> ReadProperties(IOpenApiSchema schema, JsonPath path, TypeName owner, string prefix, List<EmittedType> types, bool isBody = false)
    {
        var properties = new List<Property>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, IOpenApiSchema> entry in (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            JsonPath propertyPath = path / "properties" / entry.Key;
            string name = problems.GetName(entry.Value.Extensions, propertyPath) ?? Identifiers.Member(entry.Key, owner.Name);
            if (names.TryGetValue(name, out string? other))
            {
                problems.Add(Descriptors.NameCollision, propertyPath, propertyPath.ToDisplayString(), $"{owner.Name}.{name}", other);
                continue;
            }

            var scope = new Scope(owner.Namespace, prefix + name, types, isBody);
            if (ReadValue(entry.Value, propertyPath, scope, isProperty: true) is { } type)
            {
                names.Add(name, entry.Key);
                properties.Add(MakeProperty(entry.Key, name, type, schema, entry.Value, path, owner));
            }
        }

        return properties.ToEquatableArray();
    }

    /// <summary>The value type of a schema, or <see langword="null"/> if there is none, which has been reported.</summary>
    protected SchemaType? ReadValue(IOpenApiSchema schema, JsonPath path, Scope scope, bool isProperty = false)
    {
        if (schema is OpenApiSchemaReference reference)
        {
            if (reference.Target is not null)
            {
                return ReadReference(reference, path, scope);
            }

            problems.Add(Descriptors.UnresolvedReference, path / "$ref", reference.Reference.ReferenceV3 ?? reference.Reference.Id ?? "");
            return null;
        }

        if (schema.Extensions.GetFlag(SensitiveExtension) && !schema.Has(JsonSchemaType.String))
        {
            // Left out rather than readable: who marks it means that nobody shall see it.
            return Unsupported(path, $"\"{SensitiveExtension}\" on anything but a string");
        }

        if (schema.AnyOf is { Count: > 0 } arms)
        {
            return arms.Count == 1 ? ReadValue(arms[0], path / "anyOf" / "0", scope) : ReadUnion(schema, path, scope);
        }

        if (schema.OneOf is { Count: > 0 } || schema.AllOf is { Count: > 0 })
        {
            return Unsupported(path, "oneOf and allOf");
        }

        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.String => ReadString(schema, path, scope, isProperty),
            JsonSchemaType.Integer => new SchemaType(schema.Format == "unix-time" ? ValueKind.UnixTime : ValueKind.Integer),
            JsonSchemaType.Number => new SchemaType(ValueKind.Number),
            JsonSchemaType.Boolean => new SchemaType(ValueKind.Boolean),
            JsonSchemaType.Array => ReadList(schema, path, scope),
            JsonSchemaType.Object => ReadObject(schema, path, scope),
            { } type => Unsupported(path, $"the type {type}"),
            null => ReadUntyped(path),
        };
    }

    protected abstract SchemaType? ReadUnion(IOpenApiSchema schema, JsonPath path, Scope scope);

    protected abstract SchemaType? ReadUntyped(JsonPath path);

    protected abstract bool IsSupportedElement(SchemaType element);

    /// <summary>Whether a string of that format can be sent or read where it stands.</summary>
    protected abstract bool IsSupportedFormat(ValueKind format, Scope scope);

    protected abstract SchemaType? ReadReference(OpenApiSchemaReference reference, JsonPath path, Scope scope);

    protected abstract SchemaType? ReadObjectWithoutProperties(IOpenApiSchema schema, JsonPath path, Scope scope);

    protected abstract EmittedType MakeObject(TypeName type, IOpenApiSchema schema, EquatableArray<Property> properties);

    /// <summary>The only value of a string that needs no type of its own.</summary>
    protected abstract string? GetLiteral(string wireName, IOpenApiSchema schema);

    protected SchemaType? Unsupported(JsonPath path, string what)
    {
        problems.Add(Descriptors.UnsupportedShape, path, path.ToDisplayString(), $"{what} is not supported");
        return null;
    }

    /// <summary>The values of an enum, each once, in the order of the file.</summary>
    protected static IReadOnlyList<string> GetEnumValues(IOpenApiSchema schema) => (schema.Enum ?? []).OfType<JsonValue>()
        .Select(value => value.TryGetValue(out string? text) ? text : value.ToJsonString())
        .Distinct()
        .ToList();

    private SchemaType? ReadString(IOpenApiSchema schema, JsonPath path, Scope scope, bool isProperty)
    {
        if (schema.Extensions.GetFlag(SensitiveExtension))
        {
            return new SchemaType(ValueKind.Secret);
        }

        ValueKind? formatted = schema.Format switch
        {
            "decimal" => ValueKind.NumberText,
            "int64" => ValueKind.IntegerText,
            "date-time" => ValueKind.DateTime,
            "binary" => ValueKind.File,
            _ => null,
        };
        if (formatted is { } kind)
        {
            return IsSupportedFormat(kind, scope) ? new SchemaType(kind) : Unsupported(path, $"the format \"{schema.Format}\" here");
        }

        IReadOnlyList<string> values = GetEnumValues(schema);
        if (values.Count == 0 || (isProperty && GetLiteral(GetLastSegment(path), schema) is not null))
        {
            return new SchemaType(ValueKind.String);
        }

        var type = new TypeName(scope.Namespace, scope.TypeName);
        if (!registry.TryTake(type, path))
        {
            return null;
        }

        scope.Types.Add(new EnumType(spec, type, schema.Description ?? "", ReadMembers(schema, values)));
        return new SchemaType(ValueKind.Enum, type);
    }

    private static EquatableArray<EnumMember> ReadMembers(IOpenApiSchema schema, IReadOnlyList<string> values)
    {
        IReadOnlyDictionary<string, string> names = EnumNames.Get(values);
        IReadOnlyDictionary<string, string> descriptions = schema.Extensions.GetTexts(EnumDescriptionsExtension);
        return values
            .Select(value => new EnumMember(names[value], value, descriptions.TryGetValue(value, out string? description) ? description : ""))
            .ToEquatableArray();
    }

    private SchemaType? ReadList(IOpenApiSchema schema, JsonPath path, Scope scope)
    {
        if (schema.Items is null)
        {
            return Unsupported(path, "an array without \"items\"");
        }

        SchemaType? element = ReadValue(schema.Items, path / "items", scope);
        return element is null ? null
            // An element cannot be cleared; a text may be empty.
            : IsSupportedElement(element) ? new SchemaType(ValueKind.List, Element: element with { IsClearable = false })
            : Unsupported(path, $"an array of {element.Kind}");
    }

    /// <summary>Reads an object that has properties into a class of its own.</summary>
    protected SchemaType? ReadClass(IOpenApiSchema schema, JsonPath path, Scope scope)
    {
        var type = new TypeName(scope.Namespace, scope.TypeName);
        if (!registry.TryTake(type, path))
        {
            return null;
        }

        // The place is taken before the properties' types so that files come in the order in which a reader meets them.
        int index = scope.Types.Count;
        EquatableArray<Property> properties = ReadProperties(schema, path, type, scope.TypeName, scope.Types);
        scope.Types.Insert(index, MakeObject(type, schema, properties));
        return new SchemaType(ValueKind.Object, type);
    }

    protected virtual SchemaType? ReadObject(IOpenApiSchema schema, JsonPath path, Scope scope) =>
        schema.Properties is { Count: > 0 } ? ReadClass(schema, path, scope) : ReadObjectWithoutProperties(schema, path, scope);

    private Property MakeProperty(string wireName, string name, SchemaType type, IOpenApiSchema parent, IOpenApiSchema schema, JsonPath path, TypeName owner) => new(
        wireName,
        name,
        type,
        schema.Description ?? "",
        IsRequired: parent.Required?.Contains(wireName) == true,
        IsNullable: schema.Has(JsonSchemaType.Null) || schema.Extensions.GetFlag(SpecPreparation.NullableExtension),
        schema.MaxLength,
        type.Kind == ValueKind.String ? GetLiteral(wireName, schema) : null,
        Obsolete: schema.Deprecated ? GetReplacement(schema, parent, path, owner) : null);

    private string GetReplacement(IOpenApiSchema schema, IOpenApiSchema parent, JsonPath path, TypeName owner)
    {
        if (schema.Extensions.GetString(ReplacedByExtension) is not { } other)
        {
            return "Stripe has deprecated it.";
        }

        string name = parent.Properties is { } siblings && siblings.TryGetValue(other, out IOpenApiSchema? sibling)
            ? problems.GetName(sibling.Extensions, path / "properties" / other) ?? Identifiers.Member(other, owner.Name)
            : other;
        return $"Stripe has deprecated it. Use {name} instead.";
    }

    private static string GetLastSegment(JsonPath path)
    {
        IReadOnlyList<string> segments = path.GetSegments();
        return segments[segments.Count - 1];
    }

    /// <summary>Where types that a schema needs go, and the name that the next one gets.</summary>
    /// <param name="IsBody">Whether it is a parameter of the body itself, not of an object within it.</param>
    protected sealed record Scope(string Namespace, string TypeName, List<EmittedType> Types, bool IsBody);
}
