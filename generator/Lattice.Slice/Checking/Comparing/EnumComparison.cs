using Lattice.Slice.Checking.Changes;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares the values of enums.</summary>
internal sealed class EnumComparison(ChangeLog log)
{
    public void Compare(EnumType old, EnumType @new, TypePair types)
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
