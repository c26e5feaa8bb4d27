using Lattice.Slice.Checking;
using Lattice.Slice.Configuration;
using Lattice.Slice.Operations;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Types;

namespace Lattice.Slice.Editing;

/// <summary>A slice with an operation more.</summary>
/// <param name="Before">What the slice gave before; <see langword="null"/> if there was none.</param>
/// <param name="After">What it gives now.</param>
/// <param name="Changes">What the document changes for what was in the slice before; <see langword="null"/> if there was none.</param>
internal sealed record Addition(SliceFiles Files, PostOperation Operation, SliceResult Result, SliceModel? Before, SliceModel After, CheckReport? Changes)
{
    /// <param name="text">What a person calls the operation.</param>
    /// <param name="asCreate">Whether it is added even if its path does not look like a create.</param>
    /// <exception cref="CommandFailedException">There is no such operation, or it cannot be added.</exception>
    public static Addition Create(
        SliceFiles files, Specification spec, string text, bool asCreate = false, CancellationToken cancellationToken = default)
    {
        PostOperation operation = OperationSearch.Find(spec.Operations, text, spec.Name);
        EnsureCanBeAdded(files, operation, asCreate);
        SliceFiles added = files.Add(operation.Text, isTreatedAsCreate: !operation.IsCreate);
        SliceResult result = Slicer.Cut(spec, added.Configuration).EnsureComplete();
        if (operation.Resource is null)
        {
            throw new CommandFailedException(
                $"{operation.Text} cannot be added: its 200 response has no JSON object with a name (a $ref to a schema), "
                + "so there is no class for it.");
        }

        SliceModel? before = files.LoadSlice() is { } present ? SliceModel.Read(present, cancellationToken) : null;
        SliceModel after = SliceModel.Read(Specification.Parse(result.Json, $"the slice of {spec.Name}"), cancellationToken);
        SliceGuard.EnsureGenerated(added.Configuration, before, after);
        CheckReport? changes = before is null ? null : SliceCheck.Compare(before, after, spec, operation.Path.Text);
        if (before is not null)
        {
            SliceGuard.EnsureKept(added, before, after, changes!);
        }

        return new Addition(added, operation, result, before, after, changes);
    }

    private static void EnsureCanBeAdded(SliceFiles files, PostOperation operation, bool asCreate)
    {
        if (files.Configuration.Operations.Contains(operation.Text))
        {
            throw new CommandFailedException($"{operation.Text} is in {files.Path} already.");
        }

        if (operation.Obstacle is { } obstacle)
        {
            throw new CommandFailedException($"{operation.Text} cannot be added: {obstacle}.");
        }

        if (!operation.IsCreate && !asCreate)
        {
            string anyway = operation.Resource is null ? "" : " To add it anyway, say --as-create.";
            throw new CommandFailedException($"{operation.Text} is not a create ({operation.NoCreateReason}).{anyway}");
        }
    }
}
