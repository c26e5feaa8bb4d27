using Lattice.Slice.Checking.Places;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares the present slice with that which a newer specification gives, as the user of its C# sees it.</summary>
internal static class SliceComparison
{
    /// <param name="newerSpec">The whole specification, in which operations that have moved are looked for.</param>
    public static void Compare(CheckedSlice old, CheckedSlice @new, Spec newerSpec, ChangeLog log)
    {
        CompareVersions(old.Version, @new.Version, log);
        CompareOperations(old, @new, new MissingOperations(old, @new, newerSpec, log), log);
        ProblemComparison.Compare(old, @new, log);
    }

    private static void CompareVersions(string old, string @new, ChangeLog log)
    {
        if (old != @new)
        {
            ChangeKind kind = ApiRelease.IsLaterOfSame(old, @new) ? ChangeKind.ApiVersionChanged : ChangeKind.ApiReleaseChanged;
            log.AddChanged(kind, new Subject("StripeApiVersion.Current", "version", "/info/version"), old, @new);
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

        foreach ((string route, OwnedOperation added) in @new.Operations.ExceptBy(old.Operations.Keys, operation => operation.Key))
        {
            string pointer = new OperationPlaces(@new.Root, route).Post.Pointer;
            log.AddNew(ChangeKind.OperationAdded, new Subject(added.Member, added.Name, pointer));
        }
    }
}
