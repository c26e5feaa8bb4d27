using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <summary>
/// Reads schemas into the types of values, and the types that these need. The two derived readers define the differences between
/// requests and responses.
/// </summary>
internal abstract partial class SchemaReader(SpecInfo spec, TypeRegistry registry, DiagnosticBag diagnostics)
{
    // Far more than Stripe needs. The name of a nested type contains the names of all types around it, so depth is expensive.
    private const int MaxDepth = 8;

    protected SpecInfo Spec => spec;

    protected DiagnosticBag Diagnostics => diagnostics;

    protected TypeRegistry Registry => registry;

    /// <summary>Reads the type of a schema's values.</summary>
    /// <param name="property">The name of the property that has the value; <see langword="null"/> if absent.</param>
    /// <returns><see langword="null"/> if the schema is not supported, which has been reported.</returns>
    protected TypeRef? ReadValue(SpecSchema schema, Scope scope, string? property = null)
    {
        if (schema.Reference is not null)
        {
            return schema.Target is null ? ReportUnresolved(schema)
                : schema.FindOwn(OpenApiKeywords.Sensitive)?.Boolean == true ? UnsupportedSecret(schema)
                : ReadReference(schema, scope);
        }

        if (schema.IsDeclaredSecret() && (!schema.Has(SchemaTypes.String) || schema.IsCombined))
        {
            return UnsupportedSecret(schema);
        }

        IReadOnlyList<SpecSchema> subschemas = schema.AnyOf;
        if (subschemas.Count > 0)
        {
            return schema.HasProperties ? Unsupported(schema, "\"anyOf\" next to \"properties\" is not supported")
                : subschemas.Count == 1 ? ReadValue(subschemas[0], scope)
                : ReadUnion(schema, scope);
        }

        if (schema.OneOf.Count > 0 || schema.AllOf.Count > 0)
        {
            return Unsupported(schema, $"\"{(schema.OneOf.Count > 0 ? "oneOf" : "allOf")}\" is not supported");
        }

        return schema.Types switch
        {
            SchemaTypes.String => ReadString(schema, scope, property),
            SchemaTypes.Integer or SchemaTypes.Number or SchemaTypes.Boolean => ReadScalar(schema, scope),
            SchemaTypes.Array => ReadList(schema, scope),
            SchemaTypes.Object => ReadObject(schema, scope),
            SchemaTypes.None => ReadUntyped(schema),
            _ => Unsupported(schema, "a schema with several types is not supported"),
        };
    }

    protected abstract TypeRef? ReadReference(SpecSchema reference, Scope scope);

    protected abstract TypeRef? ReadUnion(SpecSchema schema, Scope scope);

    protected abstract TypeRef? ReadUntyped(SpecSchema schema);

    protected abstract TypeRef? ReadObjectWithoutProperties(SpecSchema schema, Scope scope);

    protected abstract EmittedType CreateObject(TypeName type, SpecSchema schema, EquatableArray<Property> properties);

    /// <summary>The only value of a string that needs no type of its own.</summary>
    protected abstract string? GetConst(string property, SpecSchema schema);

    protected abstract bool IsSupportedElement(TypeRef element);

    /// <summary>The locations of the values in a scope, with a name for messages: "in a form body".</summary>
    protected abstract (ValueLocations Locations, string Name) GetLocation(Scope scope);

    private TypeRef? ReadString(SpecSchema schema, Scope scope, string? property)
    {
        if (SecretRules.IsSecret(schema))
        {
            return new TypeRef(ValueKind.Secret);
        }

        TypeRef? scalar = ReadScalar(schema, scope);
        if (scalar is not { Kind: ValueKind.String })
        {
            return scalar;
        }

        IReadOnlyList<string> values = schema.EnumValues;
        if (values.Count == 0 || (property is not null && GetConst(property, schema) is not null))
        {
            return scalar with { IsId = schema.IsExpandable() };
        }

        var type = new TypeName(scope.Namespace, scope.TypeName);
        if (!registry.TryReserve(type, scope.Collection ?? schema.Node))
        {
            return null;
        }

        scope.Types.Add(new EnumType(spec, type, schema.Description ?? "", ReadMembers(schema, values, type)));
        return new TypeRef(ValueKind.Enum, type);
    }

    private TypeRef? ReadScalar(SpecSchema schema, Scope scope)
    {
        ScalarValue scalar = ScalarValue.Find(schema)!;
        (ValueLocations locations, string name) = GetLocation(scope);
        return scalar.IsSupportedIn(locations)
            ? new TypeRef(scalar.Kind)
            : Unsupported(schema, $"the format \"{schema.Format}\" is not supported {name}");
    }

