using Lattice.Spec.Model;

namespace Lattice.Spec.Reading;

/// <summary>
/// Decides how to get from a page of a list to the next one where that is by the id of an element. It comes last, because it needs the
/// name and the type of the property for the id, which are known only after the class of the elements was read.
/// </summary>
internal sealed class PagingReader
{
    private readonly Dictionary<TypeName, EmittedType> _types = [];

    private PagingReader(IEnumerable<TypeGroup> groups)
    {
        foreach (EmittedType type in groups.SelectMany(group => group.Types))
        {
            _types[type.Type] = type;
        }
    }

    /// <summary>Adds the paging to the operations of all types.</summary>
    public static IReadOnlyList<TypeGroup> AddTo(IReadOnlyList<TypeGroup> groups)
    {
        var reader = new PagingReader(groups);
        return [.. groups.Select(group => new TypeGroup(group.Types.Select(reader.AddTo).ToEquatableArray()))];
    }

    private EmittedType AddTo(EmittedType type) => type switch
    {
        ResponseObjectType { Operations.Count: > 0 } owner => owner with { Operations = AddTo(owner.Operations) },
        ResponseUnionType { Operations.Count: > 0 } owner => owner with { Operations = AddTo(owner.Operations) },
        ContainerType owner => owner with { Operations = AddTo(owner.Operations) },
        _ => type,
    };

    private EquatableArray<Operation> AddTo(EquatableArray<Operation> operations) => operations.Select(AddTo).ToEquatableArray();

    private Operation AddTo(Operation operation)
    {
        if (operation is not { Paging: null, Result: { Kind: ValueKind.Page, Element.Type: { } element } })
        {
            return operation;
        }

        List<string> ids = [.. GetIds(element, [])];
        return ids.Count > 0 ? operation with { Paging = new Paging(ids.ToEquatableArray()) } : operation;
    }

    /// <summary>The expressions for the id of an element; none if it has no id, or one that is not an ordinary string.</summary>
    /// <param name="outer">The unions around the type, because a union can contain itself.</param>
    private IEnumerable<string> GetIds(TypeName type, IReadOnlyList<TypeName> outer) => _types.TryGetValue(type, out EmittedType? found)
        ? found switch
        {
            ResponseObjectType element => element.Properties
                .Where(property => property is { WireName: "id", Type.Kind: ValueKind.String }).Select(property => property.Name),
            ResponseUnionType union when !outer.Contains(type) => union.Cases
                .SelectMany(unionCase => GetIds(unionCase.Type, [.. outer, type]).Select(id => $"{unionCase.Name}?.{id}")),
            _ => [],
        }
        : [];
}
