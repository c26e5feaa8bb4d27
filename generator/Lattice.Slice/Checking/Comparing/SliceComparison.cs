using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Generation;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares the present slice with the slice of a newer specification, as a user of its C# sees it.</summary>
internal static class SliceComparison
{
    /// <param name="newerSpec">The full specification, to find operations that have moved.</param>
    /// <param name="addedRoute">The operation that is added, which is not a change; <see langword="null"/> if absent.</param>
    public static void Compare(SliceModel old, SliceModel @new, Specification newerSpec, ChangeLog log, string? addedRoute = null)
    {
        CompareVersions(old.Slice.Version, @new.Slice.Version, log);
        CompareOperations(old, @new, new MissingOperations(old, @new, newerSpec, log), log, addedRoute);
        DiagnosticComparison.Compare(old, @new, log, ignoreNewComponents: addedRoute is not null);
    }

    private static void CompareVersions(string old, string @new, ChangeLog log)
    {
        if (old != @new)
        {
            ChangeRule rule = ApiRelease.IsLaterOfSame(old, @new) ? ChangeRules.ApiVersionChanged : ChangeRules.ApiReleaseChanged;
            log.AddChanged(rule, new Subject("StripeApiVersion.Current", "version", "/info/version"), old, @new);
        }
    }

    private static void CompareOperations(SliceModel old, SliceModel @new, MissingOperations missing, ChangeLog log, string? addedRoute)
    {
        var comparison = new OperationComparison(old, @new, log);
        foreach ((string route, GeneratedOperation operation) in old.Operations)
        {
            if (@new.Operations.TryGetValue(route, out GeneratedOperation? other))
            {
                comparison.Compare(operation, other);
            }
            else
            {
                missing.Report(operation);
            }
        }

        foreach ((string route, GeneratedOperation added) in @new.Operations.ExceptBy(old.Operations.Keys, operation => operation.Key)
            .Where(operation => operation.Key != addedRoute))
        {
            string pointer = new OperationLocations(@new.Slice.Document, route).Pointer;
            log.AddNew(ChangeRules.OperationAdded, new Subject(added.Member, added.Name, pointer));
        }
    }
}
