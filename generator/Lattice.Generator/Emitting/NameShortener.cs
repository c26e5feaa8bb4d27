using System.Text;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>
/// Shortens the full names in a file to simple names, and collects the <c>using</c> directives that these need. The directives are
/// within the namespace of the file, so that only types in that namespace come before them.
/// </summary>
/// <param name="namespace">The namespace of the file. The simple names of its types need no directive.</param>
internal sealed class NameShortener(string @namespace)
{
    /// <summary>The start of a full name.</summary>
    public const string Global = "global::";

    private const string RuntimeNamespace = "Lattice.Stripe";

    private readonly string _prefix = @namespace + ".";
    private readonly SortedSet<string> _usings = new(UsingComparer.Instance);

    /// <summary>The <c>using</c> directives, those of <c>System</c> first.</summary>
    public IEnumerable<string> Usings => _usings.Select(name => $"using {Global}{name};");

    /// <summary>Shortens the names in a line of C# or of a documentation comment.</summary>
    public string Shorten(string line)
    {
        int at = line.IndexOf(Global, StringComparison.Ordinal);
        if (at < 0)
        {
            return line;
        }

        var text = new StringBuilder(line.Length);
        int end = 0;
        for (; at >= 0; at = line.IndexOf(Global, end, StringComparison.Ordinal))
        {
            text.Append(line, end, at - end);
            int start = at + Global.Length;
            end = start + GetPathLength(line, start);
            string path = line.Substring(start, end - start);
            bool isReference = at > 0 && line[at - 1] == '"';
            text.Append(Find(path, isReference) is { } length ? path.Substring(length) : Global + path);
        }

        return text.Append(line, end, line.Length - end).ToString();
    }

    private static int GetPathLength(string line, int start)
    {
        int end = start;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '_' or '.' or '@'))
        {
            end++;
        }

        // In a sentence, a period may follow.
        return (line[end - 1] == '.' ? end - 1 : end) - start;
    }

    /// <summary>The length of the namespace that can be omitted, with the period; <see langword="null"/> if the name stays as it is.</summary>
    /// <param name="path">The full name of a type, and of a member if one follows.</param>
    /// <param name="isReference">Whether it is the target of a reference in documentation.</param>
    private int? Find(string path, bool isReference)
    {
        if (path.StartsWith(_prefix, StringComparison.Ordinal) && (isReference || IsType(path, _prefix.Length)))
        {
            return _prefix.Length;
        }

        if (ImportedNames.FindNamespace(path) is not { } imported)
        {
            return null;
        }

        // The types of an outer namespace need no directive.
        if (imported != RuntimeNamespace || !IsWithin(RuntimeNamespace))
        {
            _usings.Add(imported);
        }

        return imported.Length + 1;
    }

    private bool IsWithin(string outer) => @namespace == outer || @namespace.StartsWith(outer + ".", StringComparison.Ordinal);

    /// <summary>
    /// Whether a type and nothing else follows, or a type that nothing in the namespace hides. Otherwise the path may lead through an
    /// inner namespace, or a property may have the name of the type.
    /// </summary>
    private static bool IsType(string path, int start)
    {
        int end = path.IndexOf('.', start);
        return end < 0 || ReservedNames.HidesType(path.Substring(start, end - start));
    }

    /// <summary>System first, as editors sort them.</summary>
    private sealed class UsingComparer : IComparer<string>
    {
        public static readonly UsingComparer Instance = new();

        public int Compare(string x, string y) => (IsSystem(x), IsSystem(y)) switch
        {
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(x, y),
        };

        private static bool IsSystem(string name) => name.StartsWith("System", StringComparison.Ordinal);
    }
}
