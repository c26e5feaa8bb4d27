using Lattice.Slice.Checking.Changes;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares union cases.</summary>
internal sealed class UnionComparison(ChangeLog log)
{
    public void CompareUnions(RequestUnionType old, RequestUnionType @new, TypePair types)
    {
        List<Alternative> before = [.. GetAlternatives(old)];
        List<Alternative> after = [.. GetAlternatives(@new)];
        List<Alternative> unpaired = [.. after.Except(before)];
        foreach (Alternative removed in before.Except(after))
        {
            if (removed.Member is not null && unpaired.Find(added => added.Member == removed.Member) is { } renamed)
            {
                unpaired.Remove(renamed);
                Subject member = types.OldMember(removed.Member, types.Locations.New.GetEnumValuePointer(renamed.Text));
                log.AddChanged(ChangeRules.ParameterValueWireNameChanged, member, removed.Text, renamed.Text);
                continue;
            }

            Subject subject = types.OldMember(removed.Member, types.Locations.Old.GetEnumValuePointer(removed.Text));
            log.AddRemoved(ChangeRules.ParameterAlternativeRemoved, subject, removed.Text);
        }

        foreach (Alternative added in unpaired)
        {
            Subject subject = types.NewMember(added.Member, types.Locations.New.GetEnumValuePointer(added.Text));
            log.AddNew(ChangeRules.ParameterAlternativeAdded, subject, added.Text);
        }
    }

    public void CompareResponseUnions(ResponseUnionType old, ResponseUnionType @new, TypePair types)
    {
        IReadOnlyList<(ResponseUnionCase Old, ResponseUnionCase New)> pairs = FindPairs(old, @new);
        foreach ((ResponseUnionCase before, ResponseUnionCase after) in pairs)
        {
            CompareCases(before, after, types);
        }

        foreach (ResponseUnionCase removed in old.Cases.Except(pairs.Select(pair => pair.Old)))
        {
            Subject subject = types.OldMember(removed.Name, types.Locations.GetObject(removed, removed).Old.Pointer);
            log.AddRemoved(ChangeRules.FieldAlternativeRemoved, subject, Describe(removed));
        }

        foreach (ResponseUnionCase added in @new.Cases.Except(pairs.Select(pair => pair.New)))
        {
            Subject subject = types.NewMember(added.Name, types.Locations.GetObject(added, added).New.Pointer);
            log.AddNew(ChangeRules.FieldAlternativeAdded, subject, Describe(added));
        }
    }

    /// <summary>
    /// The cases of both sides for the same objects; otherwise those with the same name and class, whose objects have another name.
    /// </summary>
    public static IReadOnlyList<(ResponseUnionCase Old, ResponseUnionCase New)> FindPairs(ResponseUnionType old, ResponseUnionType @new)
    {
        return [.. from before in old.Cases
                   let after = Find(@new, before) ?? @new.Cases.FirstOrDefault(other => Find(old, other) is null
                       && other.Name == before.Name && other.Type == before.Type && other.IsDeleted == before.IsDeleted)
                   where after is not null
                   select (before, after)];

        static ResponseUnionCase? Find(ResponseUnionType type, ResponseUnionCase unionCase) =>
            type.Cases.FirstOrDefault(other => other.Object == unionCase.Object && other.IsDeleted == unionCase.IsDeleted);
    }

    private void CompareCases(ResponseUnionCase old, ResponseUnionCase @new, TypePair types)
    {
        Subject subject = types.OldMember(old.Name, types.Locations.GetObject(old, @new).New.Pointer);
        if (old.Object != @new.Object)
        {
            log.AddChanged(ChangeRules.FieldValueWireNameChanged, subject, old.Object, @new.Object);
        }
        else if (old.Type != @new.Type || old.Name != @new.Name)
        {
            log.AddChanged(ChangeRules.FieldTypeChanged, subject, $"{old.Type.Name} {old.Name}", $"{@new.Type.Name} {@new.Name}");
        }
    }

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
