using Lattice.Slice.Checking.Changes;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares enum values and union cases.</summary>
internal sealed class UnionComparison(ChangeLog log)
{
    public void CompareEnums(EnumType old, EnumType @new, TypePair types)
    {
        ValueRules rules = types.IsParameter ? ValueRules.Parameters : ValueRules.Fields;
        var unpaired = @new.Members.ToList();
        foreach (EnumMember member in old.Members)
        {
            if (FindOther(member, old, @new) is { } other)
            {
                unpaired.Remove(other);
                CompareMembers(member, other, types, rules);
            }
            else
            {
                log.AddRemoved(
                    rules.Removed, types.OldMember(member.Name, types.Locations.Old.GetEnumValuePointer(member.Value)), member.Value);
            }
        }

        foreach (EnumMember member in unpaired)
        {
            log.AddNew(rules.Added, types.NewMember(member.Name, types.Locations.New.GetEnumValuePointer(member.Value)), member.Value);
        }
    }

    /// <summary>The other version of a member: with the same value, otherwise with the same name if the new value is really new.</summary>
    private static EnumMember? FindOther(EnumMember member, EnumType old, EnumType @new) =>
        @new.Members.FirstOrDefault(other => other.Value == member.Value)
        ?? @new.Members.FirstOrDefault(other => other.Name == member.Name && old.Members.All(known => known.Value != other.Value));

    private void CompareMembers(EnumMember old, EnumMember @new, TypePair types, ValueRules rules)
    {
        Subject subject = types.OldMember(old.Name, types.Locations.New.GetEnumValuePointer(@new.Value));
        log.AddDescription(subject, old.Description, @new.Description);
        Subject value = subject with { Name = old.Value };
        if (old.Name != @new.Name)
        {
            // Another value with the same name was added or removed.
            log.AddChanged(rules.Renamed, value, old.Name, @new.Name);
        }

        if (old.Value != @new.Value)
        {
            log.AddChanged(rules.WireNameChanged, value, old.Value, @new.Value);
        }

        log.AddDeprecation(rules.Deprecated, rules.NoLongerDeprecated, value, old.Obsolete, @new.Obsolete);
    }

    public void CompareUnions(RequestUnionType old, RequestUnionType @new, TypePair types)
    {
        List<Alternative> before = [.. GetAlternatives(old)];
        List<Alternative> after = [.. GetAlternatives(@new)];
        foreach (Alternative removed in before.Except(after))
        {
            Subject subject = types.OldMember(removed.Member, types.Locations.Old.GetEnumValuePointer(removed.Text));
            log.AddRemoved(ChangeRules.ParameterAlternativeRemoved, subject, removed.Text);
        }

        foreach (Alternative added in after.Except(before))
        {
            Subject subject = types.NewMember(added.Member, types.Locations.New.GetEnumValuePointer(added.Text));
            log.AddNew(ChangeRules.ParameterAlternativeAdded, subject, added.Text);
        }
    }

    public void CompareResponseUnions(ResponseUnionType old, ResponseUnionType @new, TypePair types)
    {
        foreach (ResponseUnionCase unionCase in old.Cases)
        {
            LocationPair locations = types.Locations.GetObject(unionCase);
            ResponseUnionCase? other = Find(@new, unionCase);
            if (other is null)
            {
                Subject subject = types.OldMember(unionCase.Name, locations.Old.Pointer);
                log.AddRemoved(ChangeRules.FieldAlternativeRemoved, subject, Describe(unionCase));
            }
            else if (other.Type != unionCase.Type || other.Name != unionCase.Name)
            {
                Subject subject = types.OldMember(unionCase.Name, locations.New.Pointer);
                string before = $"{unionCase.Type.Name} {unionCase.Name}";
                log.AddChanged(ChangeRules.FieldTypeChanged, subject, before, $"{other.Type.Name} {other.Name}");
            }
        }

        foreach (ResponseUnionCase unionCase in @new.Cases.Where(unionCase => Find(old, unionCase) is null))
        {
            Subject subject = types.NewMember(unionCase.Name, types.Locations.GetObject(unionCase).New.Pointer);
            log.AddNew(ChangeRules.FieldAlternativeAdded, subject, Describe(unionCase));
        }
    }

    /// <summary>The case for the same objects.</summary>
    public static ResponseUnionCase? Find(ResponseUnionType type, ResponseUnionCase unionCase) =>
        type.Cases.FirstOrDefault(other => other.Object == unionCase.Object && other.IsDeleted == unionCase.IsDeleted);

    private static IEnumerable<Alternative> GetAlternatives(RequestUnionType type)
    {
        IEnumerable<Alternative> unionCases = type.Cases.Select(unionCase =>
            unionCase.Const is { } constant
                ? new Alternative(unionCase.Name, constant)
                : new Alternative(null, CSharpText.Of(unionCase.Value)));
        return type.IsClearable ? unionCases.Append(new Alternative("Cleared", "Clearable.Clear")) : unionCases;
    }

    private static string Describe(ResponseUnionCase unionCase) => unionCase.IsDeleted ? $"a deleted {unionCase.Object}" : unionCase.Object;

    /// <summary>Something that can be assigned to a union: a constant, <c>Clearable.Clear</c>, or a value of a type.</summary>
    private sealed record Alternative(string? Member, string Text);
}

/// <summary>The rules for the values of enums.</summary>
internal sealed record ValueRules(
    ChangeRule Added,
    ChangeRule Removed,
    ChangeRule Renamed,
    ChangeRule WireNameChanged,
    ChangeRule Deprecated,
    ChangeRule NoLongerDeprecated)
{
    public static readonly ValueRules Parameters = new(
        ChangeRules.ParameterValueAdded,
        ChangeRules.ParameterValueRemoved,
        ChangeRules.ParameterValueRenamed,
        ChangeRules.ParameterValueWireNameChanged,
        ChangeRules.ParameterValueDeprecated,
        ChangeRules.ParameterValueNoLongerDeprecated);

    public static readonly ValueRules Fields = new(
        ChangeRules.FieldValueAdded,
        ChangeRules.FieldValueRemoved,
        ChangeRules.FieldValueRenamed,
        ChangeRules.FieldValueWireNameChanged,
        ChangeRules.FieldValueDeprecated,
        ChangeRules.FieldValueNoLongerDeprecated);
}
