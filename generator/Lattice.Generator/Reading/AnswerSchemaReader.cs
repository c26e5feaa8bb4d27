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
    /// <returns><see langword="null"/> if there is none, which has been reported.</returns>
    public TypeName? GetComponent(OpenApiSchemaReference reference)
    {
        string component = reference.Reference.Id!;
        if (!_known.TryGetValue(component, out TypeName? type))
        {
            _known.Add(component, type = TakeName(reference, JsonPath.Root / "components" / "schemas" / component));
            if (type is not null)
            {
                _unread.Enqueue((component, type, reference));
            }
        }

        return type;
    }

    /// <summary>Whether a component gives a class: it is an object, or one of several.</summary>
    public static bool IsObject(OpenApiSchemaReference reference) => reference.Has(JsonSchemaType.Object)
        || (reference.Type is null && reference.Properties is { Count: > 0 })
        || AnswerUnions.GetObjects(reference).Count > 1;

    public static string GetResourceId(OpenApiSchemaReference reference) =>
        reference.Extensions.GetString("x-resourceId") ?? reference.Reference.Id!;

    /// <summary>Reads the components that were asked for, and those that these refer to.</summary>
    /// <param name="operations">The operations that answer a class.</param>
    public IEnumerable<TypeGroup> ReadComponents(ILookup<TypeName, Operation> operations)
    {
        unions.Collect(_unread.Select(component => component.Schema));
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
        if (!IsObject(reference))
        {
            return Unsupported(path, $"the schema '{reference.Reference.Id}', which is no object,");
        }

        return GetComponent(reference) is { } type ? new SchemaType(ValueKind.Object, type) : null;
    }

    /// <summary>An id or the object that it is of, or an object of one of several types.</summary>
    protected override SchemaType? ReadUnion(IOpenApiSchema schema, JsonPath path, Scope scope)
    {
        List<OpenApiSchemaReference> objects = AnswerUnions.GetObjects(schema);
        List<IOpenApiSchema> others = schema.AnyOf!.Where(arm => arm is not OpenApiSchemaReference).ToList();
        if (others.Count > 1 || others.Exists(arm => !arm.Has(JsonSchemaType.String)))
        {
            return Unsupported(path, "a choice of several types (anyOf) in an answer that are not all resources");
        }

        if (others.Count == 0)
        {
            return schema.AnyOf!.OfType<OpenApiSchemaReference>().FirstOrDefault(arm => arm.Target is null) is { } unresolved
                ? ReadValue(unresolved, path, scope)
                : ReadChoice(schema, objects, path, scope);
        }

        bool isSecret = others[0].IsSensitive();
        if (objects.Count == 0)
        {
            return isSecret ? new SchemaType(ValueKind.Secret) : new SchemaType(ValueKind.String, IsId: schema.IsExpandable());
        }

        if (isSecret)
        {
            return Unsupported(path, "a secret that may be an object");
        }

        return ReadChoice(schema, objects, path, scope) is { } type ? new SchemaType(ValueKind.Expandable, Element: type) : null;
    }

    protected override SchemaType? ReadObject(IOpenApiSchema schema, JsonPath path, Scope scope)
    {
        if (!IsPage(schema))
        {
            return base.ReadObject(schema, path, scope);
        }

        if (schema.Properties!.Values.Any(field => field.GetOwnExtensions().GetFlag(OpenApiExtensions.SensitiveExtension)))
        {
            return Unsupported(path, "a list with a secret among its own fields");
        }

        SchemaType? data = ReadValue(schema.Properties!["data"], path / "properties" / "data", scope);
        return data is null ? null
            : data is { Kind: ValueKind.List, Element: { Kind: ValueKind.Object or ValueKind.Expandable } element }
                ? new SchemaType(ValueKind.Page, Element: element)
            : Unsupported(path, "a list of anything but objects");
    }

    protected override SchemaType? ReadObjectWithoutProperties(IOpenApiSchema schema, JsonPath path, Scope scope)
    {
        if (schema.AdditionalProperties is null || schema.IsFreeForm())
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

    private TypeName? TakeName(OpenApiSchemaReference reference, JsonPath path)
    {
        if (reference.IsSensitive())
        {
            UnsupportedSecret(path);
            return null;
        }

        TypeName type = new ResourceId(GetResourceId(reference)).GetTypeName(Spec.RootNamespace);
        if (Problems.GetName(reference.Extensions, path) is { } name)
        {
            type = type with { Name = name };
        }

        return Registry.TryTake(type, path) ? type : null;
    }

    private TypeGroup ReadComponent(OpenApiSchemaReference reference, JsonPath path, TypeName type, EquatableArray<Operation> operations)
    {
        ReportIgnored(reference, path);
        var types = new List<EmittedType>();
        List<OpenApiSchemaReference> arms = AnswerUnions.GetObjects(reference);
        if (arms.Count > 1 && AnswerUnions.Discriminate(arms) is { } choices)
        {
            types.Add(MakeUnion(type, reference, choices, path, operations));
        }
        else
        {
            IOpenApiSchema schema = unions.GetSchema(reference);
            MemberNames names = new MemberNames(type, Problems).With(operations);
            EquatableArray<Property> properties = ReadProperties(schema, path, type, type.Name, types, names: names);
            types.Insert(0, new ObjectType(Spec, type, reference.Description ?? "", operations.Count > 0, properties, operations));
        }

        return new TypeGroup(types.ToEquatableArray());
    }

    /// <summary>Reports what a class does not show of its component. Its fields are among the extra fields.</summary>
    private void ReportIgnored(OpenApiSchemaReference component, JsonPath path)
    {
        bool isUnion = AnswerUnions.GetObjects(component).Count > 1;
        for (int i = 0; i < component.AnyOf?.Count; i++)
        {
            JsonPath arm = path / "anyOf" / i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (component.AnyOf[i] is not OpenApiSchemaReference reference || !isUnion)
            {
                Unsupported(arm, "a choice (anyOf) that is not of several components");
            }
            else if (reference.Target is null)
            {
                ReportUnresolved(reference, arm);
            }
        }

        if (component.AllOf is { Count: > 0 } || component.OneOf is { Count: > 0 })
        {
            Unsupported(path / (component.AllOf is { Count: > 0 } ? "allOf" : "oneOf"), "oneOf and allOf");
        }

        if (component.AdditionalProperties is not null)
        {
            Unsupported(path / "additionalProperties", "a component that is a map");
        }

        if (isUnion && component.Properties is { Count: > 0 })
        {
            Unsupported(path / "properties", "a choice (anyOf) with properties beside it");
        }
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

        scope.Types.Add(MakeUnion(type, schema, choices, path, operations: default));
        return new SchemaType(ValueKind.Object, type);
    }

    private AnswerUnionType MakeUnion(
        TypeName type,
        IOpenApiSchema schema,
        IReadOnlyList<(OpenApiSchemaReference Arm, string Object, bool IsDeleted)> choices,
        JsonPath path,
        EquatableArray<Operation> operations)
    {
        MemberNames names = new MemberNames(type, Problems).With(operations);
        IEnumerable<AnswerUnionArm> arms =
            from choice in choices
            let component = GetComponent(choice.Arm)
            where component is not null
            let name = GetArmName(choice.Arm, type)
            where names.TryTake(name, GetResourceId(choice.Arm), path)
            select new AnswerUnionArm(name, component, choice.Object, choice.IsDeleted);
        return new AnswerUnionType(Spec, type, schema.Description ?? "", operations.Count > 0, arms.ToEquatableArray(), operations);
    }

    /// <summary>An arm is called as its resource, or as the slice calls its class.</summary>
    private static string GetArmName(OpenApiSchemaReference arm, TypeName union) =>
        arm.Extensions.GetString(ProblemLog.NameExtension) is { } name && Identifiers.IsPascal(name)
            ? name
            : Identifiers.Member(GetResourceId(arm), union.Name);

    private static bool IsPage(IOpenApiSchema schema) =>
        schema.Properties is { } properties
        && properties.ContainsKey("data") && properties.ContainsKey("has_more") && properties.ContainsKey("object");
}
