using Lattice.Spec.Model;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Specifications;

/// <summary>
/// Finds operations: one by its method and path (<c>GET /v1/accounts/{account}</c>), those of a path (<c>/v1/accounts</c>), or those of a
/// resource by its id (<c>account</c>), its class (<c>Account</c>) or its collection (<c>accounts</c>).
/// </summary>
/// <param name="documentName">The name of the document in messages.</param>
internal sealed class OperationSearch(IReadOnlyList<ApiOperation> operations, string documentName, OperationFilter filter)
{
    // From exact to vague; the first rule that finds an operation applies.
    private static readonly Func<ApiOperation, string, bool>[] s_pathRules =
    [
        static (operation, path) => IsPath(operation.Path, path),
        static (operation, path) => EndsWith(operation.Path.Segments, path),
    ];

    private static readonly (Func<ApiOperation, string, bool> Matches, bool IsCollection)[] s_resourceRules =
    [
        (static (operation, name) => IsName(operation.TypeName, name) || operation.Resource?.Text == name, false),
        (static (operation, name) => operation.Collection.SequenceEqual([operation.Path.Version, name]), true),
        (static (operation, name) => EndsWith(operation.Collection, name), true),
        (static (operation, name) => IsName(operation.TypeName.Split('.')[^1], name), false),
    ];

    /// <exception cref="CommandFailedException">There is no such operation, or the name is ambiguous.</exception>
    public IReadOnlyList<ApiOperation> Find(string text)
    {
        (string method, string path) = OperationName.Split(text.Trim());
        List<ApiOperation> found = method.Length > 0 ? FindOperation(method, path, text)
            : path.Contains('/') ? FindByPath(path, text)
            : FindByResource(path, text);
        return found.Count > 0 ? found : throw new CommandFailedException(
            $"{documentName} has no operation \"{text}\".{Suggest(method, path)}");
    }

    private List<ApiOperation> FindOperation(string method, string path, string text)
    {
        List<ApiOperation> found = Match(
            operations.Where(operation => operation.Source.Method.Equals(method, StringComparison.OrdinalIgnoreCase)), path);
        return found.Count > 1 ? throw CreateAmbiguous(text, found)
            : filter.IsDefault || found.TrueForAll(filter.Includes) ? found
            : throw CreateNotIncluded(text, found);
    }

    /// <summary>Finds the operations of a path, or of a collection and the objects in it.</summary>
    private List<ApiOperation> FindByPath(string path, string text)
    {
        List<ApiOperation> found = Match(operations, path);
        string collection = path.TrimStart('/');
        List<ApiOperation> inCollection = [.. operations.Where(operation =>
            string.Join('/', operation.Collection) is var name && (name == collection || name == "v1/" + collection
                || found.Exists(other => operation.Collection.SequenceEqual(other.Path.Segments))))];
        List<ApiOperation> all = [.. found.Union(inCollection)];
        if (filter.IsAll && found.Select(operation => operation.Path.Text).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            throw CreateAmbiguous(text, found);
        }

        EnsureEachKind(all, text);
        return [.. filter.Kinds.SelectMany(kind => ChooseFromPath(all.FindAll(operation => operation.Kind == kind)))];

        IReadOnlyList<ApiOperation> ChooseFromPath(List<ApiOperation> ofKind)
        {
            if (filter.IsAll)
            {
                return ofKind;
            }

            // The path of one operation is meant, not that of an object in its collection.
            List<ApiOperation> narrow = Narrow(ofKind, found.Contains);
            return narrow.Count < 2 || narrow[0].Kind == OperationKind.Action ? narrow : throw CreateAmbiguous(text, narrow);
        }
    }

    private List<ApiOperation> FindByResource(string name, string text)
    {
        foreach ((Func<ApiOperation, string, bool> matches, bool isCollection) in s_resourceRules)
        {
            List<ApiOperation> found = [.. operations.Where(operation => matches(operation, name))];
            if (found.Count > 0)
            {
                return ChooseFromClass(GetClass(found, text), isCollection ? found : [], text);
            }
        }

        // The last segment of a path, such as the verb of an action.
        List<ApiOperation> ofPath = Match(operations, name);
        List<ApiOperation> included = ofPath.FindAll(filter.Includes);
        return included.Count > 1 ? throw CreateAmbiguous(text, included)
            : included.Count < ofPath.Count && included.Count == 0 ? throw CreateNotIncluded(text, ofPath)
            : included;
    }

