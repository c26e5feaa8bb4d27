using Lattice.Slice.Checking.Locations;
using Lattice.Slice.Specifications;
using Lattice.Slice.Types;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares the present slice with that which a newer specification gives, as the user of its C# sees it.</summary>
internal static class SliceComparison
{
    /// <param name="newerSpec">The whole specification, in which operations that have moved are looked for.</param>
    /// <param name="addedRoute">The operation that the newer slice has by choice, which is not a change; <see langword="null"/> if it has none.</param>
    public static void Compare(SliceModel old, SliceModel @new, Specification newerSpec, ChangeLog log, string? addedRoute = null)
    {
        CompareVersions(old.Slice.Version, @new.Slice.Version, log);
        CompareOperations(old, @new, new MissingOperations(old, @new, newerSpec, log), log, addedRoute);
        DiagnosticComparison.Compare(old, @new, log, isGrown: addedRoute is not null);
    }

    private static void CompareVersions(string old, string @new, ChangeLog log)
    {
        if (old != @new)
        {
            ChangeKind kind = ApiRelease.IsLaterOfSame(old, @new) ? ChangeKind.ApiVersionChanged : ChangeKind.ApiReleaseChanged;
            log.AddChanged(kind, new Subject("StripeApiVersion.Current", "version", "/info/version"), old, @new);
        }
    }

    private static void CompareOperations(SliceModel old, SliceModel @new, MissingOperations missing, ChangeLog log, string? addedRoute)
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

        foreach ((string route, OwnedOperation added) in @new.Operations.ExceptBy(old.Operations.Keys, operation => operation.Key)
            .Where(operation => operation.Key != addedRoute))
        {
            string pointer = new OperationLocations(@new.Slice.Document, route).Pointer;
            log.AddNew(ChangeKind.OperationAdded, new Subject(added.Member, added.Name, pointer));
        }
    }
}
