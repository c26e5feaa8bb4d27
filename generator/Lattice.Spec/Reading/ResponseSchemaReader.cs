using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <summary>Reads the schemas of responses. Each component becomes a class of its own, read once, whoever refers to it.</summary>
internal sealed class ResponseSchemaReader(SpecInfo spec, ResponseUnions unions, TypeRegistry registry, DiagnosticBag diagnostics)
    : SchemaReader(spec, registry, diagnostics)
{
    private readonly Dictionary<string, TypeName?> _known = new(StringComparer.Ordinal);
    private readonly Queue<(TypeName Type, SpecSchema Component)> _unread = new();

    /// <summary>The class of the component that a schema is or refers to; it is read later, by <see cref="ReadComponents"/>.</summary>
    /// <returns><see langword="null"/> if there is none, which has been reported.</returns>
    public TypeName? GetComponent(SpecSchema schema)
    {
        SpecSchema component = schema.Target!;
        string name = component.ComponentName!;
        if (!_known.TryGetValue(name, out TypeName? type))
        {
            _known.Add(name, type = ReserveName(component));
            if (type is not null)
            {
                _unread.Enqueue((type, component));
            }
        }

        return type;
    }

    /// <summary>Whether a component gives a class: it is an object, or one of several.</summary>
    public static bool IsObject(SpecSchema component) => component.Has(SchemaTypes.Object)
        || (component.Types == SchemaTypes.None && component.HasProperties)
        || ResponseUnions.GetObjects(component).Count > 1;

    /// <summary>Reads the components that were asked for, and those that these refer to.</summary>
    /// <param name="operations">The operations that return a class.</param>
    public IEnumerable<TypeGroup> ReadComponents(ILookup<TypeName, Operation> operations, CancellationToken cancellationToken)
    {
        unions.Collect(_unread.Select(component => component.Component), cancellationToken);
        while (_unread.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (TypeName type, SpecSchema component) = _unread.Dequeue();
            yield return ReadComponent(component, type, operations[type].ToEquatableArray());
        }
    }

    protected override TypeRef? ReadReference(SpecSchema reference, Scope scope)
    {
        if (reference.ComponentName is null || !IsObject(reference))
        {
            return ReadInPlace(reference, scope);
        }

        return GetComponent(reference) is { } type ? new TypeRef(ValueKind.Object, type) : null;
    }

    /// <summary>An id or the object that it is of, or an object of one of several types.</summary>
    protected override TypeRef? ReadUnion(SpecSchema schema, Scope scope)
    {
        IReadOnlyList<SpecSchema> subschemas = schema.AnyOf;
        List<SpecSchema> objects = ResponseUnions.GetObjects(schema);
        List<SpecSchema> others = [.. subschemas.Where(subschema => subschema.Reference is null || subschema is { Target: not null, ComponentName: null })];
        if (others.Count > 1 || others.Exists(other => !other.Has(SchemaTypes.String)))
        {
            return Unsupported(schema, "anyOf in a response with several types that are not all resources");
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
            return Unsupported(schema, "a secret that may be an object");
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
            return Unsupported(schema, "a list with a secret among its own fields");
        }

        TypeRef? data = ReadValue(schema.FindProperty("data")!, scope);
        return data is null ? null
            : data is { Kind: ValueKind.List, Element: { Kind: ValueKind.Object or ValueKind.Expandable } element }
                ? new TypeRef(ValueKind.Page, Element: element)
            : Unsupported(schema, "a list of anything but objects");
    }

    protected override TypeRef? ReadObjectWithoutProperties(SpecSchema schema, Scope scope)
    {
        if (schema.IsFreeForm || schema.AdditionalProperties is not { } values)
        {
            return new TypeRef(ValueKind.Json);
        }

        return ReadMap(schema, values, value => value.Kind is ValueKind.String or ValueKind.Integer or ValueKind.Object, scope);
    }

    protected override TypeRef? ReadUntyped(SpecSchema schema) => new(ValueKind.Json);

    protected override bool IsSupportedElement(TypeRef element) =>
        element.Kind is ValueKind.String or ValueKind.Integer or ValueKind.Enum or ValueKind.Object or ValueKind.Expandable;

    protected override bool IsSupportedFormat(ValueKind format, Scope scope) => format != ValueKind.File;

    protected override EmittedType CreateObject(TypeName type, SpecSchema schema, EquatableArray<Property> properties) =>
        new ResponseObjectType(Spec, type, schema.Description ?? "", IsResource: false, properties, default);

    // Every object says what it is; a type for the one value would be of no use.
    protected override string? GetConst(string property, SpecSchema schema) =>
        property == "object" && schema.EnumValues is [var value] ? value : null;

    private TypeName? ReserveName(SpecSchema component)
    {
        if (component.IsMarkedSecret())
        {
            UnsupportedSecret(component);
            return null;
        }

        TypeName type = ResourceNames.GetTypeName(ResourceId.FromSchema(component), Spec.RootNamespace);
        if (component.Node.GetDeclaredName(Diagnostics) is { } name)
        {
            type = type with { Name = name };
        }

        return Registry.TryReserve(type, component.Node) ? type : null;
    }

    private TypeGroup ReadComponent(SpecSchema component, TypeName type, EquatableArray<Operation> operations)
    {
        ReportIgnored(component);
        var types = new List<EmittedType>();
        List<SpecSchema> objects = ResponseUnions.GetObjects(component);
        if (objects.Count > 1 && ResponseUnions.Discriminate(objects) is { } cases)
        {
            types.Add(CreateUnion(type, component, cases, operations));
        }
        else
        {
            MemberNames names = new MemberNames(type, Diagnostics).With(operations);
            EquatableArray<Property> properties = ReadProperties(unions.GetSchema(component), type, type.Name, types, names: names);
            types.Insert(0, new ResponseObjectType(Spec, type, component.Description ?? "", operations.Count > 0, properties, operations));
        }

        return new TypeGroup(types.ToEquatableArray());
    }

    /// <summary>Reports what a class does not show of its component. Its fields are among the extra fields.</summary>
    private void ReportIgnored(SpecSchema component)
    {
        bool isUnion = ResponseUnions.GetObjects(component).Count > 1;
        foreach (SpecSchema subschema in component.AnyOf)
        {
            if (subschema.Reference is null || !isUnion)
            {
                Unsupported(subschema, "anyOf that is not of several components");
            }
            else if (subschema.Target is null)
            {
                ReportUnresolved(subschema);
            }
        }

        foreach (string keyword in (string[])["allOf", "oneOf"])
        {
            if (component.Find(keyword) is { Items.Count: > 0 } combined)
            {
                Unsupported(combined, "oneOf and allOf");
            }
        }

        if (component.AdditionalProperties is { } values)
        {
            Unsupported(values, "a component that is a map");
        }

        if (isUnion && component.HasProperties)
        {
            Unsupported(component.Find("properties")!, "anyOf with properties beside it");
        }
    }

    /// <summary>One of several objects: a class with a property for each if they say what they are, else the class of the first.</summary>
    private TypeRef? ReadObjects(SpecSchema schema, List<SpecSchema> objects, Scope scope)
    {
        if (objects.Count == 1 || ResponseUnions.Discriminate(objects) is not { } cases)
        {
            return IsObject(objects[0]) ? ReadReference(objects[0], scope)
                : Unsupported(schema, $"anyOf with the component '{objects[0].ComponentName}', which is not an object,");
        }

        var type = new TypeName(scope.Namespace, scope.TypeName);
        if (!Registry.TryReserve(type, schema.Node))
        {
            return null;
        }

        scope.Types.Add(CreateUnion(type, schema, cases, operations: default));
        return new TypeRef(ValueKind.Object, type);
    }

    private ResponseUnionType CreateUnion(
        TypeName type,
        SpecSchema schema,
        IReadOnlyList<(SpecSchema Schema, string Object, bool IsDeleted)> cases,
        EquatableArray<Operation> operations)
    {
        MemberNames names = new MemberNames(type, Diagnostics).With(operations);
        IEnumerable<ResponseUnionCase> unionCases =
            from @case in cases
            let component = GetComponent(@case.Schema)
            where component is not null
            let resource = ResourceId.FromSchema(@case.Schema)
            let name = GetCaseName(@case.Schema, resource, type)
            where names.TryReserve(name, resource.Text, schema.Node)
            select new ResponseUnionCase(name, component, @case.Object, @case.IsDeleted);
        return new ResponseUnionType(Spec, type, schema.Description ?? "", operations.Count > 0, unionCases.ToEquatableArray(), operations);
    }

    /// <summary>A case is called as its resource, or as the document calls its class.</summary>
    private static string GetCaseName(SpecSchema schema, ResourceId resource, TypeName union) =>
        schema.Find(OpenApiKeywords.Name)?.String is { } name && Identifiers.IsPascal(name)
            ? name
            : Identifiers.Member(resource.Text, union.Name);

    private static bool IsPage(SpecSchema schema) =>
        schema.FindProperty("data") is not null && schema.FindProperty("has_more") is not null && schema.FindProperty("object") is not null;
}
