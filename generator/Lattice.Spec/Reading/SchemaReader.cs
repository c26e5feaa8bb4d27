using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <summary>
/// Turns schemas into value types and the types that those need. What it makes of a schema depends on whether it is a
/// part of a request or of a response; the two derived readers say how.
/// </summary>
internal abstract partial class SchemaReader(SpecInfo spec, TypeRegistry registry, DiagnosticBag diagnostics)
{
    // Far more than Stripe has. The name of a type has the names of all types within it, so that depth costs more than it adds.
    private const int MaxDepth = 8;

    protected SpecInfo Spec => spec;

    protected DiagnosticBag Diagnostics => diagnostics;

    protected TypeRegistry Registry => registry;

    /// <summary>Reads the properties of an object schema, in the order of their names: the order of keys in a file means nothing.</summary>
    /// <param name="names">The names that the owner has already.</param>
    protected EquatableArray<Property> ReadProperties(
        SpecSchema schema, TypeName owner, string prefix, List<EmittedType> types, bool isBody = false, MemberNames? names = null)
    {
        var properties = new List<Property>();
        names ??= new MemberNames(owner, diagnostics);
        HashSet<string> required = [.. schema.Required];
        foreach (KeyValuePair<string, SpecSchema> entry in schema.Properties.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            string name = GetName(entry.Key, entry.Value, owner);
            if (!names.TryReserve(name, entry.Key, entry.Value.Node))
            {
                continue;
            }

            int typesBefore = types.Count;
            var scope = new Scope(owner.Namespace, ReservedNames.GetNestedTypeName(prefix + name), types, isBody);
            if (ReadValue(entry.Value, scope, entry.Key) is { } type)
            {
                properties.Add(CreateProperty(entry.Key, name, type, schema, entry.Value, owner, required.Contains(entry.Key)));
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
    /// <param name="property">The name of the property that has the value; <see langword="null"/> for anything else.</param>
    protected TypeRef? ReadValue(SpecSchema schema, Scope scope, string? property = null)
    {
        if (schema.Reference is not null)
        {
            return schema.Target is null ? ReportUnresolved(schema)
                : schema.FindOwn(OpenApiKeywords.Sensitive)?.Boolean == true ? UnsupportedSecret(schema)
                : ReadReference(schema, scope);
        }

        if (schema.IsMarkedSecret() && (!schema.Has(SchemaTypes.String) || schema.IsCombined))
        {
            return UnsupportedSecret(schema);
        }

        IReadOnlyList<SpecSchema> subschemas = schema.AnyOf;
        if (subschemas.Count > 0)
        {
            return schema.HasProperties ? Unsupported(schema, "anyOf with properties beside it")
                : subschemas.Count == 1 ? ReadValue(subschemas[0], scope)
                : ReadUnion(schema, scope);
        }

        if (schema.OneOf.Count > 0 || schema.AllOf.Count > 0)
        {
            return Unsupported(schema, "oneOf and allOf");
        }

        return schema.Types switch
        {
            SchemaTypes.String => ReadString(schema, scope, property),
            SchemaTypes.Integer or SchemaTypes.Number or SchemaTypes.Boolean => new TypeRef(schema.GetScalarKind()!.Value),
            SchemaTypes.Array => ReadList(schema, scope),
            SchemaTypes.Object => ReadObject(schema, scope),
            SchemaTypes.None => ReadUntyped(schema),
            _ => Unsupported(schema, "a schema of several types"),
        };
    }

    protected abstract TypeRef? ReadUnion(SpecSchema schema, Scope scope);

    protected abstract TypeRef? ReadUntyped(SpecSchema schema);

    protected abstract bool IsSupportedElement(TypeRef element);

    /// <summary>Whether a string of that format can be sent or read where it stands.</summary>
    protected abstract bool IsSupportedFormat(ValueKind format, Scope scope);

    protected abstract TypeRef? ReadReference(SpecSchema reference, Scope scope);

    protected abstract TypeRef? ReadObjectWithoutProperties(SpecSchema schema, Scope scope);

    protected abstract EmittedType CreateObject(TypeName type, SpecSchema schema, EquatableArray<Property> properties);

    /// <summary>The only value of a string that needs no type of its own.</summary>
    protected abstract string? GetConst(string property, SpecSchema schema);

    protected TypeRef? Unsupported(SpecSchema schema, string what) => Unsupported(schema.Node, what);

    protected TypeRef? Unsupported(JsonValue location, string what)
    {
        diagnostics.Add(DiagnosticRules.Unsupported, location, DisplayNames.Get(location), $"{what} is not supported");
        return null;
    }

    /// <summary>
    /// Reports what cannot be kept secret. It is left out rather than readable: who marks it means that nobody shall see it.
    /// </summary>
    protected TypeRef? UnsupportedSecret(SpecSchema schema) => Unsupported(schema, $"\"{OpenApiKeywords.Sensitive}\" on anything but a string");

    private TypeRef? ReadString(SpecSchema schema, Scope scope, string? property)
    {
        if (SecretRules.IsSecret(schema))
        {
            return new TypeRef(ValueKind.Secret);
        }

        if (schema.GetScalarKind() is { } kind and not ValueKind.String)
        {
            return IsSupportedFormat(kind, scope) ? new TypeRef(kind) : Unsupported(schema, $"the format \"{schema.Format}\" here");
        }

        IReadOnlyList<string> values = schema.EnumValues;
        if (values.Count == 0 || (property is not null && GetConst(property, schema) is not null))
        {
            return new TypeRef(ValueKind.String, IsId: schema.IsExpandable());
        }

        var type = new TypeName(scope.Namespace, scope.TypeName);
        if (!registry.TryReserve(type, schema.Node))
        {
            return null;
        }

        scope.Types.Add(new EnumType(spec, type, schema.Description ?? "", ReadMembers(schema, values, type)));
        return new TypeRef(ValueKind.Enum, type);
    }

    protected static EquatableArray<EnumMember> ReadMembers(SpecSchema schema, IReadOnlyList<string> values, TypeName owner)
    {
        IReadOnlyDictionary<string, string> names = EnumNames.Get(values, owner.Name);
        IReadOnlyDictionary<string, string> descriptions = schema.GetEnumDescriptions();
        return values
            .Select(value => new EnumMember(names[value], value, descriptions.TryGetValue(value, out string? description) ? description : ""))
            .ToEquatableArray();
    }

    private TypeRef? ReadList(SpecSchema schema, Scope scope)
    {
        if (schema.Items is not { } items)
        {
            return Unsupported(schema, "an array without \"items\"");
        }

        TypeRef? element = ReadValue(items, scope);
        return element is null ? null
            : element.Depth == MaxDepth ? UnsupportedDepth(schema)
            // An element cannot be cleared; a text may be empty.
            : IsSupportedElement(element) ? new TypeRef(ValueKind.List, Element: element with { IsClearable = false })
            : Unsupported(schema, $"an array of {element.Kind}");
    }

    /// <summary>Reads the values of a map.</summary>
    protected TypeRef? ReadMap(SpecSchema schema, SpecSchema values, Func<TypeRef, bool> isSupported, Scope scope)
    {
        TypeRef? value = ReadValue(values, scope);
        return value is null ? null
            : value.Depth == MaxDepth ? UnsupportedDepth(schema)
            : isSupported(value) ? new TypeRef(ValueKind.Map, Element: value)
            : Unsupported(schema, $"a map to {value.Kind}");
    }

    private TypeRef? UnsupportedDepth(SpecSchema schema) =>
        Unsupported(schema, $"more than {MaxDepth} lists and maps within each other");

    /// <summary>Reads an object that has properties into a class of its own.</summary>
    protected TypeRef? ReadClass(SpecSchema schema, Scope scope)
    {
        var type = new TypeName(scope.Namespace, scope.TypeName);
        if (!registry.TryReserve(type, schema.Node))
        {
            return null;
        }

        // The class comes before the types of its properties, so that files come in the order in which a reader meets them.
        int index = scope.Types.Count;
        EquatableArray<Property> properties = ReadProperties(schema, type, scope.TypeName, scope.Types);
        scope.Types.Insert(index, CreateObject(type, schema, properties));
        return new TypeRef(ValueKind.Object, type);
    }

    protected virtual TypeRef? ReadObject(SpecSchema schema, Scope scope)
    {
        ReportAdditionalProperties(schema);
        return schema.HasProperties ? ReadClass(schema, scope) : ReadObjectWithoutProperties(schema, scope);
    }

    /// <summary>Reports the names that an object has beside its properties: its class has the properties alone.</summary>
    protected void ReportAdditionalProperties(SpecSchema schema)
    {
        if (schema.HasProperties && schema.AdditionalProperties is { } values)
        {
            Unsupported(values, "a map beside properties");
        }
    }

    private Property CreateProperty(
        string wireName, string name, TypeRef type, SpecSchema parent, SpecSchema schema, TypeName owner, bool isRequired) => new(
        wireName,
        name,
        type,
        schema.Description ?? "",
        isRequired,
        schema.IsNullable,
        schema.MaxLength,
        type.Kind == ValueKind.String ? GetConst(wireName, schema) : null,
        Obsolete: schema.IsDeprecated ? GetReplacement(schema, parent, owner) : null);

    private string GetReplacement(SpecSchema schema, SpecSchema parent, TypeName owner)
    {
        if (schema.FindOwn(OpenApiKeywords.ReplacedBy)?.String is not { } other)
        {
            return Deprecation.Describe(replacement: null);
        }

        string name = parent.FindProperty(other) is { } sibling ? GetName(other, sibling, owner) : other;
        return Deprecation.Describe(name);
    }

    /// <summary>The name of a property; one on the component that it refers to is that of its class.</summary>
    private string GetName(string property, SpecSchema schema, TypeName owner) =>
        schema.Node.GetDeclaredName(diagnostics) ?? Identifiers.Member(property, owner.Name);

    /// <summary>Drops the types of what is left out after all.</summary>
    private void DropTypes(List<EmittedType> types, int count)
    {
        foreach (EmittedType type in types.Skip(count))
        {
            registry.Release(type.Type);
        }

        types.RemoveRange(count, types.Count - count);
    }

    /// <summary>Where types that a schema needs go, and the name that the next one gets.</summary>
    /// <param name="IsBody">Whether it is a parameter of the body itself, not of an object within it.</param>
    protected sealed record Scope(string Namespace, string TypeName, List<EmittedType> Types, bool IsBody);
}
