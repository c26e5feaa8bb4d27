namespace Lattice.Slice.Checking;

/// <summary>Compares the present slice with that which a newer specification gives, as the user of its C# sees it.</summary>
internal static class SliceComparison
{
    private const string PresentName = "The present slice";
    private const string NewerName = "The slice of the newer specification";

    /// <param name="present">The text of the slice.</param>
    /// <param name="newer">The text of the slice that the newer specification gives for the same operations, as far as it has them.</param>
    /// <param name="newerOperations">All operations of the newer specification, among which those that have moved are looked for.</param>
    /// <exception cref="CheckException">One of the two cannot be read.</exception>
    public static CheckReport Compare(
        string present, string newer, IReadOnlyList<SpecOperation> newerOperations, CancellationToken cancellationToken = default)
    {
        CheckedSlice old = CheckedSlice.Read(PresentName, present, cancellationToken);
        CheckedSlice @new = CheckedSlice.Read(NewerName, newer, cancellationToken);
        var log = new ChangeLog();
        CompareVersions(old, @new, log);
        CompareOperations(old, @new, new MissingOperations(old, @new, newerOperations, log), log);
        ProblemComparison.Compare(old, @new, log);
        return CheckReport.Create(old.Version, @new.Version, log.Changes);
    }

    private static void CompareVersions(CheckedSlice old, CheckedSlice @new, ChangeLog log)
    {
        if (old.Version != @new.Version)
        {
            ChangeKind kind = ApiRelease.IsLaterOfSame(old.Version, @new.Version) ? ChangeKind.ApiVersionChanged : ChangeKind.ApiReleaseChanged;
            log.AddChanged(kind, "StripeApiVersion.Current", "version", "/info/version", old.Version, @new.Version);
        }
    }

    private static void CompareOperations(CheckedSlice old, CheckedSlice @new, MissingOperations missing, ChangeLog log)
    {
        var comparison = new OperationComparison(old, @new, log);
        foreach (KeyValuePair<string, OwnedOperation> operation in old.Operations)
        {
            if (@new.Operations.TryGetValue(operation.Key, out OwnedOperation? other))
            {
                comparison.Compare(operation.Value, other);
            }
            else
            {
                missing.Report(operation.Value);
            }
        }

        foreach (KeyValuePair<string, OwnedOperation> operation in @new.Operations.Where(operation => !old.Operations.ContainsKey(operation.Key)))
        {
            string pointer = new OperationPlaces(@new.Root, operation.Key).Post.Pointer;
            log.AddNew(ChangeKind.OperationAdded, operation.Value.Member, $"POST {operation.Key}", pointer);
        }
    }
}
