using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <content>Components. A reference reserves the class of a component; the component itself is read later.</content>
internal sealed partial class ResponseSchemaReader
{
    private readonly Dictionary<string, TypeName?> _known = new(StringComparer.Ordinal);
    private readonly Queue<(TypeName Type, SpecSchema Component)> _unread = new();

    /// <summary>Whether a component becomes a class: it is an object, or a union of objects.</summary>
    public static bool IsObject(SpecSchema component) => component.Has(SchemaTypes.Object)
        || (component.Types == SchemaTypes.None && component.HasProperties)
        || ResponseUnions.GetObjects(component).Count > 1;

    /// <summary>Gets the class of the component that a schema is or refers to. <see cref="ReadComponents"/> reads the component.</summary>
    /// <returns><see langword="null"/> if the component has no class, which has been reported.</returns>
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

    /// <summary>Reads the components whose classes were requested, and all components that these refer to.</summary>
    /// <param name="operations">The operations by the class that they return.</param>
    public IReadOnlyList<TypeGroup> ReadComponents(ILookup<TypeName, Operation> operations, CancellationToken cancellationToken)
    {
        unions.Collect(_unread.Select(component => component.Component), cancellationToken);
        var groups = new List<TypeGroup>();
        while (_unread.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (TypeName type, SpecSchema component) = _unread.Dequeue();
            groups.Add(ReadComponent(component, type, operations[type].ToEquatableArray()));
        }

        return groups;
    }

    private TypeName? ReserveName(SpecSchema component)
    {
        if (component.IsDeclaredSecret())
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
        bool isResource = operations.Count > 0 || _results.Contains(type);
        List<SpecSchema> objects = ResponseUnions.GetObjects(component);
        if (objects.Count > 1 && ResponseUnions.Discriminate(objects) is { } cases)
        {
            types.Add(CreateUnion(type, component, cases, operations, isResource));
        }
        else
        {
            MemberNames names = new MemberNames(type, Diagnostics).With(operations);
            EquatableArray<Property> properties = ReadProperties(unions.GetSchema(component), type, type.Name, types, names: names);
            types.Insert(0, new ResponseObjectType(Spec, type, component.Description ?? "", properties, operations, isResource));
        }

        return new TypeGroup(types.ToEquatableArray());
    }

    /// <summary>Reports the parts of a component that its class does not have. Their values are among the extra fields.</summary>
    private void ReportIgnored(SpecSchema component)
    {
        bool isUnion = ResponseUnions.GetObjects(component).Count > 1;
        foreach (SpecSchema subschema in component.AnyOf)
        {
            if (subschema.Reference is null || !isUnion)
            {
                Unsupported(subschema, "\"anyOf\" in a component is supported only with several components");
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
                Unsupported(combined, $"\"{keyword}\" is not supported");
            }
        }

        if (component.AdditionalProperties is { } values)
        {
            Unsupported(values, "a component that is a map is not supported");
        }

        if (isUnion && component.HasProperties)
        {
            Unsupported(component.Find("properties")!, "\"anyOf\" next to \"properties\" is not supported");
        }
    }

    private ResponseUnionType CreateUnion(
        TypeName type,
        SpecSchema schema,
        IReadOnlyList<(SpecSchema Schema, string Object, bool IsDeleted)> cases,
        EquatableArray<Operation> operations,
        bool isResource)
    {
        MemberNames names = new MemberNames(type, Diagnostics).With(operations);
        IEnumerable<ResponseUnionCase> unionCases =
            from @case in cases
            let component = GetComponent(@case.Schema)
            where component is not null
            let resource = ResourceId.FromSchema(@case.Schema)
            let name = GetCaseName(@case.Schema, resource, type.Name)
            where names.TryReserve(name, resource.Text, schema.Node)
            select new ResponseUnionCase(name, component, @case.Object, @case.IsDeleted);
        return new ResponseUnionType(Spec, type, schema.Description ?? "", unionCases.ToEquatableArray(), operations, isResource);
    }

    /// <summary>The name of a case: that of its resource, or the declared name of its class.</summary>
    private static string GetCaseName(SpecSchema schema, ResourceId resource, string union) =>
        schema.Find(OpenApiKeywords.Name)?.String is { } name && Identifiers.IsPascal(name)
            ? name
            : Identifiers.Member(resource.Text, union);
}
