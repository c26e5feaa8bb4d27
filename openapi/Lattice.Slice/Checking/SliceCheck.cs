using Lattice.Slice.Checking.Comparing;
using Lattice.Slice.Configuration;
using Lattice.Slice.Operations;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Checking;

/// <summary>Says what a newer specification changes for a slice.</summary>
internal static class SliceCheck
{
    /// <param name="present">The slice as it is.</param>
    /// <param name="configuration">What slice.json says, by which the slice of the newer specification is cut.</param>
    /// <exception cref="CommandFailedException">One of the two cannot be read, or no slice can be cut from the newer one.</exception>
    public static CheckReport Run(
        Spec present, SliceConfiguration configuration, Spec newer, CancellationToken cancellationToken = default)
    {
        SliceResult slice = Slicer.Cut(newer, GetPossible(configuration, newer));
        CheckedSlice old = CheckedSlice.Read(present, cancellationToken);
        using Spec newerSlice = Spec.Parse(slice.Json, $"The slice of {newer.Name}");
        CheckedSlice @new = CheckedSlice.Read(newerSlice, cancellationToken);
        var log = new ChangeLog();
        SliceComparison.Compare(old, @new, newer, log);
        foreach (Miss miss in slice.Misses)
        {
            var subject = new Subject(SliceFiles.ConfigurationName, miss.Pointer, miss.Pointer);
            log.AddChanged(ChangeKind.ConfigurationOutdated, subject, miss.Section, miss.Reason.TrimEnd('.'));
        }

        return CheckReport.Create(old.Version, @new.Version, log.Changes);
    }

    /// <summary>Without the operations that the newer specification does not have, or not as creates: those are to be reported.</summary>
    private static SliceConfiguration GetPossible(SliceConfiguration configuration, Spec newer)
    {
        HashSet<string> creates = [.. SpecOperations.Find(newer)
            .Where(operation => operation.Obstacle is null
                && (operation.IsCreate || configuration.TreatAsCreate.Contains(operation.Text)))
            .Select(operation => operation.Text)];
        return configuration with
        {
            Operations = [.. configuration.Operations.Where(creates.Contains)],
            TreatAsCreate = [.. configuration.TreatAsCreate.Where(creates.Contains)],
        };
    }
}
