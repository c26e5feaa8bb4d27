using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares what a value can be: the values of enums, the kinds that a parameter takes, the types of an object.</summary>
internal sealed class ChoiceComparison(ChangeLog log)
{
    public void CompareEnums(EnumType old, EnumType @new, TypePair types)
    {
        foreach (EnumMember member in old.Members)
        {
            if (@new.Members.FirstOrDefault(other => other.Value == member.Value) is { } other)
            {
                Subject subject = types.OldMember(member.Name, types.Places.New.GetEnumValuePointer(member.Value));
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
                log.AddGone(kind, types.OldMember(member.Name, types.Places.Old.GetEnumValuePointer(member.Value)), member.Value);
            }
        }

        foreach (EnumMember member in @new.Members.Where(member => old.Members.All(other => other.Value != member.Value)))
        {
            ChangeKind kind = types.IsParameter ? ChangeKind.ParameterValueAdded : ChangeKind.FieldValueAdded;
            log.AddNew(kind, types.NewMember(member.Name, types.Places.New.GetEnumValuePointer(member.Value)), member.Value);
        }
    }

    public void CompareUnions(UnionType old, UnionType @new, TypePair types)
    {
        List<Alternative> before = [.. GetAlternatives(old)];
        List<Alternative> after = [.. GetAlternatives(@new)];
        foreach (Alternative gone in before.Except(after))
        {
            Subject subject = types.OldMember(gone.Member, types.Places.Old.GetEnumValuePointer(gone.Text));
            log.AddGone(ChangeKind.ParameterAlternativeRemoved, subject, gone.Text);
        }

        foreach (Alternative added in after.Except(before))
        {
            Subject subject = types.NewMember(added.Member, types.Places.New.GetEnumValuePointer(added.Text));
            log.AddNew(ChangeKind.ParameterAlternativeAdded, subject, added.Text);
        }
    }

    public void CompareAnswerUnions(AnswerUnionType old, AnswerUnionType @new, TypePair types)
    {
        foreach (AnswerUnionArm arm in old.Arms)
        {
            PlacePair places = types.Places.GetObject(arm);
            AnswerUnionArm? other = Find(@new, arm);
            if (other is null)
            {
                log.AddGone(ChangeKind.FieldAlternativeRemoved, types.OldMember(arm.Name, places.Old.Pointer), Describe(arm));
            }
            else if (other.Type != arm.Type || other.Name != arm.Name)
            {
                Subject subject = types.OldMember(arm.Name, places.New.Pointer);
                log.AddChanged(ChangeKind.FieldTypeChanged, subject, $"{arm.Type.Name} {arm.Name}", $"{other.Type.Name} {other.Name}");
            }
        }

        foreach (AnswerUnionArm arm in @new.Arms.Where(arm => Find(old, arm) is null))
        {
            Subject subject = types.NewMember(arm.Name, types.Places.GetObject(arm).New.Pointer);
            log.AddNew(ChangeKind.FieldAlternativeAdded, subject, Describe(arm));
        }
    }

    /// <summary>The arm for the same objects.</summary>
    public static AnswerUnionArm? Find(AnswerUnionType type, AnswerUnionArm arm) =>
        type.Arms.FirstOrDefault(other => other.Object == arm.Object && other.IsDeleted == arm.IsDeleted);

    private static IEnumerable<Alternative> GetAlternatives(UnionType type)
    {
        IEnumerable<Alternative> arms = type.Arms.Select(arm =>
            arm.Literal is { } literal ? new Alternative(arm.Name, literal) : new Alternative(null, CSharpText.Of(arm.Value)));
        return type.IsClearable ? arms.Append(new Alternative("Cleared", "Clearable.Clear")) : arms;
    }

    private static string Describe(AnswerUnionArm arm) => arm.IsDeleted ? $"a deleted {arm.Object}" : arm.Object;

    /// <summary>What can be assigned to a union: a literal by its member, the marker that clears, or a value of a type.</summary>
    private sealed record Alternative(string? Member, string Text);
}
