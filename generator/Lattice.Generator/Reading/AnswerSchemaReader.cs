using Lattice.Generator.Model;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Reads the schemas of answers. Each component becomes a class of its own, read once, whoever refers to it.</summary>
internal sealed class AnswerSchemaReader(SpecInfo spec, AnswerUnions unions, TypeRegistry registry, ProblemLog problems)
    : SchemaReader(spec, registry, problems)
{
    private readonly Dictionary<string, TypeName?> _known = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, TypeName Type, OpenApiSchemaReference Schema)> _unread = new();

    /// <summary>The class of a component; it is read later, by <see cref="ReadComponents"/>.</summary>
    public TypeName? GetComponent(OpenApiSchemaReference reference)
    {
        string component = reference.Reference.Id!;
        if (!_known.TryGetValue(component, out TypeName? type))
        {
            type = new ResourceId(GetResourceId(reference)).GetTypeName(Spec.RootNamespace);
            if (Problems.GetName(reference.Extensions, JsonPath.Root / "components" / "schemas" / component) is { } name)
            {
                type = type with { Name = name };
            }

            if (Registry.TryTake(type, JsonPath.Root / "components" / "schemas" / component))
            {
                _unread.Enqueue((component, type, reference));
            }
            else
            {
                type = null;
            }

            _known.Add(component, type);
        }

        return type;
    }

    public static string GetResourceId(OpenApiSchemaReference reference) =>
        reference.Extensions.GetString("x-resourceId") ?? reference.Reference.Id!;

    /// <summary>Reads the components that were asked for, and those that these refer to.</summary>
    /// <param name="operations">The operations that answer a class.</param>
    public IEnumerable<TypeGroup> ReadComponents(ILookup<TypeName, Operation> operations)
    {
        while (_unread.Count > 0)
        {
            (string id, TypeName type, OpenApiSchemaReference reference) = _unread.Dequeue();
            JsonPath path = JsonPath.Root / "components" / "schemas" / id;
            EquatableArray<Operation> own = operations[type].ToEquatableArray();
            yield return ReadComponent(reference, path, type, own);
        }
    }

    protected override SchemaType? ReadReference(OpenApiSchemaReference reference, JsonPath path, Scope scope)
    {
        if (!reference.Has(JsonSchemaType.Object) && reference.AnyOf is not { Count: > 1 })
        {
            return Unsupported(path, $"the schema '{reference.Reference.Id}', which is no object,");
        }

        return GetComponent(reference) is { } type ? new SchemaType(ValueKind.Object, type) : null;
    }

    /// <summary>An id or the object that it is of, or an object of one of several types.</summary>
    protected override SchemaType? ReadUnion(IOpenApiSchema schema, JsonPath path, Scope scope)
    {
        IList<IOpenApiSchema> arms = schema.AnyOf!;
        List<OpenApiSchemaReference> references = arms.OfType<OpenApiSchemaReference>().ToList();
        bool isReference = arms.Any(arm => arm is not OpenApiSchemaReference && arm.Has(JsonSchemaType.String));
        if (arms.Count != references.Count + (isReference ? 1 : 0))
        {
            return Unsupported(path, "a choice of several types (anyOf) in an answer that are not all resources");
        }

        if (!isReference)
        {
            return references.Find(arm => arm.Target is null) is { } unresolved
                ? ReadValue(unresolved, path, scope)
                : ReadChoice(schema, references, path, scope);
        }

        // What the slice does not hold stays an id.
        references.RemoveAll(arm => arm.Target is null);
        if (references.Count == 0)
        {
            return new SchemaType(ValueKind.String);
        }

        return ReadChoice(schema, references, path, scope) is { } type ? new SchemaType(ValueKind.Expandable, Element: type) : null;
    }

    protected override SchemaType? ReadObject(IOpenApiSchema schema, JsonPath path, Scope scope)
    {
        if (!IsPage(schema))
        {
            return base.ReadObject(schema, path, scope);
        }

        SchemaType? data = ReadValue(schema.Properties!["data"], path / "properties" / "data", scope);
        return data is null ? null
            : data is { Kind: ValueKind.List, Element: { Kind: ValueKind.Object or ValueKind.Expandable } element } ? new SchemaType(ValueKind.Page, Element: element)
            : Unsupported(path, "a list of anything but objects");
    }

    protected override SchemaType? ReadObjectWithoutProperties(IOpenApiSchema schema, JsonPath path, Scope scope)
    {
        if (schema.AdditionalProperties is null)
        {
            return new SchemaType(ValueKind.Json);
        }

        SchemaType? value = ReadValue(schema.AdditionalProperties, path / "additionalProperties", scope);
        return value is null ? null
            : value.Kind is ValueKind.String or ValueKind.Integer or ValueKind.Object ? new SchemaType(ValueKind.Map, Element: value)
            : Unsupported(path, $"a map to {value.Kind}");
    }

    protected override SchemaType? ReadUntyped(JsonPath path) => new(ValueKind.Json);

    protected override bool IsSupportedElement(SchemaType element) =>
        element.Kind is ValueKind.String or ValueKind.Integer or ValueKind.Enum or ValueKind.Object or ValueKind.Expandable;

    protected override bool IsSupportedFormat(ValueKind format, Scope scope) => format != ValueKind.File;

    protected override EmittedType MakeObject(TypeName type, IOpenApiSchema schema, EquatableArray<Property> properties) =>
        new ObjectType(Spec, type, schema.Description ?? "", IsResource: false, properties, default);

    // Every object says what it is; a type for the one value would be of no use.
    protected override string? GetLiteral(string wireName, IOpenApiSchema schema) =>
        wireName == "object" && GetEnumValues(schema) is { Count: 1 } values ? values[0] : null;

    private TypeGroup ReadComponent(OpenApiSchemaReference reference, JsonPath path, TypeName type, EquatableArray<Operation> operations)
    {
        var types = new List<EmittedType>();
        List<OpenApiSchemaReference> arms = (reference.AnyOf ?? []).OfType<OpenApiSchemaReference>().ToList();
        if (arms.Count > 1 && AnswerUnions.Discriminate(arms) is { } choices)
        {
            types.Add(MakeUnion(type, reference, choices, operations));
        }
        else
        {
            IOpenApiSchema schema = unions.GetSchema(reference);
            EquatableArray<Property> properties = ReadProperties(schema, path, type, type.Name, types);
            types.Insert(0, new ObjectType(Spec, type, schema.Description ?? "", IsResource: operations.Count > 0, properties, operations));
        }

        return new TypeGroup(types.ToEquatableArray());
    }

    /// <summary>One of several objects: a class with a property for each if they say what they are, else the class of the first.</summary>
    private SchemaType? ReadChoice(IOpenApiSchema schema, List<OpenApiSchemaReference> references, JsonPath path, Scope scope)
    {
        if (references.Count == 1 || AnswerUnions.Discriminate(references) is not { } choices)
        {
            return ReadReference(references[0], path, scope);
        }

        var type = new TypeName(scope.Namespace, scope.TypeName);
        if (!Registry.TryTake(type, path))
        {
            return null;
        }

        scope.Types.Add(MakeUnion(type, schema, choices, operations: default));
        return new SchemaType(ValueKind.Object, type);
    }

    private AnswerUnionType MakeUnion(
        TypeName type,
        IOpenApiSchema schema,
        IReadOnlyList<(OpenApiSchemaReference Arm, string Object, bool IsDeleted)> choices,
        EquatableArray<Operation> operations)
    {
        IEnumerable<AnswerUnionArm> arms =
            from choice in choices
            let component = GetComponent(choice.Arm)
            where component is not null
            select new AnswerUnionArm(Identifiers.Member(GetResourceId(choice.Arm), type.Name), component, choice.Object, choice.IsDeleted);
        return new AnswerUnionType(Spec, type, schema.Description ?? "", operations.Count > 0, arms.ToEquatableArray(), operations);
    }

    private static bool IsPage(IOpenApiSchema schema) =>
        schema.Properties is { } properties && properties.ContainsKey("data") && properties.ContainsKey("has_more") && properties.ContainsKey("object");
}
