using Lattice.Slice.Checking.Changes;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares enum values and union cases.</summary>
internal sealed class UnionComparison(ChangeLog log)
{
    public void CompareEnums(EnumType old, EnumType @new, TypePair types)
    {
        foreach (EnumMember member in old.Members)
        {
            if (@new.Members.FirstOrDefault(other => other.Value == member.Value) is { } other)
            {
                Subject subject = types.OldMember(member.Name, types.Locations.New.GetEnumValuePointer(member.Value));
                log.AddDescription(subject, member.Description, other.Description);
                if (other.Name != member.Name)
                {
                    // Another value with the same name was added or removed.
                    ChangeRule rule = types.IsParameter ? ChangeRules.ParameterValueRenamed : ChangeRules.FieldValueRenamed;
                    log.AddChanged(rule, subject with { Name = member.Value }, member.Name, other.Name);
                }
            }
            else
            {
                ChangeRule rule = types.IsParameter ? ChangeRules.ParameterValueRemoved : ChangeRules.FieldValueRemoved;
                log.AddRemoved(rule, types.OldMember(member.Name, types.Locations.Old.GetEnumValuePointer(member.Value)), member.Value);
            }
        }

        foreach (EnumMember member in @new.Members.Where(member => old.Members.All(other => other.Value != member.Value)))
        {
            ChangeRule rule = types.IsParameter ? ChangeRules.ParameterValueAdded : ChangeRules.FieldValueAdded;
            log.AddNew(rule, types.NewMember(member.Name, types.Locations.New.GetEnumValuePointer(member.Value)), member.Value);
        }
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
