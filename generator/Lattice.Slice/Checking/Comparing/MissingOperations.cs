using System.Text.RegularExpressions;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Generation;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Finds out why the newer slice has no method for an operation.</summary>
internal sealed partial class MissingOperations(SliceModel present, SliceModel newer, Specification newerSpec, ChangeLog log)
{
    private readonly Dictionary<string, ApiOperation> _operations =
        newerSpec.Operations.ToDictionary(operation => operation.Text, StringComparer.Ordinal);

    public void Report(GeneratedOperation operation)
    {
        string pointer = OperationLocations.GetPointer(operation.Operation.Route, operation.Operation.HttpMethod);
        var subject = new Subject(operation.Member, operation.Name, pointer);
        if (newer.Slice.Operations.Any(other => other.Text == operation.Name))
        {
            log.AddChanged(ChangeRules.NoLongerGenerated, subject, operation.Name);
        }
        else if (_operations.TryGetValue(operation.Name, out ApiOperation? other))
        {
            ChangeRule rule = other.Obstacle is null ? ChangeRules.OperationNotListed : ChangeRules.OperationNoLongerGenerated;
            log.AddChanged(rule, subject, @new: other.Obstacle);
        }
        else if (FindMoved(operation.Operation) is { } moved)
        {
            Subject location = subject with { Pointer = OperationLocations.GetPointer(moved.Path, moved.Method) };
            log.AddChanged(ChangeRules.OperationMoved, location, operation.Name, moved.Name);
        }
        else
        {
            log.AddRemoved(ChangeRules.OperationRemoved, subject, operation.Name);
        }
    }

    /// <summary>
    /// Finds the operation with the same id, the same path with other placeholder names, or the same path with another method.
    /// </summary>
    private Candidate? FindMoved(Operation operation)
    {
        string? id = new OperationLocations(present.Slice.Document, operation).Source.Id;
        List<Candidate> all =
        [
            .. from path in newerSpec.Document.Paths
               from candidate in path.Operations
               select new Candidate(path.Text, candidate.Method, candidate.Id),
        ];
        return all.Find(other => id is not null && other.Id == id)
            ?? all.Find(other => other.Method == operation.HttpMethod && WithoutNames(other.Path) == WithoutNames(operation.Route))
            ?? all.Find(other => operation.HttpMethod == "post" && other.Method is "put" or "patch" && other.Path == operation.Route);
    }

    private static string WithoutNames(string path) => Placeholder().Replace(path, "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    private sealed record Candidate(string Path, string Method, string? Id)
    {
        public string Name => OperationName.Get(Method, Path);
    }
}
