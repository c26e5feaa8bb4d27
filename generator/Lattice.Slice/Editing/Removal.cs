using Lattice.Slice.Checking;
using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Editing;

/// <summary>A slice with removed operations.</summary>
/// <param name="RemovedAnnotations">The annotations in slice.json that were removed with them.</param>
internal sealed record Removal(
    SliceFiles Files,
    IReadOnlyList<ApiOperation> Operations,
    SliceResult Result,
    IReadOnlyList<UnmatchedAnnotation> RemovedAnnotations)
{
    /// <param name="spec">A document with the remaining operations, such as the slice itself.</param>
    /// <param name="names">The operations as the user names them.</param>
    /// <exception cref="CommandFailedException">The slice has no such operation, or other members would be removed as well.</exception>
    public static Removal Create(
        SliceFiles files,
        Specification spec,
        IReadOnlyList<string> names,
        OperationFilter filter,
        CancellationToken cancellationToken = default)
    {
        SliceConfiguration configuration = files.Configuration;
        IEnumerable<ApiOperation> listed = spec.Operations.Where(operation => configuration.Operations.Contains(operation.Text));
        var search = new OperationSearch([.. listed.Select(configuration.Apply)], files.Path, filter);
        List<ApiOperation> operations = [.. names.SelectMany(search.Find).DistinctBy(operation => operation.Text)];
        SliceFiles removed = operations.Aggregate(files, (current, operation) => current.Remove(operation.Text));
        if (removed.Configuration.Operations.IsEmpty)
        {
            // Nothing is left that another document could change.
            removed = removed.Unpin();
        }

        (removed, IReadOnlyList<UnmatchedAnnotation> annotations) = AnnotationCleaner.Clean(files, removed, spec);
        SliceResult result = Slicer.CreateSlice(spec, removed.Configuration).EnsureComplete();
        if (files.LoadSlice() is { } present)
        {
            SliceModel before = SliceModel.Read(present, cancellationToken);
            SliceModel after = SliceModel.Read(Specification.Parse(result.Json, $"the slice of {spec.Name}"), cancellationToken);
            SliceGuard.EnsureGenerated(removed.Configuration, before, after);
            SliceGuard.EnsureKept(removed, before, after, SliceCheck.Compare(before, after, spec), operations);
            if (present.Version != spec.Version)
            {
                SliceGuard.EnsureSameVersion(removed, spec, SliceCheck.Compare(Cut(present, removed, cancellationToken), after, spec));
            }
        }

        return new Removal(removed, operations, result, annotations);
    }

    /// <summary>What stays of the present slice.</summary>
    private static SliceModel Cut(Specification present, SliceFiles files, CancellationToken cancellationToken)
    {
        SliceResult rest = Slicer.CreateSlice(present, files.Configuration);
        return SliceModel.Read(Specification.Parse(rest.Json, present.Name), cancellationToken);
    }
}
