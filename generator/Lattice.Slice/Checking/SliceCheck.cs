using Lattice.Slice.Checking.Comparing;
using Lattice.Slice.Configuration;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Types;

namespace Lattice.Slice.Checking;

/// <summary>Says what a newer specification changes for a slice.</summary>
internal static class SliceCheck
{
    /// <param name="present">The slice as it is.</param>
    /// <param name="configuration">What slice.json says, by which the slice of the newer specification is cut.</param>
    /// <exception cref="CommandFailedException">One of the two cannot be read, or no slice can be cut from the newer one.</exception>
    public static CheckReport Run(
        Specification present, SliceConfiguration configuration, Specification newer, CancellationToken cancellationToken = default)
    {
        SliceResult slice = Slicer.Cut(newer, GetPossible(configuration, newer));
        SliceModel old = Read(present, cancellationToken);
        SliceModel @new = Read(Specification.Parse(slice.Json, $"The slice of {newer.Name}"), cancellationToken);
        var log = new ChangeLog();
        SliceComparison.Compare(old, @new, newer, log);
        foreach (UnmatchedAnnotation unmatched in slice.UnmatchedAnnotations)
        {
            var subject = new Subject(SliceFiles.ConfigurationName, unmatched.Pointer, unmatched.Pointer);
            log.AddChanged(ChangeKind.ConfigurationOutdated, subject, unmatched.Section, unmatched.Reason.TrimEnd('.'));
        }

        return CheckReport.Create(present.Version, newer.Version, log.Changes);
    }

    /// <summary>Says what a document changes for what was in a slice before an operation was added from it, or taken out.</summary>
    /// <param name="newer">The document that the slice is cut from now.</param>
    /// <param name="addedRoute">The operation that was added; <see langword="null"/> if none was.</param>
    public static CheckReport Compare(SliceModel before, SliceModel after, Specification newer, string? addedRoute)
    {
        var log = new ChangeLog();
        SliceComparison.Compare(before, after, newer, log, addedRoute);
        return CheckReport.Create(before.Slice.Version, newer.Version, log.Changes);
    }

    private static SliceModel Read(Specification slice, CancellationToken cancellationToken)
    {
        SliceModel model = SliceModel.Read(slice, cancellationToken);
        return model.IsReadable ? model : throw new CommandFailedException($"{slice.Name} cannot be compared. {model.Diagnostics[0].Message}");
    }

    /// <summary>Without the operations that the newer specification does not have, or not as creates: those are to be reported.</summary>
    private static SliceConfiguration GetPossible(SliceConfiguration configuration, Specification newer)
    {
        HashSet<string> creates = [.. newer.Operations
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
