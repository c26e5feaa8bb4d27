using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Generation;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares the types of two slices, each pair once.</summary>
internal sealed class TypeComparison(SliceModel present, SliceModel newer, ChangeLog log)
{
    private readonly ParameterComparison _parameters = new(log);
    private readonly FieldComparison _fields = new(log);
    private readonly EnumComparison _enums = new(log);
    private readonly UnionComparison _unions = new(log);
    private readonly HashSet<(TypeName Old, TypeName New)> _compared = [];

    /// <param name="compared">The descriptions of the owner, which have been compared already; the type may have the same ones.</param>
    public void Compare(TypePair types, (string Old, string New) compared = default)
    {
        if (!_compared.Add((types.Old, types.New)))
        {
            return;
        }

        (EmittedType old, EmittedType @new) = (present.Get(types.Old), newer.Get(types.New));
        if ((old.Description, @new.Description) != compared)
        {
            log.AddDescription(types.Subject, old.Description, @new.Description);
        }

        CompareDeprecations(types);
        CompareContents(old, @new, types);
    }

    /// <summary>Compares whether the component of a class is deprecated. A property that is deprecated has changes of its own.</summary>
    private void CompareDeprecations(TypePair types)
    {
        if (types.Locations.New.Component is { } component
            && (types.Locations.Old.Component?.IsDeprecated ?? component.IsDeprecated) != component.IsDeprecated)
        {
            ChangeRule rule = component.IsDeprecated ? ChangeRules.SchemaDeprecated : ChangeRules.SchemaNoLongerDeprecated;
            log.AddChanged(rule, new Subject(types.OldName, component.Node.Name!, component.Node.Pointer.ToString()));
        }
    }

    private void CompareContents(EmittedType old, EmittedType @new, TypePair types)
    {
        switch (old, @new)
        {
            case (ParamsType before, ParamsType after):
                CompareProperties(_parameters, before.Properties, after.Properties, types);
                break;
            case (ResponseObjectType before, ResponseObjectType after):
                CompareProperties(_fields, before.Properties, after.Properties, types);
                break;
            case (EnumType before, EnumType after):
                _enums.Compare(before, after, types);
                break;
            case (RequestUnionType before, RequestUnionType after):
                _unions.CompareUnions(before, after, types);
                CompareCases(before, after, types);
                break;
            case (ResponseUnionType before, ResponseUnionType after):
                _unions.CompareResponseUnions(before, after, types);
                CompareCases(before, after, types);
                break;
            case var _ when types.Old == types.New:
                // An object became a union, or a union became an object, with the same name.
                log.AddChanged(ChangeRules.FieldTypeChanged, types.Subject, Describe(old), Describe(@new));
                break;
        }
    }

    private void CompareProperties(
        PropertyComparison comparison, EquatableArray<Property> old, EquatableArray<Property> @new, TypePair types)
    {
        foreach (PropertyPair pair in comparison.Compare(old, @new, types))
        {
            TypePair owners = types with { Name = pair.Old.WireName, Locations = pair.Locations };
            CompareLeaves(pair.Old.Type, pair.New.Type, owners, (pair.Old.Description, pair.New.Description));
        }
    }

    /// <summary>Compares the types within lists, maps and references, if both are of the same kind.</summary>
    private void CompareLeaves(TypeRef old, TypeRef @new, TypePair owners, (string Old, string New) compared)
    {
        (TypeRef before, TypeRef after) = (old.Leaf, @new.Leaf);
        if (before.Kind == after.Kind && before.Type is { } oldType && after.Type is { } newType)
        {
            Compare(owners with { Old = oldType, New = newType }, compared);
        }
    }

    private void CompareCases(RequestUnionType old, RequestUnionType @new, TypePair types)
    {
        RequestUnionCase? before = old.Cases.FirstOrDefault(unionCase => unionCase.Value.Kind == ValueKind.Object);
        RequestUnionCase? after = @new.Cases.FirstOrDefault(unionCase => unionCase.Value.Kind == ValueKind.Object);
        if (before is not null && after is not null)
        {
            CompareLeaves(before.Value, after.Value, types, (old.Description, @new.Description));
        }
    }

    private void CompareCases(ResponseUnionType old, ResponseUnionType @new, TypePair types)
    {
        foreach ((ResponseUnionCase before, ResponseUnionCase after) in UnionComparison.FindPairs(old, @new))
        {
            Compare(types with { Old = before.Type, New = after.Type, Locations = types.Locations.GetObject(before, after) });
        }
    }

    private static string Describe(EmittedType type) => type is ResponseUnionType ? "a union of objects" : "one object";
}
