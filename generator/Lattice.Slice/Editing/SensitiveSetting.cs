using Lattice.Slice.Configuration;
using Lattice.Spec.Model;

namespace Lattice.Slice.Editing;

/// <summary>A slice in which strings become secrets, or no longer are.</summary>
/// <param name="Fields">The strings, each with its locations.</param>
internal sealed record SensitiveSetting(SliceDraft Draft, IReadOnlyList<(SliceMember Member, IReadOnlyList<string> Pointers)> Fields)
{
    private const string Section = SliceConfigurationReader.Sensitive;

    // The types that a string in JSON can have. A list of secrets cannot be protected.
    private static readonly HashSet<ValueKind> s_strings =
        [ValueKind.String, ValueKind.Secret, ValueKind.Int64String, ValueKind.DecimalString, ValueKind.DateTime];

    /// <summary>Makes a string a secret, or a plain string whatever the rules say.</summary>
    /// <exception cref="CommandFailedException">The slice has no such string, or it already is that.</exception>
    public SensitiveSetting Set(string name, bool isSecret, CancellationToken cancellationToken)
    {
        (SliceMember member, List<string> pointers) = Find(name);
        if ((member.Property!.Type.Kind == ValueKind.Secret) == isSecret)
        {
            throw new CommandFailedException(isSecret
                ? $"{member.Name} is already a secret. `lattice list --secrets {member.Name}` says why."
                : $"{member.Name} is already a plain string.");
        }

        return Apply(member, pointers, (files, pointer) => files.Set(Section, pointer, isSecret), cancellationToken);
    }

    /// <summary>Lets the rules decide about a string again.</summary>
    /// <exception cref="CommandFailedException">The slice has no such string, or slice.json has no setting for it.</exception>
    public SensitiveSetting Remove(string name, CancellationToken cancellationToken)
    {
        (SliceMember member, List<string> pointers) = Find(name);
        List<string> set = [.. pointers.Where(Draft.Files.Configuration.Sensitive.ContainsKey)];
        return set.Count > 0
            ? Apply(member, Enumerable.Reverse(set), (files, pointer) => files.Unset(Section, pointer), cancellationToken)
            : throw new CommandFailedException(
                $"{Draft.Files.Path} does not say whether {member.Name} is a secret, so there is nothing to remove.");
    }

    private SensitiveSetting Apply(
        SliceMember member,
        IEnumerable<string> pointers,
        Func<SliceFiles, string, SliceFiles> change,
        CancellationToken cancellationToken)
    {
        List<string> changed = [.. pointers];
        return new SensitiveSetting(
            Draft.With(changed.Aggregate(Draft.Files, change), cancellationToken), [.. Fields, (member, changed)]);
    }

    private (SliceMember Member, List<string> Pointers) Find(string name)
    {
        List<SliceMember> found = [.. Draft.Search.Find(name).Where(member => member.Property is not null)];
        SliceMember member = Draft.EnsureOne(found, name, "a string", IsString);
        List<string> pointers = [.. Draft.GetLocations(member).SelectMany(locations => locations.StringPointers).Distinct()];
        return IsString(member) && pointers.Count > 0 ? (member, pointers) : throw new CommandFailedException(
            $"{member.Name} is not a plain string; only a plain string can be a secret.");
    }

    private static bool IsString(SliceMember member) => member.Property is { } property && s_strings.Contains(property.Type.Kind);
}
