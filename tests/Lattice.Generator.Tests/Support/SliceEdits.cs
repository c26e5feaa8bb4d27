using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Support;

/// <summary>A small slice for tests to edit, and the locations of diagnostics in it.</summary>
internal static class SliceEdits
{
    public static string TwoResources =>
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lattice.Generator.Tests", "two-resources.json"));

    /// <summary>Replaces the first occurrence.</summary>
    public static string Replace(string text, string old, string replacement)
    {
        int index = text.IndexOf(old, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, index), replacement, text.AsSpan(index + old.Length));
    }

    /// <summary>The diagnostic with its line and column, counted from 1.</summary>
    public static (string Id, int Line, int Column) Location(Diagnostic diagnostic)
    {
        var position = diagnostic.Location.GetLineSpan().StartLinePosition;
        return (diagnostic.Id, position.Line + 1, position.Character + 1);
    }
}
