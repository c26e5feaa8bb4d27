using System.Globalization;
using System.Text;

namespace Lattice.Spec.Reading;

/// <summary>
/// Formats text of a document for a message: on one line, without control characters, and truncated. A document must not be able to write
/// its own lines into a build log.
/// </summary>
internal static class MessageText
{
    private const int MaxLength = 400;

    public static string Create(string text)
    {
        var shown = new StringBuilder();
        foreach (char c in text.Length > MaxLength ? text.Substring(0, MaxLength) + "\u2026" : text)
        {
            bool isShown = CharUnicodeInfo.GetUnicodeCategory(c) is not (
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            shown.Append(isShown ? c.ToString() : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return shown.ToString();
    }
}