    /// <summary>All operations of the class that has the operations that were found.</summary>
    private List<ApiOperation> GetClass(List<ApiOperation> found, string text)
    {
        // What acts on an object may return another one.
        List<string> classes = [.. Narrow(found, operation => operation.Kind != OperationKind.Action)
            .Select(operation => operation.TypeName).Where(type => type.Length > 0).Distinct(StringComparer.Ordinal)];
        List<ApiOperation> ofClasses = [.. operations.Where(operation => classes.Contains(operation.TypeName))];
        List<ApiOperation> included = ofClasses.FindAll(filter.Includes);
        return included.Select(operation => operation.TypeName).Distinct(StringComparer.Ordinal).Count() > 1
            ? throw CreateAmbiguous(text, included)
            : classes.Count > 0 ? ofClasses : found;
    }

    /// <param name="preferred">The operations of the collection that was named.</param>
    private List<ApiOperation> ChooseFromClass(List<ApiOperation> ofClass, List<ApiOperation> preferred, string text)
    {
        EnsureEachKind(ofClass, text);
        List<ApiOperation> included = ofClass.FindAll(filter.Includes);
        return filter.IsAll
            ? included
            : [.. filter.Kinds.SelectMany(kind => Choose(included.FindAll(operation => operation.Kind == kind)))];

        List<ApiOperation> Choose(List<ApiOperation> ofKind)
        {
            List<ApiOperation> narrow = Narrow(ofKind, preferred.Contains);
            if (narrow.Count < 2 || narrow[0].Kind == OperationKind.Action)
            {
                return narrow;
            }

            // The plainest one: the names of the others begin with its name.
            List<ApiOperation> plainest = narrow.FindAll(operation =>
                narrow.TrueForAll(other => other.Method.StartsWith(operation.Method, StringComparison.Ordinal)));
            return plainest.Count == 1 ? plainest : throw CreateAmbiguous(text, narrow);
        }
    }

    /// <summary>Ensures that a kind that the user names is not left out without notice.</summary>
    private void EnsureEachKind(List<ApiOperation> found, string text)
    {
        if (!filter.IsAll && found.Count > 0 && filter.Kinds.Any(kind => !found.Exists(operation => operation.Kind == kind)))
        {
            throw CreateNotIncluded(text, found);
        }
    }

    private static List<ApiOperation> Match(IEnumerable<ApiOperation> candidates, string path) => s_pathRules
        .Select(matches => candidates.Where(operation => matches(operation, path)).ToList())
        .FirstOrDefault(found => found.Count > 0) ?? [];

    private static List<ApiOperation> Narrow(List<ApiOperation> found, Predicate<ApiOperation> predicate) =>
        found.Exists(predicate) ? found.FindAll(predicate) : found;

    private static bool IsPath(OperationPath path, string text) =>
        path.Text == text || string.Join('/', path.Segments) == text || path.Text == "/v1/" + text;

    private static bool EndsWith(IEnumerable<string> segments, string text) =>
        ("/" + string.Join('/', segments)).EndsWith("/" + text.TrimStart('/'), StringComparison.Ordinal);

    private static bool IsName(string name, string text) => name.Length > 0 && name.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static CommandFailedException CreateAmbiguous(string text, IEnumerable<ApiOperation> found) => new(
        $"\"{text}\" matches several operations. Specify one of:", List(found));

    private CommandFailedException CreateNotIncluded(string text, IReadOnlyList<ApiOperation> found)
    {
        string wanted = string.Join(" or ", filter.Kinds.Where(kind => !found.Any(other => other.Kind == kind)).Select(kind => kind.GetName()));
        string options = string.Join(", ", found.Select(operation => GetOption(operation.Kind)).Distinct());
        return new CommandFailedException(
            $"\"{text}\" has no {wanted} operation. Specify the method and the path of one of these, or {options}:", List(found));
    }

    private static string GetOption(OperationKind kind) => $"--{kind.GetName()}{(kind == OperationKind.Action ? "s" : "")}";

    private static IEnumerable<string> List(IEnumerable<ApiOperation> found) => found.Select(operation =>
        $"{operation.Text} ({operation.Kind.GetName()}{(operation.Member.Length > 0 ? $", {operation.Member}" : "")})");

    private string Suggest(string method, string path) => NameSuggestions.Suggest(
        from operation in operations
        where method.Length > 0 ? OperationName.Split(operation.Text).Method == method : filter.Includes(operation)
        select (operation.Text, GetNames(operation)),
        path);

    private static IEnumerable<string> GetNames(ApiOperation operation) =>
    [
        operation.Path.Text, string.Join('/', operation.Path.Resources), operation.Path.Last, operation.TypeName,
        operation.Resource?.Text ?? "",
    ];
}
