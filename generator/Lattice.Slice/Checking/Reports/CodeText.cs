using System.Globalization;
using System.Text;

namespace Lattice.Slice.Checking.Reports;

/// <summary>Shows text of a specification, which may be anything, so that it cannot act on a terminal or a web page.</summary>
internal static class CodeText
{
    private const int MaxLength = 240;

    /// <summary>The text between backticks, in one line, shortened if it is long; a backtick in it becomes an apostrophe.</summary>
    public static string Quote(string text)
    {
        string clean = Clean(text).Replace('`', '\'');
        int end = clean.Length > MaxLength ? MaxLength - (char.IsHighSurrogate(clean[MaxLength - 1]) ? 1 : 0) : clean.Length;

        // An empty code span would be no span at all.
        return $"`{(clean.Length == 0 ? " " : clean[..end])}{(end < clean.Length ? "…" : "")}`";
    }

    /// <summary>The text in one line, with a space for each character that cannot be seen.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(IsVisible(rune) ? rune.ToString() : " ");
        }

        return clean.ToString();
    }

    // Neither control characters nor the marks that turn the direction of a text.
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
