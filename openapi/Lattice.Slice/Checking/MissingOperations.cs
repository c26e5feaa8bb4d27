using System.Text.RegularExpressions;
using Lattice.Slice.Configuration;
using Lattice.Slice.Operations;
using Lattice.Slice.Specs;

namespace Lattice.Slice.Checking;

/// <summary>Finds out what has become of operations that the newer slice has no method for.</summary>
internal sealed partial class MissingOperations(CheckedSlice present, CheckedSlice newer, Spec newerSpec, ChangeLog log)
{
    private readonly Dictionary<string, SpecOperation> _posts =
        SpecOperations.Find(newerSpec).ToDictionary(operation => operation.Path.Text, StringComparer.Ordinal);

    public void Report(OwnedOperation operation)
    {
        string route = operation.Operation.Route;
        string name = $"POST {route}";
        string place = $"{OperationPlaces.GetPointer(route)}/post";
        if (newer.Root.Find("paths", route, "post") is not null)
        {
            log.AddChanged(ChangeKind.NoLongerGenerated, operation.Member, name, place, name, null);
        }
        else if (_posts.TryGetValue(route, out SpecOperation? post))
        {
            log.AddChanged(ChangeKind.OperationNoLongerCreate, operation.Member, name, place, SliceConfigurationReader.TreatAsCreate, post.WhyNot);
        }
        else if (FindMoved(route) is (string path, string method))
        {
            log.AddChanged(ChangeKind.OperationMoved, operation.Member, name, $"{OperationPlaces.GetPointer(path)}/{method}", name, $"{method.ToUpperInvariant()} {path}");
        }
        else
        {
            log.AddGone(ChangeKind.OperationRemoved, operation.Member, name, place, name);
        }
    }

    /// <summary>The operation of the same id; the same path but for the names of its placeholders; or another method that writes there.</summary>
    private (string Path, string Method)? FindMoved(string route)
    {
        string? id = new OperationPlaces(present.Root, route).Post.Find("operationId")?.GetText();
        List<(string Path, string Method, string? Id)> all =
        [
            .. from item in newerSpec.Paths
               orderby item.Key
               from operation in item.Value.Members()
               select (item.Key, operation.Name, operation.Value.FindText("operationId")),
        ];
        return all.Where(other => id is not null && other.Id == id)
            .Concat(all.Where(other => other.Method == "post" && WithoutNames(other.Path) == WithoutNames(route)))
            .Concat(all.Where(other => other.Method is "put" or "patch" && other.Path == route))
            .Select(other => ((string Path, string Method)?)(other.Path, other.Method))
            .FirstOrDefault();
    }

    private static string WithoutNames(string path) => Placeholder().Replace(path, "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