    protected EquatableArray<EnumMember> ReadMembers(SpecSchema schema, IReadOnlyList<string> values, TypeName owner)
    {
        IReadOnlyDictionary<string, string> names = EnumNames.Get(values, owner.Name);
        IReadOnlyDictionary<string, string> descriptions = schema.GetEnumDescriptions();
        JsonValue? replacements = schema.Find(OpenApiKeywords.DeprecatedValues);
        foreach (JsonMember replacement in replacements?.Members ?? JsonMembers.Empty)
        {
            if (!names.ContainsKey(replacement.Name) || replacement.Value.String is { } text && !names.ContainsKey(text))
            {
                diagnostics.Add(
                    DiagnosticRules.InvalidExtension,
                    replacement.Value,
                    $"\"{OpenApiKeywords.DeprecatedValues}\" must map values of the enum to values of the enum");
            }
        }

        return values.Select(CreateMember).ToEquatableArray();

        EnumMember CreateMember(string value)
        {
            string? replacement = replacements?.Find(value)?.String;
            string? successor = replacement is not null && names.TryGetValue(replacement, out string? name) ? name : null;
            return new EnumMember(
                names[value],
                value,
                descriptions.TryGetValue(value, out string? description) ? description : "",
                successor is null ? null : Deprecation.Describe(successor),
                successor);
        }
    }

    private TypeRef? ReadList(SpecSchema schema, Scope scope)
    {
        if (schema.Items is not { } items)
        {
            return Unsupported(schema, "an array without \"items\" is not supported");
        }

        TypeRef? element = ReadValue(items, scope.OfElement(schema));
        return element is null ? null
            : element.Depth == MaxDepth ? UnsupportedDepth(schema)
            // An element cannot be cleared; an empty string is a value.
            : IsSupportedElement(element) ? new TypeRef(ValueKind.List, Element: element with { IsClearable = false })
            : Unsupported(schema, $"an array of {ValueKindNames.GetPlural(element.Kind)} is not supported");
    }

    protected TypeRef? ReadMap(SpecSchema schema, SpecSchema values, Func<TypeRef, bool> isSupported, Scope scope)
    {
        TypeRef? value = ReadValue(values, scope.OfElement(schema));
        return value is null ? null
            : value.Depth == MaxDepth ? UnsupportedDepth(schema)
            : isSupported(value) ? new TypeRef(ValueKind.Map, Element: value)
            : Unsupported(schema, $"a map of {ValueKindNames.GetPlural(value.Kind)} is not supported");
    }

    protected virtual TypeRef? ReadObject(SpecSchema schema, Scope scope)
    {
        ReportAdditionalProperties(schema);
        return schema.HasProperties ? ReadClass(schema, scope) : ReadObjectWithoutProperties(schema, scope);
    }

    /// <summary>Reports the additional properties of an object with properties. Its class has only the properties.</summary>
    protected void ReportAdditionalProperties(SpecSchema schema)
    {
        if (schema.HasProperties && schema.AdditionalProperties is { } values)
        {
            Unsupported(values, "a schema in \"additionalProperties\" next to \"properties\" is not supported");
        }
    }

    /// <param name="reason">Why the schema is ignored, as a clause without a period.</param>
    protected TypeRef? Unsupported(SpecSchema schema, string reason) => Unsupported(schema.Node, reason);

    protected TypeRef? Unsupported(JsonValue location, string reason)
    {
        diagnostics.AddUnsupported(location, reason);
        return null;
    }

    private TypeRef? UnsupportedDepth(SpecSchema schema) =>
        Unsupported(schema, $"more than {MaxDepth} levels of nested arrays and maps are not supported");

    /// <summary>Reports a secret of a type that cannot be protected. It is ignored instead of being readable.</summary>
    protected TypeRef? UnsupportedSecret(SpecSchema schema) =>
        Unsupported(schema, $"\"{OpenApiKeywords.Sensitive}\" is supported only on a string");

    /// <summary>The namespace and the name of the next type that a schema needs, and the list to add it to.</summary>
    /// <param name="ElementTypeName">
    /// The name of that type if the schema is the element of a list or the value of a map: the same in the singular.
    /// </param>
    /// <param name="IsBody">Whether the schema is a parameter of the body itself, not of a nested object.</param>
    /// <param name="Collection">
    /// The list or map that has the value as an element or a value; <see langword="null"/> if absent. A name for the type belongs there.
    /// </param>
    protected sealed record Scope(
        string Namespace,
        string TypeName,
        string ElementTypeName,
        List<EmittedType> Types,
        bool IsBody,
        JsonValue? Collection = null)
    {
        public Scope OfElement(SpecSchema collection) =>
            this with { TypeName = ElementTypeName, Collection = Collection ?? collection.Node };
    }
}
