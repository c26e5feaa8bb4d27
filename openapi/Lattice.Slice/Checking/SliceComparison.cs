using Lattice.Slice.Specs;

namespace Lattice.Slice.Checking;

/// <summary>Compares the present slice with that which a newer specification gives, as the user of its C# sees it.</summary>
internal static class SliceComparison
{
    /// <param name="newerSpec">The whole specification, in which operations that have moved are looked for.</param>
    public static void Compare(CheckedSlice old, CheckedSlice @new, Spec newerSpec, ChangeLog log)
    {
        CompareVersions(old, @new, log);
        CompareOperations(old, @new, new MissingOperations(old, @new, newerSpec, log), log);
        ProblemComparison.Compare(old, @new, log);
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
        foreach ((string route, OwnedOperation operation) in old.Operations)
        {
            if (@new.Operations.TryGetValue(route, out OwnedOperation? other))
            {
                comparison.Compare(operation, other);
            }
            else
            {
                missing.Report(operation);
            }
        }

        foreach ((string route, OwnedOperation operation) in @new.Operations.Where(operation => !old.Operations.ContainsKey(operation.Key)))
        {
            log.AddNew(ChangeKind.OperationAdded, operation.Member, $"POST {route}", new OperationPlaces(@new.Root, route).Post.Pointer);
        }
    }
}
