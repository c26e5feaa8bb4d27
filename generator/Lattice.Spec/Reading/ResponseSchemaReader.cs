using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <summary>Reads the schemas of responses. Each component becomes one class, which all references share.</summary>
internal sealed partial class ResponseSchemaReader(SpecInfo spec, ResponseUnions unions, TypeRegistry registry, DiagnosticBag diagnostics)
    : SchemaReader(spec, registry, diagnostics)
{
    protected override TypeRef? ReadReference(SpecSchema reference, Scope scope)
    {
        if (reference.ComponentName is null || !IsObject(reference))
        {
            return ReadInPlace(reference, scope);
        }

        return GetComponent(reference) is { } type ? new TypeRef(ValueKind.Object, type) : null;
    }

    /// <summary>Reads an id that can be expanded, or an object with one of several types.</summary>
    protected override TypeRef? ReadUnion(SpecSchema schema, Scope scope)
    {
        IReadOnlyList<SpecSchema> subschemas = schema.AnyOf;
        List<SpecSchema> objects = ResponseUnions.GetObjects(schema);
        List<SpecSchema> others =
            [.. subschemas.Where(subschema => subschema.Reference is null || subschema is { Target: not null, ComponentName: null })];
        if (others.Count > 1 || others.Exists(other => !other.Has(SchemaTypes.String)))
        {
            return Unsupported(schema, "\"anyOf\" with several types that are not all components is not supported in a response");
        }

        if (others.Count == 0)
        {
            return subschemas.FirstOrDefault(subschema => subschema.Target is null) is { } unresolved
                ? ReadValue(unresolved, scope)
                : ReadObjects(schema, objects, scope);
        }

        bool isSecret = SecretRules.IsSecret(others[0]);
        if (objects.Count == 0)
        {
            return isSecret ? new TypeRef(ValueKind.Secret) : new TypeRef(ValueKind.String, IsId: schema.IsExpandable());
        }

        if (isSecret)
        {
            return Unsupported(schema, "\"anyOf\" with a secret and an object is not supported");
        }

        return ReadObjects(schema, objects, scope) is { } type ? new TypeRef(ValueKind.Expandable, Element: type) : null;
    }

    protected override TypeRef? ReadObject(SpecSchema schema, Scope scope)
    {
        if (!IsPage(schema))
        {
            return base.ReadObject(schema, scope);
        }

        if (schema.Properties.Any(field => field.Value.FindOwn(OpenApiKeywords.Sensitive)?.Boolean == true))
        {
            return Unsupported(schema, "a list object with a secret among its own properties is not supported");
        }

        TypeRef? data = ReadValue(schema.FindProperty("data")!, scope);
        return data is null ? null
            : data is { Kind: ValueKind.List, Element: { Kind: ValueKind.Object or ValueKind.Expandable } element }
                ? new TypeRef(ValueKind.Page, Element: element)
            : Unsupported(schema, "a list object with elements that are not objects is not supported");
    }

    protected override TypeRef? ReadObjectWithoutProperties(SpecSchema schema, Scope scope)
    {
        if (schema.IsFreeForm || schema.AdditionalProperties is not { } values)
        {
            return new TypeRef(ValueKind.Json);
        }

        return ReadMap(
            schema,
            values,
            value => value.Kind is ValueKind.String or ValueKind.Integer or ValueKind.Number or ValueKind.Object
                || value is { Kind: ValueKind.List, Element.Kind: ValueKind.String or ValueKind.Object },
            scope);
    }

    protected override TypeRef? ReadUntyped(SpecSchema schema) => new(ValueKind.Json);

    protected override bool IsSupportedElement(TypeRef element) =>
        element.Kind is ValueKind.String or ValueKind.Integer or ValueKind.Enum or ValueKind.Object or ValueKind.Expandable;

    protected override (ValueLocations Locations, string Name) GetLocation(Scope scope) => (ValueLocations.Response, "in a response");

    protected override EmittedType CreateObject(TypeName type, SpecSchema schema, EquatableArray<Property> properties) =>
        new ResponseObjectType(Spec, type, schema.Description ?? "", properties, Operations: default, IsResource: false);

    // Every resource has its own name in "object", which needs no enum.
    protected override string? GetConst(string property, SpecSchema schema) =>
        property == "object" && schema.EnumValues is [var value] ? value : null;

    /// <summary>
    /// Reads an object with one of several types: a class with a property for each if they have a discriminator, otherwise the class of
    /// the first.
    /// </summary>
    private TypeRef? ReadObjects(SpecSchema schema, List<SpecSchema> objects, Scope scope)
    {
        if (objects.Count == 1 || ResponseUnions.Discriminate(objects) is not { } cases)
        {
            return IsObject(objects[0]) ? ReadReference(objects[0], scope)
                : Unsupported(
                    schema, $"\"anyOf\" with the component '{objects[0].ComponentName}', which is not an object, is not supported");
        }

        var type = new TypeName(scope.Namespace, scope.TypeName);
        if (!Registry.TryReserve(type, scope.Collection ?? schema.Node))
        {
            return null;
        }

        scope.Types.Add(CreateUnion(type, schema, cases, operations: default, isResource: false));
        return new TypeRef(ValueKind.Object, type);
    }

    private static bool IsPage(SpecSchema schema) =>
        schema.FindProperty("data") is not null && schema.FindProperty("has_more") is not null && schema.FindProperty("object") is not null;
}
