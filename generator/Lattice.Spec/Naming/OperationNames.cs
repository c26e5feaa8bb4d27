using System.Text;
using Lattice.Spec.Model;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Naming;

/// <summary>
/// The names of operations, a function of their kind, path, and resource id: <c>Create</c>, <c>RetrieveForAccount</c>, <c>ListViaLines</c>,
/// <c>Capture</c>. What else is in a document has no influence.
/// </summary>
internal static class OperationNames
{
    private const string CreatePrefix = "create_";
    private const string TestHelpers = "test_helpers";

    // The other parameters of the methods.
    private static readonly HashSet<string> s_reservedParameters = ["cancellationToken", "client", "options", "parameters"];

    public static string GetMethodName(OperationKind kind, OperationPath path, ResourceId resource)
    {
        List<string> segments = [.. path.Resources];
        return kind switch
        {
            OperationKind.Action => GetActionName(path, resource, segments),
            OperationKind.Create when path.Last.StartsWith(CreatePrefix, StringComparison.Ordinal) =>
                Name("Create" + Identifiers.Pascal(path.Last.Substring(CreatePrefix.Length)), segments, parents: segments),
            OperationKind.Search => NameOfCollection("Search", segments.Take(segments.Count - 1)),
            OperationKind.Create or OperationKind.List => NameOfCollection(kind.ToString(), segments),
            _ when OperationPath.IsPlaceholder(path.Last) => NameOfCollection(kind.ToString(), segments.Take(segments.Count - 1)),
            _ => GetSingletonName(kind.ToString(), path, resource, segments),
        };

        string NameOfCollection(string verb, IEnumerable<string> collection) =>
            Name(verb, segments, collection) + GetVia(path, resource, collection);

        string Name(string verb, IEnumerable<string> all, IEnumerable<string> parents) =>
            verb + GetTestHelper(all, resource) + GetParents(parents);
    }

    /// <summary>
    /// The members of a class for an operation with that method. A list can have a method that follows its pages, whose name is
    /// reserved in any case.
    /// </summary>
    public static IReadOnlyList<string> GetMembers(string method) =>
        [method + "Operation", MethodSignature.GetName(method), MethodSignature.GetTryName(method), MethodSignature.GetAllName(method)];

    /// <summary>
    /// The C# names of the path's placeholders. The second of two equal names gets its parent as a prefix: <c>cardCustomer</c>.
    /// </summary>
    public static IEnumerable<string> GetPathParameterNames(OperationPath path)
    {
        var reserved = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, string parent) in path.Parameters)
        {
            string parameter = GetPathParameterName(name, parent);
            string unique = reserved.Contains(parameter) ? Identifiers.Camel(Inflector.Singularize(parent) + "_" + name) : parameter;
            for (int number = 2; !reserved.Add(unique); number++)
            {
                unique = $"{parameter}{number}";
            }

            yield return unique;
        }
    }

    /// <summary>The name of a placeholder. <c>{id}</c> is named after its parent: below <c>transfers</c>, it is <c>transfer</c>.</summary>
    private static string GetPathParameterName(string name, string parent)
    {
        string camel = Identifiers.Camel(name == "id" && parent.Length > 0 ? Inflector.Singularize(parent) : name);
        return s_reservedParameters.Contains(camel) ? camel + "Id" : camel;
    }

    /// <summary>The name of an operation on an object that has no id: there is one for a key or a parent, such as the balance.</summary>
    private static string GetSingletonName(string verb, OperationPath path, ResourceId resource, List<string> segments)
    {
        List<string> parent = segments.GetRange(0, segments.Count - 1);
        string last = Identifiers.Pascal(path.Last);
        string name = segments is ["account"] ? verb + "Current"
            : IsOwnCollection(path, resource, segments) || !IsOwnCollection(path, resource, parent) ? verb
            : path.Last == "find" ? last
            : verb + last;
        string via = name == verb ? GetVia(path, resource, segments) : "";

        // A part of an object, such as its PDF, has no parents in addition to those of the object.
        bool isPart = name != verb && OperationPath.IsPlaceholder(parent.LastOrDefault() ?? "");
        IEnumerable<string> parents = isPart ? parent.Take(parent.Count - 1) : segments;
        return name + GetTestHelper(segments, resource) + GetParents(parents) + via;
    }

    /// <summary>
    /// The name of an action: the words after the object it acts on, the last first. Below <c>cards/{card}</c>, <c>shipping/ship</c> is
    /// <c>ShipShipping</c>.
    /// </summary>
    private static string GetActionName(OperationPath path, ResourceId resource, List<string> segments)
    {
        int start = segments.FindLastIndex(OperationPath.IsPlaceholder) + 1;
        start = start == 0 || start == segments.Count ? segments.Count - 1 : start;

        // The object can be one without an id: the dispute of a charge.
        bool isOwn = IsOwnCollection(path, resource, segments.Take(start));
        if (!isOwn && start < segments.Count - 1 && IsOwnCollection(path, resource, segments.Take(start + 1)))
        {
            start++;
        }

        IEnumerable<string> verb = segments.Skip(start).Reverse().Select(segment => Identifiers.Pascal(segment.Trim('{', '}')));
        bool hasOwnId = isOwn && start > 0 && OperationPath.IsPlaceholder(segments[start - 1]);
        IEnumerable<string> parents = segments.Take(hasOwnId ? start - 1 : start);
        return string.Concat(verb) + GetTestHelper(segments, resource) + GetParents(parents);
    }

    private static string GetTestHelper(IEnumerable<string> segments, ResourceId resource) =>
        segments.FirstOrDefault() == TestHelpers && !resource.Namespaces.Contains(TestHelpers) ? "ForTest" : "";

    /// <summary>The parents: a path parameter adds the singular of the segment before it.</summary>
    private static string GetParents(IEnumerable<string> segments)
    {
        var name = new StringBuilder();
        string parent = "";
        foreach (string segment in segments)
        {
            if (OperationPath.IsPlaceholder(segment))
            {
                name.Append("For").Append(Identifiers.Pascal(Inflector.Singularize(parent.Trim('{', '}'))));
            }

            parent = segment;
        }

        return name.ToString();
    }

    /// <summary>The collection, if it is not the resource's own.</summary>
    private static string GetVia(OperationPath path, ResourceId resource, IEnumerable<string> collection) =>
        IsOwnCollection(path, resource, collection)
            ? ""
            : "Via" + Identifiers.Pascal(collection.LastOrDefault(segment => !OperationPath.IsPlaceholder(segment)) ?? "");

    /// <summary>
    /// Whether the words of a path end with the resource's: <c>apple_pay/domains</c> is the collection of <c>apple_pay_domain</c>. A last
    /// segment with more words names another one: <c>line_items</c> is not the collection of <c>item</c>.
    /// </summary>
    private static bool IsOwnCollection(OperationPath path, ResourceId resource, IEnumerable<string> segments)
    {
        List<string[]> words =
            [.. segments.Where(segment => !OperationPath.IsPlaceholder(segment))
                .Select(segment => segment.Split('_').Select(Inflector.Singularize).ToArray())];
        List<string> resourceWords =
            [.. resource.Words.Skip(resource.Words.FirstOrDefault() == path.Version ? 1 : 0).Select(Inflector.Singularize)];
        return words.Count > 0
            && words[words.Count - 1].Length <= resourceWords.Count
            && EndsWith([.. words.SelectMany(word => word)], resourceWords);
    }

    private static bool EndsWith(List<string> words, List<string> end) =>
        words.Count >= end.Count && words.Skip(words.Count - end.Count).SequenceEqual(end);
}
