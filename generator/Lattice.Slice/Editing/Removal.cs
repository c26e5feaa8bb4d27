using Lattice.Slice.Checking;
using Lattice.Slice.Configuration;
using Lattice.Slice.Operations;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Types;

namespace Lattice.Slice.Editing;

/// <summary>A slice with an operation less.</summary>
/// <param name="Gone">What slice.json said of locations that left with it.</param>
internal sealed record Removal(SliceFiles Files, PostOperation Operation, SliceResult Result, IReadOnlyList<UnmatchedAnnotation> Gone)
{
    /// <param name="spec">A document with all that stays; the slice itself is one.</param>
    /// <param name="text">What a person calls the operation.</param>
    /// <exception cref="CommandFailedException">The slice has no such operation, or more than that would disappear.</exception>
    public static Removal Create(SliceFiles files, Specification spec, string text, CancellationToken cancellationToken = default)
    {
        PostOperation operation = OperationSearch.Find(
            [.. spec.Operations.Where(operation => files.Configuration.Operations.Contains(operation.Text))], text, files.Path);
        HashSet<UnmatchedAnnotation> missedBefore = [.. Slicer.Cut(spec, files.Configuration).UnmatchedAnnotations];
        SliceFiles removed = files.Remove(operation.Text);
        List<UnmatchedAnnotation> gone = [.. Slicer.Cut(spec, removed.Configuration).UnmatchedAnnotations.Where(unmatched => !missedBefore.Contains(unmatched))];
        removed = gone.Aggregate(removed, (current, unmatched) => current.RemoveLocation(unmatched.Section, unmatched.Pointer));
        SliceResult result = Slicer.Cut(spec, removed.Configuration).EnsureComplete();
        if (files.LoadSlice() is { } present)
        {
            SliceModel before = SliceModel.Read(present, cancellationToken);
            SliceModel after = SliceModel.Read(Specification.Parse(result.Json, $"the slice of {spec.Name}"), cancellationToken);
            SliceGuard.EnsureGenerated(removed.Configuration, before, after);
            SliceGuard.EnsureKept(removed, before, after, SliceCheck.Compare(before, after, spec, addedRoute: null), operation);
        }

        return new Removal(removed, operation, result, gone);
    }
}
