using System.Globalization;
using System.Text;

namespace Lattice.Slice.Output;

/// <summary>
/// The characters that control a terminal or that nobody sees. Texts of documents and servers must not bring them to a terminal or into a
/// report, where they could hide or forge lines.
/// </summary>
internal static class ControlCharacters
{
    /// <summary>Whether the character is a control character, invisible, or changes the direction of text.</summary>
    public static bool Contains(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>
    /// The text with the escape of JSON for each of these characters, such as <c>\u001b</c>, so that JSON keeps its meaning. Ends of lines
    /// stay.
    /// </summary>
    public static string Escape(string text) => Escape(text, keepsLines: true);

    /// <summary>The same on one line: ends of lines are escaped, too.</summary>
    public static string EscapeLine(string text) => Escape(text, keepsLines: false);

    private static string Escape(string text, bool keepsLines)
    {
        int start = FindFirst(text, keepsLines);
        if (start < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text, 0, start, text.Length + 16);
        for (int i = start; i < text.Length;)
        {
            int length = GetLength(text, i);
            if (!MustEscape(text, i, keepsLines))
            {
                escaped.Append(text, i, length);
            }
            else
            {
                foreach (char c in text.AsSpan(i, length))
                {
                    escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                }
            }

            i += length;
        }

        return escaped.ToString();
    }

    private static int FindFirst(string text, bool keepsLines)
    {
        for (int i = 0; i < text.Length; i += GetLength(text, i))
        {
            if (MustEscape(text, i, keepsLines))
            {
                return i;
            }
        }

        return -1;
    }

    private static int GetLength(string text, int index) => Rune.TryGetRuneAt(text, index, out Rune rune) ? rune.Utf16SequenceLength : 1;

    private static bool MustEscape(string text, int index, bool keepsLines) =>
        !(keepsLines && IsEndOfLine(text, index)) && (!Rune.TryGetRuneAt(text, index, out Rune rune) || Contains(rune));

    private static bool IsEndOfLine(string text, int index) =>
        text[index] == '\n' || (text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n');
}
