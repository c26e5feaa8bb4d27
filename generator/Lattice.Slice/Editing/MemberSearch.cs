using Lattice.Slice.Generation;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Editing;

/// <summary>
/// Finds generated types and their properties by the names that people use: those of C# (<c>Subscription.LatestInvoice</c>) or those of
/// Stripe (<c>subscription.latest_invoice</c>). Further parts of a name lead into the types of properties
/// (<c>account.settings.branding.icon</c>). If a resource has no such field, the name is that of a parameter of its operations.
/// </summary>
internal sealed class MemberSearch
{
    private readonly SliceModel _model;
    private readonly MemberLocations _locations;

    // From exact to vague; the first rule that finds a member applies.
    private readonly IReadOnlyList<Func<TypeName, string, bool>> _rules;

    public MemberSearch(SliceModel model, MemberLocations locations)
    {
        (_model, _locations) = (model, locations);
        _rules =
        [
            (type, name) => CSharpNames.Relative(type) == name || GetWireName(type) == name,
            (type, name) => IsSame(CSharpNames.Relative(type), name),
            (type, name) => IsSame(type.Name, name) || GetWireName(type)?.Split('.')[^1] == name,
            IsCollection,
        ];
    }

    /// <summary>The members with the name: several if it is ambiguous.</summary>
    public IReadOnlyList<SliceMember> Find(string text)
    {
        string[] parts = text.Trim().Split('.');
        foreach (Func<TypeName, string, bool> matches in _rules)
        {
            for (int length = parts.Length; length > 0; length--)
            {
                string owner = string.Join('.', parts[..length]);
                List<TypeName> types = [.. _model.Types.Where(type => matches(type, owner))];
                if (Find(types, parts[length..]) is { Count: > 0 } found)
                {
                    return found;
                }
            }
        }

        return [];
    }

    /// <summary>A sentence with the members that have the most similar names.</summary>
    /// <param name="isWanted">Which members to suggest.</param>
    public string Suggest(string text, Func<SliceMember, bool> isWanted)
    {
        IEnumerable<SliceMember> properties = _locations.Properties.Select(entry => new SliceMember(entry.Type, entry.Property));
        IEnumerable<SliceMember> types = _model.Types.Select(type => new SliceMember(type, null));
        return NameSuggestions.Suggest(
            from member in properties.Concat(types).Distinct()
            where isWanted(member)
            select (member.Name, GetNames(member)),
            text);
    }

    /// <summary>The types of the parameters of a class's operations.</summary>
    public IEnumerable<TypeName> GetParams(TypeName type) =>
        from operation in _model.Operations.Values
        where operation.Owner.Type == type && operation.Operation.Params is not null
        select operation.Operation.Params;

    private List<SliceMember> Find(List<TypeName> types, string[] rest)
    {
        List<SliceMember> fields = [.. types.SelectMany(type => Follow(type, rest)).Distinct()];
        return fields.Count > 0 || rest.Length == 0
            ? fields
            : [.. types.SelectMany(GetParams).Distinct().SelectMany(type => Follow(type, rest)).Distinct()];
    }

    /// <summary>Follows the properties of a type, of the cases of a union, and of the types of properties.</summary>
    private IEnumerable<SliceMember> Follow(TypeName type, string[] names)
    {
        if (names.Length == 0)
        {
            return [new SliceMember(type, null)];
        }

        List<Property> properties = [.. GetProperties(type).Where(property => property.WireName == names[0])];
        if (properties.Count == 0)
        {
            properties.AddRange(GetProperties(type).Where(property => IsSame(property.Name, names[0])));
        }

        return names.Length == 1
            ? properties.Select(property => new SliceMember(type, property))
                .Concat(GetCases(type).SelectMany(unionCase => Follow(unionCase, names)))
            : properties.SelectMany(property => FollowInto(property.Type, names[1..]))
                .Concat(GetCases(type).SelectMany(unionCase => Follow(unionCase, names)));
    }

    /// <summary>Follows the type of a property. C# has no property for the <c>data</c> of a list.</summary>
    private IEnumerable<SliceMember> FollowInto(TypeRef type, string[] names) => type.Leaf.Type is not { } next ? []
        : type.Kind == ValueKind.Page && names is ["data", _, ..] ? Follow(next, names[1..])
        : Follow(next, names);

    private EquatableArray<Property> GetProperties(TypeName type) => _model.Get(type) switch
    {
        ResponseObjectType @object => @object.Properties,
        ParamsType parameters => parameters.Properties,
        _ => default,
    };

    /// <summary>The types of the cases of a union, without unions.</summary>
    private IEnumerable<TypeName> GetCases(TypeName type)
    {
        IEnumerable<TypeName> cases = _model.Get(type) switch
        {
            ResponseUnionType union => union.Cases.Select(unionCase => unionCase.Type),
            RequestUnionType union => union.Cases.Select(unionCase => unionCase.Value.Leaf.Type).OfType<TypeName>(),
            _ => [],
        };
        return cases.Where(unionCase => _model.Get(unionCase) is ResponseObjectType or ParamsType);
    }

    private string? GetWireName(TypeName type) => _locations.FindComponent(type)?.Node.Name;

    /// <summary>Whether the name is the collection of a resource, such as <c>subscriptions</c>.</summary>
    private bool IsCollection(TypeName type, string name) => _model.Slice.Operations.Any(operation =>
        operation.TypeName == CSharpNames.Relative(type) && operation.Collection.Count > 0 && operation.Collection[^1] == name);

    private IEnumerable<string> GetNames(SliceMember member)
    {
        string owner = GetWireName(member.Type) ?? CSharpNames.Relative(member.Type);
        return member.Property is { } property ? [member.Name, $"{owner}.{property.WireName}"] : [member.Name, owner];
    }

    private static bool IsSame(string name, string text) => name.Equals(text, StringComparison.OrdinalIgnoreCase);
}
