namespace Lattice.Conformance.Reporting;

internal static class TextExtensions
{
    private const int MaxCharacters = 120;

    /// <summary>Truncates a text for a line of a report.</summary>
    public static string Truncate(this string text) => text.Length <= MaxCharacters ? text : text[..MaxCharacters] + "…";
}
