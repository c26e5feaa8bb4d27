using Lattice.Slice.Checking;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Editing;

/// <summary>A slice with added operations.</summary>
/// <param name="Operations">The operations that were added, without those that were in the slice before.</param>
/// <param name="Before">The slice before the addition; <see langword="null"/> if there was none.</param>
/// <param name="After">The slice after the addition.</param>
/// <param name="Changes">The changes to the other operations; <see langword="null"/> if there was no slice.</param>
internal sealed record Addition(
    SliceFiles Files,
    IReadOnlyList<ApiOperation> Operations,
    SliceResult Result,
    SliceModel? Before,
    SliceModel After,
    CheckReport? Changes)
{
    /// <param name="names">The operations as the user names them.</param>
    /// <param name="kind">The kind to generate them as; <see langword="null"/> for what they are by their paths.</param>
    /// <exception cref="CommandFailedException">There is no such operation, or it cannot be added.</exception>
    public static Addition Create(
        SliceFiles files,
        Specification spec,
        IReadOnlyList<string> names,
        OperationFilter filter,
        OperationKind? kind = null,
        CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ApiOperation> operations = Find(files, spec, names, filter, kind);
        SliceFiles added = operations.Aggregate(
            files.Pin(spec),
            (current, operation) => current.Add(operation.Text, operation.IsKindChosen ? operation.Kind : null));
        SliceResult result = Slicer.CreateSlice(spec, added.Configuration).EnsureComplete();
        SliceModel? before = files.LoadSlice() is { } present ? SliceModel.Read(present, cancellationToken) : null;
        SliceModel after = SliceModel.Read(Specification.Parse(result.Json, $"the slice of {spec.Name}"), cancellationToken);
        SliceGuard.EnsureGenerated(added.Configuration, before, after);
        CheckReport? changes = before is null
            ? null
            : SliceCheck.Compare(before, after, spec, [.. operations.Select(operation => operation.Text)]);
        if (before is not null)
        {
            SliceGuard.EnsureKept(added, before, after, changes!);
            SliceGuard.EnsureSameVersion(added, spec, changes!);
        }

        return new Addition(added, operations, result, before, after, changes);
    }

    private static List<ApiOperation> Find(
        SliceFiles files, Specification spec, IReadOnlyList<string> names, OperationFilter filter, OperationKind? kind)
    {
        var search = new OperationSearch(spec.Operations, spec.Name, filter);
        var operations = new List<ApiOperation>();
        foreach (string name in names)
        {
            IReadOnlyList<ApiOperation> found = search.Find(name);
            List<ApiOperation> added = [.. found.Where(operation => !files.Configuration.Operations.Contains(operation.Text))];
            if (added.Count == 0)
            {
                string subject = string.Join(", ", found.Select(operation => operation.Text));
                throw new CommandFailedException($"{subject} {(found.Count == 1 ? "is" : "are")} already in {files.Path}.");
            }

            operations.AddRange(added.Select(operation => Choose(operation, kind)));
        }

        return [.. operations.DistinctBy(operation => operation.Text)];
    }

    /// <summary>The operation as the kind to generate it as.</summary>
    private static ApiOperation Choose(ApiOperation operation, OperationKind? kind)
    {
        ApiOperation chosen = kind is { } other && other != operation.Kind ? operation.As(other) : operation;
        return chosen.Obstacle is not { } obstacle
            ? chosen
            : throw new CommandFailedException($"{operation.Text} cannot be added: {obstacle}.");
    }
}
