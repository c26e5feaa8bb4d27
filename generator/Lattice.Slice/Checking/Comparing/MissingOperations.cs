using System.Text.RegularExpressions;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Finds out why the newer slice has no method for an operation.</summary>
internal sealed partial class MissingOperations(SliceModel present, SliceModel newer, Specification newerSpec, ChangeLog log)
{
    private readonly Dictionary<string, PostOperation> _posts =
        newerSpec.Operations.ToDictionary(operation => operation.Path.Text, StringComparer.Ordinal);

    public void Report(GeneratedOperation operation)
    {
        string route = operation.Operation.Route;
        var subject = new Subject(operation.Member, operation.Name, OperationLocations.GetPointer(route, "post"));
        if (newer.Slice.Operations.Any(post => post.Path.Text == route))
        {
            log.AddChanged(ChangeRules.NoLongerGenerated, subject, operation.Name);
        }
        else if (_posts.TryGetValue(route, out PostOperation? post))
        {
            log.AddChanged(ChangeRules.OperationNoLongerCreate, subject, SliceConfigurationReader.TreatAsCreate, post.NotCreateReason);
        }
        else if (FindMoved(route) is { } moved)
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
    private Candidate? FindMoved(string route)
    {
        string? id = new OperationLocations(present.Slice.Document, route).Post.Id;
        List<Candidate> all =
        [
            .. from path in newerSpec.Document.Paths
               from operation in path.Operations
               select new Candidate(path.Text, operation.Method, operation.Id),
        ];
        return all.Find(other => id is not null && other.Id == id)
            ?? all.Find(other => other.Method == "post" && WithoutNames(other.Path) == WithoutNames(route))
            ?? all.Find(other => other.Method is "put" or "patch" && other.Path == route);
    }

    private static string WithoutNames(string path) => Placeholder().Replace(path, "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    private sealed record Candidate(string Path, string Method, string? Id)
    {
        public string Name => $"{Method.ToUpperInvariant()} {Path}";
    }
}
