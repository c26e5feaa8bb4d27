using Lattice.Slice.Checking;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Checking.Comparing;
using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Editing;

/// <summary>A slice while its settings change.</summary>
/// <param name="Spec">The document that the slice is created from.</param>
/// <param name="Result">The slice with the settings.</param>
internal sealed record SliceDraft(SliceFiles Files, Specification Spec, SliceResult Result, SliceModel Model, MemberLocations Locations)
{
    /// <summary>Finds members of the slice.</summary>
    public MemberSearch Search { get; } = new(Model, Locations);

    /// <summary>Loads the present slice, which must be the one that the document yields, so that only settings change.</summary>
    /// <exception cref="CommandFailedException">There is no slice, or it was created from another document.</exception>
    public static SliceDraft Load(SliceFiles files, Specification spec, CancellationToken cancellationToken)
    {
        Specification present = files.LoadSlice()
            ?? throw new CommandFailedException($"{files.SlicePath} does not exist. Run `lattice slice` to create it.");
        SliceDraft draft = Create(files, spec, cancellationToken);
        if (draft.Model.Slice.Text != present.Text)
        {
            throw new CommandFailedException(
                $"{files.SlicePath} (API version {present.Version}) is not what {files.Path} and {spec.Name} (API version {spec.Version}) "
                + "yield, so more than this setting would change. Run `lattice slice` first, or pass the document that the slice was created "
                + "from with --spec.");
        }

        // The pin stays as it is, so that the document that it names has what the setting adds, and removing it restores the exact files.
        return files.Configuration.Pin is not { } pin || pin.Hash == spec.Pin.Hash ? draft : throw new CommandFailedException(
            $"{files.Path} pins {pin}, but {spec.Name} is {spec.Pin}. To pin that, run `lattice slice` with the same --spec first. "
            + "To use the pinned document, leave --spec out, or pass a copy of it.");
    }

    /// <summary>The slice with other settings.</summary>
    /// <exception cref="CommandFailedException">A setting cannot be applied.</exception>
    public SliceDraft With(SliceFiles files, CancellationToken cancellationToken) => Create(files, Spec, cancellationToken);

    /// <summary>The locations of a property in each of the schemas that its class has.</summary>
    public IEnumerable<SchemaLocations> GetLocations(SliceMember member) => Locations.Properties
        .Where(entry => entry.Type == member.Type && entry.Property.WireName == member.Property?.WireName)
        .Select(entry => entry.Locations);

    /// <summary>The locations of a property as JSON Pointers.</summary>
    public IReadOnlyList<string> GetPointers(SliceMember member) =>
        [.. GetLocations(member).SelectMany(locations => locations.OwnPointers).Distinct()];

    /// <summary>The C# type of a property; <see langword="null"/> if the slice does not have it.</summary>
    public string? FindTypeText(SliceMember member)
    {
        Property? found = FindProperty(member);
        return found is null ? null
            : Model.Get(member.Type) is ParamsType ? CSharpText.OfParameter(found.Type)
            : CSharpText.OfField(found);
    }

    /// <summary>
    /// The parameters of a class's operations with the name of its string, or the field with the name of a parameter, if one of the two
    /// is a secret.
    /// </summary>
    public IEnumerable<SliceMember> FindSameName(SliceMember member)
    {
        HashSet<TypeName?> owners = [.. Model.Operations.Values
            .Where(operation => operation.Owner.Type == member.Type || operation.Operation.Params == member.Type)
            .SelectMany(operation => (TypeName?[])[operation.Owner.Type, operation.Operation.Params])];
        ValueKind opposite = FindProperty(member)?.Type.Kind == ValueKind.Secret ? ValueKind.String : ValueKind.Secret;
        return Locations.Properties
            .Where(entry => entry.Type != member.Type && owners.Contains(entry.Type)
                && entry.Property.WireName == member.Property?.WireName && entry.Property.Type.Kind == opposite)
            .Select(entry => new SliceMember(entry.Type, entry.Property)).Distinct();
    }

    /// <summary>Ensures that the slice can replace another one, which had other settings.</summary>
    /// <param name="allowsWarnings">Whether the build may report new warnings, such as for new schemas.</param>
    /// <returns>What changes for code that uses the slice.</returns>
    /// <exception cref="CommandFailedException">The build would fail, or a generated member would be removed.</exception>
    public CheckReport EnsureReplaces(SliceDraft before, bool allowsWarnings)
    {
        SliceGuard.EnsureGenerated(Files.Configuration, before.Model, Model);
        SliceGuard.EnsureNothingNew(before.Model, Model, allowsWarnings);
        CheckReport changes = SliceCheck.Compare(before.Model, Model, Spec);
        SliceGuard.EnsureKept(Files, before.Model, Model, changes);
        return changes;
    }

    private Property? FindProperty(SliceMember member) => Locations.Properties
        .FirstOrDefault(entry => entry.Type == member.Type && entry.Property.WireName == member.Property?.WireName)?.Property;

    private static SliceDraft Create(SliceFiles files, Specification spec, CancellationToken cancellationToken)
    {
        SliceResult result = Slicer.CreateSlice(spec, files.Configuration).EnsureComplete();
        SliceModel model = SliceModel.Read(Specification.Parse(result.Json, $"the slice of {spec.Name}"), cancellationToken);
        return new SliceDraft(files, spec, result, model, MemberLocations.Find(model));
    }
}
