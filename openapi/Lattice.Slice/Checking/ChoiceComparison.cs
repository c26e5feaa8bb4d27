using Lattice.Generator.Model;
using Lattice.Slice.Names;

namespace Lattice.Slice.Checking;

/// <summary>Compares what a value can be: the values of enums, the kinds that a parameter takes, the types of an object.</summary>
internal sealed class ChoiceComparison(ChangeLog log)
{
    public void CompareEnums(EnumType old, EnumType @new, TypePair types)
    {
        foreach (EnumMember member in old.Members)
        {
            string name = $"{types.OldOwner}.{member.Name}";
            if (@new.Members.FirstOrDefault(other => other.Value == member.Value) is { } other)
            {
                log.AddDescription(name, member.Value, types.Places.New.GetEnumValuePointer(member.Value), member.Description, other.Description);
            }
            else
            {
                log.AddGone(types.IsParameter ? ChangeKind.ParameterValueRemoved : ChangeKind.FieldValueRemoved, name,
                    types.Name, types.Places.Old.GetEnumValuePointer(member.Value), member.Value);
            }
        }

        foreach (EnumMember member in @new.Members.Where(member => old.Members.All(other => other.Value != member.Value)))
        {
            log.AddNew(types.IsParameter ? ChangeKind.ParameterValueAdded : ChangeKind.FieldValueAdded, $"{types.NewOwner}.{member.Name}",
                types.Name, types.Places.New.GetEnumValuePointer(member.Value), member.Value);
        }
    }

    public void CompareUnions(UnionType old, UnionType @new, TypePair types)
    {
        HashSet<(string? Member, string Text)> before = [.. GetAlternatives(old)];
        HashSet<(string? Member, string Text)> after = [.. GetAlternatives(@new)];
        foreach ((string? member, string text) in GetAlternatives(old).Where(alternative => !after.Contains(alternative)))
        {
            log.AddGone(ChangeKind.ParameterAlternativeRemoved, GetMember(types.OldOwner, member), types.Name, types.Places.Old.GetEnumValuePointer(text), text);
        }

        foreach ((string? member, string text) in GetAlternatives(@new).Where(alternative => !before.Contains(alternative)))
        {
            log.AddNew(ChangeKind.ParameterAlternativeAdded, GetMember(types.NewOwner, member), types.Name, types.Places.New.GetEnumValuePointer(text), text);
        }
    }

    public void CompareAnswerUnions(AnswerUnionType old, AnswerUnionType @new, TypePair types)
    {
        foreach (AnswerUnionArm arm in old.Arms)
        {
            AnswerUnionArm? other = Find(@new, arm);
            string member = GetMember(types.OldOwner, arm.Name);
            if (other is null)
            {
                log.AddGone(ChangeKind.FieldAlternativeRemoved, member, types.Name, types.Places.GetObject(arm).Old.Pointer, GetText(arm));
            }
            else if (other.Type != arm.Type || other.Name != arm.Name)
            {
                log.AddChanged(ChangeKind.FieldTypeChanged, member, types.Name, types.Places.GetObject(arm).New.Pointer,
                    $"{CSharpNames.Relative(arm.Type)} {arm.Name}", $"{CSharpNames.Relative(other.Type)} {other.Name}");
            }
        }

        foreach (AnswerUnionArm arm in @new.Arms.Where(arm => Find(old, arm) is null))
        {
            log.AddNew(ChangeKind.FieldAlternativeAdded, GetMember(types.NewOwner, arm.Name), types.Name,
                types.Places.GetObject(arm).New.Pointer, GetText(arm));
        }
    }

    /// <summary>The arm for the same objects.</summary>
    public static AnswerUnionArm? Find(AnswerUnionType type, AnswerUnionArm arm) =>
        type.Arms.FirstOrDefault(other => other.Object == arm.Object && other.IsDeleted == arm.IsDeleted);

    /// <summary>What can be assigned: a literal with its member, a value of a type, or the marker that clears.</summary>
    private static IEnumerable<(string? Member, string Text)> GetAlternatives(UnionType type) =>
        type.Arms.Select(arm => arm.Literal is { } literal ? (arm.Name, literal) : ((string?)null, CSharpText.Of(arm.Value)))
            .Concat(type.IsClearable ? [("Cleared", "Clearable.Clear")] : []);

    private static string GetMember(string owner, string? member) => member is null ? owner : $"{owner}.{member}";

    private static string GetText(AnswerUnionArm arm) => arm.IsDeleted ? $"a deleted {arm.Object}" : arm.Object;
}
