using System.Text;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Naming;

/// <summary>
/// The names of a create operation, a function of its path and its resource's id: <c>Create</c>, <c>CreateForAccount</c>,
/// <c>CreateFromCalculation</c>, <c>CreateForAccountViaPeople</c>.
/// </summary>
internal static class OperationNames
{
    private const string TestHelpers = "test_helpers";

    // The other parameters of the methods.
    private static readonly HashSet<string> s_reservedParameters = ["cancellationToken", "client", "options", "parameters"];

    public static string GetMethodName(OperationPath path, ResourceId resource)
    {
        var name = new StringBuilder("Create");
        bool hasOwnVerb = path.Last.StartsWith("create_", StringComparison.Ordinal);
        if (hasOwnVerb)
        {
            name.Append(Identifiers.Pascal(path.Last.Substring("create_".Length)));
        }

        if (path.Resources.FirstOrDefault() == TestHelpers && !resource.Namespaces.Contains(TestHelpers))
        {
            name.Append("ForTest");
        }

        foreach ((_, string parent) in path.Parameters)
        {
            name.Append("For").Append(Identifiers.Pascal(Inflector.Singularize(parent)));
        }

        if (!hasOwnVerb && !IsOwnCollection(path, resource))
        {
            name.Append("Via").Append(Identifiers.Pascal(path.Last));
        }

        return name.ToString();
    }

    /// <summary>The members of a class for a create operation with that method.</summary>
    public static IReadOnlyList<string> GetMembers(string method) =>
        [method + "Operation", MethodSignature.GetName(method), MethodSignature.GetTryName(method)];

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

    /// <summary>
    /// Whether the path's words end with the resource's: <c>apple_pay/domains</c> is the collection of <c>apple_pay_domain</c>.
    /// </summary>
    private static bool IsOwnCollection(OperationPath path, ResourceId resource)
    {
        IEnumerable<string> pathWords = path.Resources
            .Where(segment => !OperationPath.IsPlaceholder(segment))
            .SelectMany(segment => segment.Split('_'));
        IEnumerable<string> resourceWords = resource.Words.Skip(resource.Words.FirstOrDefault() == path.Version ? 1 : 0);
        return EndsWith(pathWords.Select(Inflector.Singularize).ToList(), resourceWords.Select(Inflector.Singularize).ToList());
    }

    private static bool EndsWith(List<string> words, List<string> end) =>
        words.Count >= end.Count && words.Skip(words.Count - end.Count).SequenceEqual(end);
}
