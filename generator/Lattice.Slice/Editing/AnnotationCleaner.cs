using Lattice.Slice.Configuration;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Editing;

/// <summary>Removes annotations in slice.json of what a smaller slice no longer has.</summary>
internal static class AnnotationCleaner
{
    /// <param name="before">The files before the change, whose annotations that cannot be applied stay.</param>
    /// <param name="after">The files after the change.</param>
    public static (SliceFiles Files, IReadOnlyList<UnmatchedAnnotation> Removed) Clean(
        SliceFiles before, SliceFiles after, Specification spec)
    {
        IReadOnlyList<UnmatchedAnnotation> unmatched = Slicer.CreateSlice(spec, after.Configuration).UnmatchedAnnotations;
        if (unmatched.Count == 0)
        {
            return (after, []);
        }

        HashSet<UnmatchedAnnotation> unmatchedBefore = [.. Slicer.CreateSlice(spec, before.Configuration).UnmatchedAnnotations];
        List<UnmatchedAnnotation> removed = [.. unmatched.Where(annotation => !unmatchedBefore.Contains(annotation))];
        return (removed.Aggregate(after, (files, annotation) => files.RemoveLocation(annotation.Section, annotation.Pointer)), removed);
    }
}
