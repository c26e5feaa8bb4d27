using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Checking.Comparing;
using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Checking;

/// <summary>Finds what a newer specification changes for a slice.</summary>
internal static class SliceCheck
{
    /// <param name="present">The slice on disk.</param>
    /// <param name="configuration">The configuration that selects the slice of the newer specification.</param>
    /// <exception cref="CommandFailedException">One of the two cannot be read, or the newer one does not yield a slice.</exception>
    public static CheckReport Run(
        Specification present, SliceConfiguration configuration, Specification newer, CancellationToken cancellationToken = default)
    {
        SliceConfiguration generated = WithoutMissingOperations(configuration, newer);
        SliceResult slice = Slicer.CreateSlice(newer, generated);
        IReadOnlyList<(string Old, string New)> moved = MovedNames.Find(present, slice);
        if (moved.Count > 0)
        {
            slice = Slicer.CreateSlice(newer, generated with
            {
                Names = moved.Aggregate(generated.Names, (names, move) => names.SetItem(move.New, names[move.Old]).Remove(move.Old)),
            });
        }

        SliceModel old = Read(present, cancellationToken);
        SliceModel @new = Read(Specification.Parse(slice.Json, $"The slice of {newer.Name}"), cancellationToken);
        var log = new ChangeLog();
        SliceComparison.Compare(old, @new, newer, log, added: []);
        IEnumerable<UnmatchedAnnotation> outdated = moved
            .Select(move => new UnmatchedAnnotation(SliceConfigurationReader.Names, move.Old, $"is now {move.New}"))
            .Concat(slice.UnmatchedAnnotations);
        foreach (UnmatchedAnnotation unmatched in outdated)
        {
            var subject = new Subject(SliceFiles.ConfigurationName, unmatched.Pointer, unmatched.Pointer);
            log.AddChanged(ChangeRules.ConfigurationOutdated, subject, unmatched.Section, unmatched.Reason.TrimEnd('.'));
        }

        return CheckReport.Create(present.Version, newer.Version, log.Changes);
    }

    /// <summary>Finds what changes for the other operations of a slice when operations are added or removed.</summary>
    /// <param name="newer">The document of the new slice.</param>
    /// <param name="added">The operations that were added.</param>
    public static CheckReport Compare(SliceModel before, SliceModel after, Specification newer, params IReadOnlyCollection<string> added)
    {
        var log = new ChangeLog();
        SliceComparison.Compare(before, after, newer, log, added);
        return CheckReport.Create(before.Slice.Version, newer.Version, log.Changes);
    }

    private static SliceModel Read(Specification slice, CancellationToken cancellationToken)
    {
        SliceModel model = SliceModel.Read(slice, cancellationToken);
        return model.IsReadable
            ? model
            : throw new CommandFailedException($"{slice.Name} cannot be compared. {model.Diagnostics[0].Message}");
    }

    /// <summary>
    /// Leaves out operations that are missing or cannot be generated in the newer specification; the comparison reports them.
    /// </summary>
    private static SliceConfiguration WithoutMissingOperations(SliceConfiguration configuration, Specification newer)
    {
        HashSet<string> generated = [.. newer.Operations.Select(configuration.Apply)
            .Where(operation => operation.Obstacle is null)
            .Select(operation => operation.Text)];
        return configuration with { Operations = [.. configuration.Operations.Where(generated.Contains)] };
    }
}
