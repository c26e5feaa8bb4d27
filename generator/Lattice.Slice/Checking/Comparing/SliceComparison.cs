using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Generation;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares the present slice with the slice of a newer specification, as a user of its C# sees it.</summary>
internal static class SliceComparison
{
    /// <param name="newerSpec">The full specification, to find operations that have moved.</param>
    /// <param name="added">The operations that are added, which is not a change.</param>
    public static void Compare(
        SliceModel old, SliceModel @new, Specification newerSpec, ChangeLog log, IReadOnlyCollection<string> added)
    {
        CompareVersions(old.Slice.Version, @new.Slice.Version, log);
        CompareOperations(old, @new, new MissingOperations(old, @new, newerSpec, log), log, added);
        DiagnosticComparison.Compare(old, @new, log, ignoreNewElements: added.Count > 0);
    }

    private static void CompareVersions(string old, string @new, ChangeLog log)
    {
        if (old != @new)
        {
            ChangeRule rule = ApiRelease.IsLaterOfSame(old, @new) ? ChangeRules.ApiVersionChanged : ChangeRules.ApiReleaseChanged;
            log.AddChanged(rule, new Subject("StripeApiVersion.Current", "version", "/info/version"), old, @new);
        }
    }

    private static void CompareOperations(
        SliceModel old, SliceModel @new, MissingOperations missing, ChangeLog log, IReadOnlyCollection<string> added)
    {
        var comparison = new OperationComparison(old, @new, log);
        foreach ((string name, GeneratedOperation operation) in old.Operations)
        {
            if (@new.Operations.TryGetValue(name, out GeneratedOperation? other))
            {
                comparison.Compare(operation, other);
            }
            else
            {
                missing.Report(operation);
            }
        }

        foreach ((string name, GeneratedOperation operation) in @new.Operations
            .Where(operation => !old.Operations.ContainsKey(operation.Key) && !added.Contains(operation.Key)))
        {
            string pointer = new OperationLocations(@new.Slice.Document, operation.Operation).Pointer;
            log.AddNew(ChangeRules.OperationAdded, new Subject(operation.Member, name, pointer));
        }
    }
}
