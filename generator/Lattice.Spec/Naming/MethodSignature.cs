using Lattice.Spec.Model;

namespace Lattice.Spec.Naming;

/// <summary>The signatures of the C# methods that call an operation.</summary>
internal static class MethodSignature
{
    private static readonly string[] s_listVerbs = ["List", "Search"];

    /// <summary>The name of the method that throws, such as <c>CreateForAccountAsync</c>.</summary>
    /// <param name="method">The name of the operation's method without <c>Async</c>.</param>
    public static string GetName(string method) => method + "Async";

    /// <summary>The name of the method that returns errors.</summary>
    public static string GetTryName(string method) => "Try" + GetName(method);

    /// <summary>The name of the method that follows the pages of a list: <c>ListAllForAccountAsync</c>.</summary>
    public static string GetAllName(string method)
    {
        string verb = s_listVerbs.FirstOrDefault(verb => IsFirstWord(verb, method)) ?? method;
        return GetName(verb + "All" + method.Substring(verb.Length));
    }

    private static bool IsFirstWord(string word, string name) =>
        name.StartsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || char.IsUpper(name[word.Length]));

    /// <summary>The parameters between the client and the options: those of the path and of the body.</summary>
    public static IEnumerable<string> GetParameters(Operation operation)
    {
        foreach (string name in GetPathArguments(operation))
        {
            yield return "string " + name;
        }

        if (operation.Params is { } type)
        {
            yield return type.Qualified + (operation.RequiresParams ? " parameters" : "? parameters = null");
        }
    }

    /// <summary>The names of the path parameters.</summary>
    public static IEnumerable<string> GetPathArguments(Operation operation) =>
        operation.PathParameters.Select(parameter => CSharpKeywords.Escape(parameter.Name));
}
