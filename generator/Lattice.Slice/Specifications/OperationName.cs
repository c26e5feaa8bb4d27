namespace Lattice.Slice.Specifications;

/// <summary>The names of operations in slice.json and messages: <c>GET /v1/accounts/{account}</c>.</summary>
internal static class OperationName
{
    /// <summary>Orders names by path, then by method, so that the operations of a path are next to each other.</summary>
    public static readonly IComparer<string> Order = Comparer<string>.Create(Compare);

    private static readonly HashSet<string> s_methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

    /// <param name="method">The HTTP method in any case.</param>
    public static string Get(string method, string path) => $"{method.ToUpperInvariant()} {path}";

    /// <summary>Whether the text is an HTTP method, in any case.</summary>
    public static bool IsMethod(string text) => s_methods.Contains(text.ToUpperInvariant());

    /// <summary>The parts of a name; the method is empty if the name does not start with one.</summary>
    public static (string Method, string Path) Split(string name)
    {
        string[] words = name.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 2 && IsMethod(words[0]) ? (words[0].ToUpperInvariant(), words[1]) : ("", name);
    }

    private static int Compare(string? a, string? b)
    {
        ((string Method, string Path) left, (string Method, string Path) right) = (Split(a ?? ""), Split(b ?? ""));
        int byPath = string.CompareOrdinal(left.Path, right.Path);
        return byPath != 0 ? byPath : string.CompareOrdinal(left.Method, right.Method);
    }
}
