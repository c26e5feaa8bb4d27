using Lattice.Slice.Types;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Walks the types of two slices side by side, each pair once.</summary>
internal sealed class TypeComparison(SliceModel present, SliceModel newer, ChangeLog log)
{
    private readonly ParameterComparison _parameters = new(log);
    private readonly FieldComparison _fields = new(log);
    private readonly UnionComparison _choices = new(log);
    private readonly HashSet<(TypeName Old, TypeName New)> _compared = [];

    /// <param name="told">The descriptions of what has the type: if the type's are the same, they have been compared.</param>
    public void Compare(TypePair types, (string Old, string New) told = default)
    {
        if (!_compared.Add((types.Old, types.New)))
        {
            return;
        }

        (EmittedType old, EmittedType @new) = (present.Get(types.Old), newer.Get(types.New));
        if ((old.Description, @new.Description) != told)
        {
            log.AddDescription(types.Subject, old.Description, @new.Description);
        }

        CompareContents(old, @new, types);
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
                _choices.CompareEnums(before, after, types);
                break;
            case (RequestUnionType before, RequestUnionType after):
                _choices.CompareUnions(before, after, types);
                CompareCases(before, after, types);
                break;
            case (ResponseUnionType before, ResponseUnionType after):
                _choices.CompareResponseUnions(before, after, types);
                CompareCases(before, after, types);
                break;
            case var _ when types.Old == types.New:
                // One object before, one of several types now, or the other way round; the name does not tell.
                log.AddChanged(ChangeKind.FieldTypeChanged, types.Subject, Describe(old), Describe(@new));
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

    /// <summary>Compares the types behind lists, maps and references, if they are of one kind.</summary>
    private void CompareLeaves(TypeRef old, TypeRef @new, TypePair owners, (string Old, string New) told)
    {
        (TypeRef before, TypeRef after) = (old.Leaf, @new.Leaf);
        if (before.Kind == after.Kind && before.Type is { } oldType && after.Type is { } newType)
        {
            Compare(owners with { Old = oldType, New = newType }, told);
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
        foreach (ResponseUnionCase unionCase in old.Cases)
        {
            if (UnionComparison.Find(@new, unionCase) is { } other)
            {
                Compare(types with { Old = unionCase.Type, New = other.Type, Locations = types.Locations.GetObject(unionCase) });
            }
        }
    }

    private static string Describe(EmittedType type) => type is ResponseUnionType ? "an object of one of several types" : "one object";
}
