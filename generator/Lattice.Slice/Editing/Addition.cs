using Lattice.Slice.Checking;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Editing;

/// <summary>A slice with an added operation.</summary>
/// <param name="Before">The slice before the addition; <see langword="null"/> if there was none.</param>
/// <param name="After">The slice after the addition.</param>
/// <param name="Changes">The changes to the other operations; <see langword="null"/> if there was no slice.</param>
internal sealed record Addition(
    SliceFiles Files, PostOperation Operation, SliceResult Result, SliceModel? Before, SliceModel After, CheckReport? Changes)
{
    /// <param name="name">The operation as the user names it.</param>
    /// <param name="asCreate">Whether to add it even if its path does not look like a create.</param>
    /// <exception cref="CommandFailedException">There is no such operation, or it cannot be added.</exception>
    public static Addition Create(
        SliceFiles files, Specification spec, string name, bool asCreate = false, CancellationToken cancellationToken = default)
    {
        PostOperation operation = OperationSearch.Find(spec.Operations, name, spec.Name);
        EnsureCanBeAdded(files, operation, asCreate);
        SliceFiles added = files.Add(operation.Text, isTreatedAsCreate: !operation.IsCreate);
        SliceResult result = Slicer.CreateSlice(spec, added.Configuration).EnsureComplete();
        if (operation.Resource is null)
        {
            throw new CommandFailedException(
                $"{operation.Text} cannot be added: its 200 response is not a named JSON object (a $ref to a schema), "
                + "so there is no class for its method.");
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
            throw new CommandFailedException($"{operation.Text} is already in {files.Path}.");
        }

        if (operation.Obstacle is { } obstacle)
        {
            throw new CommandFailedException($"{operation.Text} cannot be added: {obstacle}.");
        }

        if (!operation.IsCreate && !asCreate)
        {
            string anyway = operation.Resource is null ? "" : " To add it anyway, pass --as-create.";
            throw new CommandFailedException($"{operation.Text} is not a create ({operation.NotCreateReason}).{anyway}");
        }
    }
}
