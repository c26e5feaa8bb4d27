using Lattice.Slice.Checking;
using Lattice.Slice.Configuration;
using Lattice.Slice.Operations;
using Lattice.Slice.Types;
using Lattice.Spec.Reading;

namespace Lattice.Slice.Editing;

/// <summary>Refuses to write a slice of which something is not generated that slice.json names, or that was generated before.</summary>
internal static class SliceGuard
{
    // Enough to see what is wrong; a document that is wrong throughout has thousands.
    private const int MaxShown = 10;

    /// <summary>Ensures that each operation of slice.json is generated. One that the present slice has without generating it may stay so.</summary>
    /// <exception cref="CommandFailedException">An operation is not generated; the message has the diagnostics.</exception>
    public static void EnsureGenerated(SliceConfiguration configuration, SliceModel? before, SliceModel after)
    {
        HashSet<string> generated = [.. after.Operations.Values.Select(operation => operation.Name)];
        HashSet<string> knownToFail = before is null ? [] : [.. before.Slice.Operations.Select(operation => operation.Text)];
        knownToFail.ExceptWith(before?.Operations.Values.Select(operation => operation.Name) ?? []);
        List<string> missing = [.. configuration.Operations.Where(text => !generated.Contains(text) && !knownToFail.Contains(text))];
        if (missing.Count > 0)
        {
            throw Refuse($"{string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} not generated from {after.Slice.Name}", before, after);
        }
    }

    /// <summary>Ensures that what the present slice gives stays, except for what a newer document no longer has.</summary>
    /// <param name="changes">What changes for what is in the present slice.</param>
    /// <param name="removed">The operation that is taken out; <see langword="null"/> if none is.</param>
    /// <exception cref="CommandFailedException">Something would disappear; the message says what and why.</exception>
    public static void EnsureKept(SliceFiles files, SliceModel before, SliceModel after, CheckReport changes, PostOperation? removed = null)
    {
        List<string> unnamed = [.. before.Slice.Operations.Select(operation => operation.Text)
            .Except(files.Configuration.Operations).Where(text => text != removed?.Text)];
        if (unnamed.Count > 0)
        {
            throw new CommandFailedException(
                $"{files.SlicePath} has {string.Join(", ", unnamed)}, which {files.Path} does not name, so that it would disappear. "
                + "Name it there, or run `lattice slice` first to take it out.");
        }

        List<string> lost = [.. changes.Changes.Where(change => change.Kind == ChangeKind.NoLongerGenerated).Select(change => change.Member)];
        if (lost.Count > 0)
        {
            string more = lost.Count > MaxShown ? $" and {lost.Count - MaxShown} more" : "";
            string subject = string.Join(", ", lost.Take(MaxShown)) + more;
            throw Refuse($"{subject} {(lost.Count == 1 ? "is" : "are")} no longer generated then. `lattice slice` takes the document all the same", before, after);
        }
    }

    private static CommandFailedException Refuse(string what, SliceModel? before, SliceModel after)
    {
        IReadOnlyList<DiagnosticInfo> reasons = after.GetNewDiagnostics(before) is { Count: > 0 } shown ? shown : [.. after.Diagnostics];
        IEnumerable<string> lines = reasons.Take(MaxShown).Select(reason => $"  {Describe(reason)}");
        return new CommandFailedException(
            $"{what}. Nothing was changed. The reasons:\n" + string.Join('\n', lines)
            + (reasons.Count > MaxShown ? $"\n  and {reasons.Count - MaxShown} more" : ""));
    }

    private static string Describe(DiagnosticInfo diagnostic) => $"{diagnostic.Id} at {diagnostic.Pointer}: {diagnostic.Message}";
}
