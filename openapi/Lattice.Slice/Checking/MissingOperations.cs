using System.Text.RegularExpressions;

namespace Lattice.Slice.Checking;

/// <summary>Finds out what has become of operations that the newer slice has no method for.</summary>
internal sealed partial class MissingOperations(
    CheckedSlice present, CheckedSlice newer, IReadOnlyList<SpecOperation> newerOperations, ChangeLog log)
{
    public void Report(OwnedOperation operation)
    {
        string route = operation.Operation.Route;
        string name = $"POST {route}";
        SchemaPlace old = new OperationPlaces(present.Root, route).Post;
        if (newer.Root.Find("paths", route, "post") is { } post)
        {
            bool isWarned = newer.Problems.Any(problem => CheckedSlice.IsWarning(problem) && PointerLocator.Contains(post.Pointer, newer.Locate(problem)));
            log.AddChanged(isWarned ? ChangeKind.NoLongerGenerated : ChangeKind.OperationBecameAction, operation.Member, name, post.Pointer, name, null);
        }
        else if (FindMoved(route, old.Find("operationId")?.GetText()) is { } moved)
        {
            log.AddChanged(ChangeKind.OperationMoved, operation.Member, name, GetPointer(moved), name, moved.ToString());
        }
        else
        {
            log.AddGone(ChangeKind.OperationRemoved, operation.Member, name, old.Pointer, name);
        }
    }

    /// <summary>The operation of the same id, the same path but for the names of its placeholders, or another method that writes there.</summary>
    private SpecOperation? FindMoved(string route, string? id) =>
        newerOperations.FirstOrDefault(other => id is not null && other.OperationId == id)
            ?? newerOperations.FirstOrDefault(other => other.Method == "POST" && Placeholder().Replace(other.Path, "{}") == Placeholder().Replace(route, "{}"))
            ?? newerOperations.FirstOrDefault(other => other.Method is "PUT" or "PATCH" && other.Path == route);

    private static string GetPointer(SpecOperation operation) =>
        $"/paths/{SchemaPlace.Escape(operation.Path)}/{operation.Method.ToLowerInvariant()}";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
