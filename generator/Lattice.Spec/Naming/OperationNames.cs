using System.Text;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Naming;

/// <summary>
/// The name of a create's method, a function of its path and its resource's id: <c>Create</c>,
/// <c>CreateForAccount</c>, <c>CreateFromCalculation</c>, <c>CreateForAccountViaPeople</c>.
/// </summary>
internal static class OperationNames
{
    private const string TestHelpers = "test_helpers";

    // What every method has already.
    private static readonly HashSet<string> s_takenParameters = ["cancellationToken", "client", "options", "parameters"];

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

    /// <summary>The members that a class has for a create with that method.</summary>
    public static IReadOnlyList<string> GetMembers(string method) =>
        [method + "Operation", MethodSignature.GetName(method), MethodSignature.GetTryName(method)];

    /// <summary>
    /// The names of the path's placeholders in C#. Of two with one name, the later is told apart by what it is below:
    /// <c>cardCustomer</c>.
    /// </summary>
    public static IEnumerable<string> GetPathParameterNames(OperationPath path)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, string parent) in path.Parameters)
        {
            string parameter = GetPathParameterName(name, parent);
            string unique = taken.Contains(parameter) ? Identifiers.Camel(Inflector.Singularize(parent) + "_" + name) : parameter;
            for (int number = 2; !taken.Add(unique); number++)
            {
                unique = $"{parameter}{number}";
            }

            yield return unique;
        }
    }

    /// <summary>A placeholder is named after what it is below: <c>{id}</c> below <c>transfers</c> is <c>transfer</c>.</summary>
    private static string GetPathParameterName(string name, string parent)
    {
        string camel = Identifiers.Camel(name == "id" && parent.Length > 0 ? Inflector.Singularize(parent) : name);
        return s_takenParameters.Contains(camel) ? camel + "Id" : camel;
    }

    /// <summary>
    /// Whether the path's words end in the resource's: <c>apple_pay/domains</c> is the collection of
    /// <c>apple_pay_domain</c>.
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
