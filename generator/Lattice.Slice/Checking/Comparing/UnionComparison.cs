using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares what a value can be: the values of enums, the kinds that a parameter takes, the types of an object.</summary>
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
                    // Another value that would be called the same has come or gone.
                    ChangeKind kind = types.IsParameter ? ChangeKind.ParameterValueRenamed : ChangeKind.FieldValueRenamed;
                    log.AddChanged(kind, subject with { Name = member.Value }, member.Name, other.Name);
                }
            }
            else
            {
                ChangeKind kind = types.IsParameter ? ChangeKind.ParameterValueRemoved : ChangeKind.FieldValueRemoved;
                log.AddGone(kind, types.OldMember(member.Name, types.Locations.Old.GetEnumValuePointer(member.Value)), member.Value);
            }
        }

        foreach (EnumMember member in @new.Members.Where(member => old.Members.All(other => other.Value != member.Value)))
        {
            ChangeKind kind = types.IsParameter ? ChangeKind.ParameterValueAdded : ChangeKind.FieldValueAdded;
            log.AddNew(kind, types.NewMember(member.Name, types.Locations.New.GetEnumValuePointer(member.Value)), member.Value);
        }
    }

    public void CompareUnions(RequestUnionType old, RequestUnionType @new, TypePair types)
    {
        List<Alternative> before = [.. GetAlternatives(old)];
        List<Alternative> after = [.. GetAlternatives(@new)];
        foreach (Alternative gone in before.Except(after))
        {
            Subject subject = types.OldMember(gone.Member, types.Locations.Old.GetEnumValuePointer(gone.Text));
            log.AddGone(ChangeKind.ParameterAlternativeRemoved, subject, gone.Text);
        }

        foreach (Alternative added in after.Except(before))
        {
            Subject subject = types.NewMember(added.Member, types.Locations.New.GetEnumValuePointer(added.Text));
            log.AddNew(ChangeKind.ParameterAlternativeAdded, subject, added.Text);
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
                log.AddGone(ChangeKind.FieldAlternativeRemoved, types.OldMember(unionCase.Name, locations.Old.Pointer), Describe(unionCase));
            }
            else if (other.Type != unionCase.Type || other.Name != unionCase.Name)
            {
                Subject subject = types.OldMember(unionCase.Name, locations.New.Pointer);
                log.AddChanged(ChangeKind.FieldTypeChanged, subject, $"{unionCase.Type.Name} {unionCase.Name}", $"{other.Type.Name} {other.Name}");
            }
        }

        foreach (ResponseUnionCase unionCase in @new.Cases.Where(unionCase => Find(old, unionCase) is null))
        {
            Subject subject = types.NewMember(unionCase.Name, types.Locations.GetObject(unionCase).New.Pointer);
            log.AddNew(ChangeKind.FieldAlternativeAdded, subject, Describe(unionCase));
        }
    }

    /// <summary>The arm for the same objects.</summary>
    public static ResponseUnionCase? Find(ResponseUnionType type, ResponseUnionCase unionCase) =>
        type.Cases.FirstOrDefault(other => other.Object == unionCase.Object && other.IsDeleted == unionCase.IsDeleted);

    private static IEnumerable<Alternative> GetAlternatives(RequestUnionType type)
    {
        IEnumerable<Alternative> unionCases = type.Cases.Select(unionCase =>
            unionCase.Literal is { } literal ? new Alternative(unionCase.Name, literal) : new Alternative(null, CSharpText.Of(unionCase.Value)));
        return type.IsClearable ? unionCases.Append(new Alternative("Cleared", "Clearable.Clear")) : unionCases;
    }

    private static string Describe(ResponseUnionCase unionCase) => unionCase.IsDeleted ? $"a deleted {unionCase.Object}" : unionCase.Object;

    /// <summary>What can be assigned to a union: a literal by its member, the marker that clears, or a value of a type.</summary>
    private sealed record Alternative(string? Member, string Text);
}
