using Lattice.Slice.Configuration;
using Lattice.Slice.Operations;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Editing;

/// <summary>A slice with an operation less.</summary>
/// <param name="Gone">What slice.json said of places that left with it.</param>
internal sealed record Removal(SliceFiles Files, SpecOperation Operation, SliceResult Result, IReadOnlyList<Miss> Gone)
{
    /// <param name="spec">A specification with all that stays; the slice itself is one.</param>
    /// <param name="text">What a person calls the operation.</param>
    /// <exception cref="CommandFailedException">The slice has no such operation.</exception>
    public static Removal Make(SliceFiles files, Spec spec, string text)
    {
        SpecOperation operation = OperationSearch.Find(
            [.. SpecOperations.Find(spec).Where(operation => files.Configuration.Operations.Contains(operation.Text))], text, files.Path);
        HashSet<Miss> missedBefore = [.. Slicer.Cut(spec, files.Configuration).Misses];
        SliceFiles removed = files.Remove(operation.Text);
        List<Miss> gone = [.. Slicer.Cut(spec, removed.Configuration).Misses.Where(miss => !missedBefore.Contains(miss))];
        removed = gone.Aggregate(removed, (current, miss) => current.RemovePlace(miss.Section, miss.Pointer));
        return new Removal(removed, operation, Slicer.Cut(spec, removed.Configuration).EnsureComplete(), gone);
    }
}
