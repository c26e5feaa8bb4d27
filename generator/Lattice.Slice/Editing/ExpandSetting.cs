using Lattice.Slice.Configuration;
using Lattice.Slice.Slicing;
using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Editing;

/// <summary>A slice in which fields are expanded, or no longer are.</summary>
/// <param name="Fields">The fields, each with its locations.</param>
/// <param name="RemovedAnnotations">The annotations in slice.json of what only an expanded field had.</param>
internal sealed record ExpandSetting(
    SliceDraft Draft,
    IReadOnlyList<(SliceMember? Member, string Name, IReadOnlyList<string> Pointers)> Fields,
    IReadOnlyList<UnmatchedAnnotation> RemovedAnnotations)
{
    private const string Section = SliceConfigurationReader.Expand;

    /// <summary>Expands a field: its type becomes the resource or the id.</summary>
    /// <exception cref="CommandFailedException">The slice has no such field, or it cannot be expanded.</exception>
    public ExpandSetting Add(string name, CancellationToken cancellationToken)
    {
        (SliceMember? member, List<string> pointers) = Find(name);
        List<string> added = [.. pointers.Except(Draft.Files.Configuration.Expand)];
        if (added.Count == 0)
        {
            throw new CommandFailedException($"{member?.Name ?? name} is already expanded in {Draft.Files.Path}.");
        }

        SliceFiles files = added.Aggregate(Draft.Files, (files, pointer) => files.Set(Section, pointer));
        return this with { Draft = Draft.With(files, cancellationToken), Fields = [.. Fields, (member, name, added)] };
    }

    /// <summary>Makes expanded fields ids again. One of them may be within the object of another one.</summary>
    /// <exception cref="CommandFailedException">The slice has no such field, or it is not expanded.</exception>
    public ExpandSetting Remove(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        List<(SliceMember? Member, string Name, IReadOnlyList<string> Pointers)> fields = [.. names.Select(FindExpanded)];
        SliceFiles files = fields.SelectMany(field => field.Pointers).Distinct()
            .Aggregate(Draft.Files, (files, pointer) => files.Unset(Section, pointer));
        (files, IReadOnlyList<UnmatchedAnnotation> annotations) = AnnotationCleaner.Clean(Draft.Files, files, Draft.Spec);
        return new ExpandSetting(Draft.With(files, cancellationToken), fields, annotations);
    }

    private (SliceMember? Member, string Name, IReadOnlyList<string> Pointers) FindExpanded(string name)
    {
        (SliceMember? member, List<string> pointers) = Find(name);
        List<string> expanded = [.. pointers.Intersect(Draft.Files.Configuration.Expand)];
        return expanded.Count > 0 ? (member, name, expanded) : throw new CommandFailedException(
            $"{member?.Name ?? name} is not expanded in {Draft.Files.Path}.");
    }

    private (SliceMember? Member, List<string> Pointers) Find(string name)
    {
        List<SliceMember> found = [.. Draft.Search.Find(name).Where(member => member.Property is not null)];
        if (found.Count == 0 && FindInError(name) is { } dropped)
        {
            return (null, [dropped]);
        }

        if (found.Count == 0)
        {
            EnsureOwnersAreExpanded(name);
        }

        SliceMember member = Draft.EnsureOne(found, name, "an expandable field", IsExpandable);
        List<string> pointers = [.. GetExpandable(member)];
        return pointers.Count > 0 ? (member, pointers) : throw new CommandFailedException(
            $"{member.Name} cannot be expanded: in {Draft.Spec.Name}, it is not an id or an object."
            + Draft.Search.Suggest(name, IsExpandable));
    }

    private bool IsExpandable(SliceMember member) => GetExpandable(member).Any();

    /// <summary>The locations at which a setting expands the field or the elements of its list.</summary>
    private IEnumerable<string> GetExpandable(SliceMember member) =>
        from pointer in Draft.GetPointers(member)
        from expandable in Draft.Result.Expandable
        where expandable == pointer || (expandable.StartsWith(pointer + "/", StringComparison.Ordinal)
            && !expandable[pointer.Length..].Replace("/properties/data/items", "", StringComparison.Ordinal).Contains("/properties/"))
        select expandable;

    /// <summary>A resource in an error, which is not in the slice at all unless it is expanded.</summary>
    private string? FindInError(string name)
    {
        int dot = name.LastIndexOf('.');
        return dot < 0 ? null : Draft.Search.Find(name[..dot])
            .Select(owner => owner.Property is null ? Draft.Locations.FindComponent(owner.Type) : null)
            .OfType<SpecSchema>()
            .Select(component => (component.Node.Pointer / "properties" / name[(dot + 1)..]).ToString())
            .FirstOrDefault(Draft.Result.Expandable.Contains);
    }

    /// <summary>Ensures that a name does not lead through a field that is an id in the slice.</summary>
    private void EnsureOwnersAreExpanded(string name)
    {
        string[] parts = name.Split('.');
        for (int length = parts.Length - 1; length > 1; length--)
        {
            string owner = string.Join('.', parts[..length]);
            if (Draft.Search.Find(owner).FirstOrDefault(IsExpandable) is { } field)
            {
                throw new CommandFailedException(
                    $"{field.Name} is only an id in the slice, so it has no \"{string.Join('.', parts[length..])}\". "
                    + $"To expand both, run `lattice expand {owner} {name}`.");
            }
        }
    }
}
