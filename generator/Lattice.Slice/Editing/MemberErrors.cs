namespace Lattice.Slice.Editing;

/// <summary>The errors of names that do not mean exactly one member.</summary>
internal static class MemberErrors
{
    /// <summary>The only member that was found.</summary>
    /// <param name="what">What the name must be, such as "a field".</param>
    /// <param name="isWanted">Which members are meant if there are several, and which to suggest.</param>
    /// <exception cref="CommandFailedException">No member was found, or several.</exception>
    public static SliceMember EnsureOne(
        this SliceDraft draft, IReadOnlyList<SliceMember> found, string name, string what, Func<SliceMember, bool> isWanted) => found switch
        {
            [var member] => member,
            [_, _, ..] when found.Where(isWanted).ToList() is [var wanted] => wanted,
            [] => throw new CommandFailedException(DescribeMissing(draft, name, what) + draft.Search.Suggest(name, isWanted)),
            _ => throw new CommandFailedException(
                $"\"{name}\" matches several members. Specify one of:", found.Select(member => member.Name)),
        };

    private static string DescribeMissing(SliceDraft draft, string name, string what)
    {
        if (draft.Search.Find(name) is [var member, ..])
        {
            return $"\"{name}\" is {member.Name}; specify {what}.";
        }

        string? schema = draft.Spec.Schemas.Keys
            .Where(schema => name == schema || name.StartsWith(schema + ".", StringComparison.Ordinal))
            .MaxBy(schema => schema.Length);
        return $"{draft.Files.SlicePath} has no \"{name}\"."
            + (schema is null || draft.Model.Slice.Schemas.ContainsKey(schema)
                ? ""
                : $" {draft.Spec.Name} has the schema \"{schema}\", but nothing in the slice refers to it.");
    }
}
