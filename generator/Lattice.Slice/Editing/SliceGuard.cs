using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Checking.Reports;
using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Specifications;
using Lattice.Spec.Reading;

namespace Lattice.Slice.Editing;

/// <summary>Prevents writing a slice that loses generated members or does not generate an operation in slice.json.</summary>
internal static class SliceGuard
{
    // Enough to see the cause; a wrong document has thousands.
    private const int MaxShown = 10;

    /// <summary>Ensures that each operation in slice.json is generated, unless the present slice does not generate it either.</summary>
    /// <exception cref="CommandFailedException">An operation is not generated; the message has the diagnostics.</exception>
    public static void EnsureGenerated(SliceConfiguration configuration, SliceModel? before, SliceModel after)
    {
        HashSet<string> generated = [.. after.Operations.Values.Select(operation => operation.Name)];
        HashSet<string> knownToFail = before is null ? [] : [.. before.Slice.Operations.Select(operation => operation.Text)];
        knownToFail.ExceptWith(before?.Operations.Values.Select(operation => operation.Name) ?? []);
        List<string> missing = [.. configuration.Operations.Where(text => !generated.Contains(text) && !knownToFail.Contains(text))];
        if (missing.Count > 0)
        {
            string subject = $"{string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")}";
            throw CreateException($"{subject} not generated from {after.Slice.Name}", before, after);
        }
    }

    /// <summary>Ensures that the members of the present slice stay, except for those that a newer document no longer has.</summary>
    /// <param name="changes">The changes to the present slice.</param>
    /// <param name="removed">The operations to remove.</param>
    /// <exception cref="CommandFailedException">A member would be removed; the message says which and why.</exception>
    public static void EnsureKept(
        SliceFiles files, SliceModel before, SliceModel after, CheckReport changes, params IReadOnlyList<ApiOperation> removed)
    {
        List<string> unlisted = [.. before.Slice.Operations.Select(operation => operation.Text)
            .Except(files.Configuration.Operations).Except(removed.Select(operation => operation.Text))];
        if (unlisted.Count > 0)
        {
            throw new CommandFailedException(
                $"{files.SlicePath} has {string.Join(", ", unlisted)}, which is not in {files.Path} and would be removed. "
                + "Add it to slice.json, or run `lattice slice` first to remove it.");
        }

        List<string> lost =
            [.. changes.Changes.Where(change => change.Rule == ChangeRules.NoLongerGenerated).Select(change => change.Member)];
        if (lost.Count > 0)
        {
            string more = lost.Count > MaxShown ? $" and {lost.Count - MaxShown} more" : "";
            string subject = $"{string.Join(", ", lost.Take(MaxShown))}{more} {(lost.Count == 1 ? "is" : "are")}";
            throw CreateException(
                $"{subject} no longer generated from this document. To accept that, run `lattice slice` with it", before, after);
        }
    }

    /// <summary>Ensures that an edit does not bring another version of the API that breaks what stays in the slice.</summary>
    /// <param name="changes">The changes to the present slice.</param>
    /// <exception cref="CommandFailedException">The document is of another version, and something would break.</exception>
    public static void EnsureSameVersion(SliceFiles files, Specification spec, CheckReport changes)
    {
        if (changes.PresentVersion != changes.NewerVersion && changes.ExitCode == CheckExitCode.Breaking)
        {
            throw new CommandFailedException(
                $"{spec.Name} is of another version than {files.SlicePath} and also changes what is in it: {ReportText.GetSummary(changes)} "
                + "No file has changed. To list the changes, run `lattice check` with the same --spec; to accept them, `lattice slice`. "
                + "Then run this command again.");
        }
    }

    /// <summary>Ensures that a changed setting causes no diagnostic.</summary>
    /// <param name="allowsWarnings">Whether only errors matter.</param>
    /// <exception cref="CommandFailedException">The build would report something new; the message says what.</exception>
    public static void EnsureNothingNew(SliceModel before, SliceModel after, bool allowsWarnings)
    {
        if (after.GetNewDiagnostics(before).Any(diagnostic => diagnostic.IsError || !allowsWarnings))
        {
            throw CreateException("The build would report what it does not report now", before, after);
        }
    }

    private static CommandFailedException CreateException(string what, SliceModel? before, SliceModel after)
    {
        IReadOnlyList<DiagnosticInfo> reasons = after.GetNewDiagnostics(before) is { Count: > 0 } shown ? shown : [.. after.Diagnostics];
        IEnumerable<string> lines = reasons.Take(MaxShown).Select(Describe);
        return new CommandFailedException(
            $"{what}. No file has changed. The reasons:",
            reasons.Count > MaxShown ? lines.Append($"and {reasons.Count - MaxShown} more") : lines);
    }

    private static string Describe(DiagnosticInfo diagnostic) => $"{diagnostic.Id} at {diagnostic.Pointer}: {diagnostic.Message}";
}
