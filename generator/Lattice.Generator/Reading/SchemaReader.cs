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
    private const string EnumDescriptionsExtension = "x-enumDescriptions";

    private static readonly JsonSchemaType[] s_types =
    [
        JsonSchemaType.Boolean, JsonSchemaType.Integer, JsonSchemaType.Number, JsonSchemaType.String, JsonSchemaType.Array,
        JsonSchemaType.Object,
    ];

    protected SpecInfo Spec => spec;

    protected ProblemLog Problems => problems;

    protected TypeRegistry Registry => registry;

    /// <summary>Reads the properties of an object schema, in the order of their names: the order of keys in a file means nothing.</summary>
    /// <param name="names">The names that the owner has already.</param>
    protected EquatableArray<Property> ReadProperties(
        IOpenApiSchema schema, JsonPath path, TypeName owner, string prefix, List<EmittedType> types, bool isBody = false, MemberNames? names = null)
    {
        var properties = new List<Property>();
        names ??= new MemberNames(owner, problems);
        IEnumerable<KeyValuePair<string, IOpenApiSchema>> entries = schema.Properties ?? new Dictionary<string, IOpenApiSchema>();
        foreach (KeyValuePair<string, IOpenApiSchema> entry in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            JsonPath propertyPath = path / "properties" / entry.Key;
            string name = GetName(entry, propertyPath, owner);
            if (!names.TryTake(name, entry.Key, propertyPath))
            {
                continue;
            }

            int typesBefore = types.Count;
            var scope = new Scope(owner.Namespace, ReservedNames.GetNestedTypeName(prefix + name), types, isBody);
            if (ReadValue(entry.Value, propertyPath, scope, isProperty: true) is { } type)
            {
                properties.Add(MakeProperty(entry.Key, name, type, schema, entry.Value, path, owner));
            }
            else
            {
                names.Release(name);
                DropTypes(types, typesBefore);
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

            ReportUnresolved(reference, path);
            return null;
        }

        if (schema.IsSensitive() && (!schema.Has(JsonSchemaType.String) || schema.IsCombined()))
        {
            return UnsupportedSecret(path);
        }

        if (schema.AnyOf is { Count: > 0 } && schema.Properties is { Count: > 0 })
        {
            return Unsupported(path, "a choice (anyOf) with properties beside it");
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
            JsonSchemaType.Integer or JsonSchemaType.Number or JsonSchemaType.Boolean => new SchemaType(schema.GetScalarKind()!.Value),
            JsonSchemaType.Array => ReadList(schema, path, scope),
            JsonSchemaType.Object => ReadObject(schema, path, scope),
            { } types => ReadTypes(schema, types, path, scope),
            null => ReadUntyped(path),
        };
    }

    /// <summary>A choice of bare types, which the library gives as one schema with several types.</summary>
    private SchemaType? ReadTypes(IOpenApiSchema schema, JsonSchemaType types, JsonPath path, Scope scope)
    {
        IOpenApiSchema[] arms = [.. s_types.Where(type => (types & type) != 0).Select(type => new OpenApiSchema { Type = type })];
        return schema.Extensions.GetFlag(SpecPreparation.ChoiceExtension)
            ? ReadUnion(new OpenApiSchema { Description = schema.Description, AnyOf = arms }, path, scope)
            : Unsupported(path, "a schema of several types other than by anyOf");
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

    protected void ReportUnresolved(OpenApiSchemaReference reference, JsonPath path) =>
        problems.Add(Descriptors.UnresolvedReference, path / "$ref", reference.Reference.ReferenceV3 ?? reference.Reference.Id ?? "");

    /// <summary>
    /// Reports what cannot be kept secret. It is left out rather than readable: who marks it means that nobody shall see it.
    /// </summary>
    protected SchemaType? UnsupportedSecret(JsonPath path) =>
        Unsupported(path, $"\"{OpenApiExtensions.SensitiveExtension}\" on anything but a string");

    /// <summary>The values of an enum, each once, in the order of the file.</summary>
    protected static IReadOnlyList<string> GetEnumValues(IOpenApiSchema schema) => (schema.Enum ?? []).OfType<JsonValue>()
        .Select(value => value.TryGetValue(out string? text) ? text : value.ToJsonString())
        .Distinct()
        .ToList();

    private SchemaType? ReadString(IOpenApiSchema schema, JsonPath path, Scope scope, bool isProperty)
    {
        if (schema.IsSensitive())
        {
            return new SchemaType(ValueKind.Secret);
        }

        if (schema.GetScalarKind() is { } kind and not ValueKind.String)
        {
            return IsSupportedFormat(kind, scope) ? new SchemaType(kind) : Unsupported(path, $"the format \"{schema.Format}\" here");
        }

        IReadOnlyList<string> values = GetEnumValues(schema);
        if (values.Count == 0 || (isProperty && GetLiteral(GetLastSegment(path), schema) is not null))
        {
            return new SchemaType(ValueKind.String, IsId: schema.IsExpandable());
        }

        var type = new TypeName(scope.Namespace, scope.TypeName);
        if (!registry.TryTake(type, path))
        {
            return null;
        }

        scope.Types.Add(new EnumType(spec, type, schema.Description ?? "", ReadMembers(schema, values, type)));
        return new SchemaType(ValueKind.Enum, type);
    }

    protected static EquatableArray<EnumMember> ReadMembers(IOpenApiSchema schema, IReadOnlyList<string> values, TypeName owner)
    {
        IReadOnlyDictionary<string, string> names = EnumNames.Get(values, owner.Name);
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

    protected virtual SchemaType? ReadObject(IOpenApiSchema schema, JsonPath path, Scope scope)
    {
        ReportFurtherKeys(schema, path);
        return schema.Properties is { Count: > 0 } ? ReadClass(schema, path, scope) : ReadObjectWithoutProperties(schema, path, scope);
    }

    /// <summary>Reports the keys that an object takes besides its properties: its class has the properties alone.</summary>
    protected void ReportFurtherKeys(IOpenApiSchema schema, JsonPath path)
    {
        if (schema.Properties is { Count: > 0 } && schema.AdditionalProperties is not null)
        {
            Unsupported(path / "additionalProperties", "a map beside properties");
        }
    }

    private Property MakeProperty(
        string wireName, string name, SchemaType type, IOpenApiSchema parent, IOpenApiSchema schema, JsonPath path, TypeName owner) => new(
        wireName,
        name,
        type,
        schema.Description ?? "",
        IsRequired: parent.Required?.Contains(wireName) == true,
        IsNullable: schema.IsNullable(),
        schema.MaxLength,
        type.Kind == ValueKind.String ? GetLiteral(wireName, schema) : null,
        // What a reference leads to may be deprecated by itself; a mark on the property stands beside a choice of one.
        Obsolete: schema is not OpenApiSchemaReference && schema.Deprecated ? GetReplacement(schema, parent, path, owner) : null);

    private string GetReplacement(IOpenApiSchema schema, IOpenApiSchema parent, JsonPath path, TypeName owner)
    {
        if (schema.Extensions.GetString(Deprecation.ReplacedByExtension) is not { } other)
        {
            return Deprecation.Describe(replacement: null);
        }

        string name = parent.Properties is { } siblings && siblings.TryGetValue(other, out IOpenApiSchema? sibling)
            ? GetName(new KeyValuePair<string, IOpenApiSchema>(other, sibling), path / "properties" / other, owner)
            : other;
        return Deprecation.Describe(name);
    }

    /// <summary>The name of a property; one on the component that it refers to is that of its class.</summary>
    private string GetName(KeyValuePair<string, IOpenApiSchema> property, JsonPath path, TypeName owner) =>
        problems.GetName(property.Value.GetOwnExtensions(), path) ?? Identifiers.Member(property.Key, owner.Name);

    /// <summary>Takes back the types of what is left out after all.</summary>
    private void DropTypes(List<EmittedType> types, int count)
    {
        foreach (EmittedType type in types.Skip(count))
        {
            registry.Release(type.Type);
        }

        types.RemoveRange(count, types.Count - count);
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
