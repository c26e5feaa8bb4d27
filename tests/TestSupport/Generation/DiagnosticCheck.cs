using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.TestSupport.Generation;

/// <summary>What is true of the diagnostics of any slice: each is documented, is at a value of the slice, and is reported once.</summary>
public static partial class DiagnosticCheck
{
    // Errors that can also mean a failure of the generator itself.
    private static readonly string[] s_failures = ["LAT0011", "LAT0015"];

    private static readonly Lazy<HashSet<string>> s_documented = new(static () =>
    [
        .. Heading().Matches(File.ReadAllText(Path.Combine(Repository.Root, "generator", "diagnostics.md"))).Select(match => match.Value[3..]),
    ]);

    /// <summary>Describes the diagnostics for which that is not true.</summary>
    public static IEnumerable<string> FindFailures(ImmutableArray<Diagnostic> diagnostics, string slice)
    {
        SourceText text = SourceText.From(slice);
        return diagnostics.Select(diagnostic => FindFailure(diagnostic, text)).OfType<string>().Concat(FindDuplicates(diagnostics));
    }

    private static string? FindFailure(Diagnostic diagnostic, SourceText slice) =>
        s_failures.Contains(diagnostic.Id) ? diagnostic.ToString()
        : !s_documented.Value.Contains(diagnostic.Id) ? $"{diagnostic} is not in generator/diagnostics.md"
        : !IsAtValue(diagnostic, slice) ? $"{diagnostic} is not at a value of the slice"
        : null;

    private static bool IsAtValue(Diagnostic diagnostic, SourceText slice)
    {
        LinePosition position = diagnostic.Location.GetLineSpan().StartLinePosition;
        TextLineCollection lines = slice.Lines;
        int offset = position.Line < lines.Count ? lines[position.Line].Start + position.Character : -1;

        // What is wrong with JSON can be anywhere, even at its end.
        return diagnostic.Id == "LAT0001"
            ? offset >= 0 && offset <= slice.Length
            : offset >= 0 && offset < slice.Length && StartsValue(slice[offset]);
    }

    private static bool StartsValue(char c) => c is '"' or '{' or '[' or 't' or 'f' or 'n' or '-' || char.IsAsciiDigit(c);

    private static IEnumerable<string> FindDuplicates(ImmutableArray<Diagnostic> diagnostics) => diagnostics
        .GroupBy(diagnostic => diagnostic.ToString(), StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => $"{group.Count()} times: {group.Key}");

    [GeneratedRegex("^## (LAT0[0-9]{3}|CS0400)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
