using System.Text;
using System.Xml;

namespace Lattice.Generator.Emitting;

/// <summary>
/// Keeps texts of a slice within the comments that contain them: text after a line break would be code.
/// </summary>
internal static class CommentText
{
    /// <summary>
    /// The text on one line: each line break of C# becomes a space, and each character that XML 1.0 does not allow (section 2.2)
    /// becomes U+FFFD.
    /// </summary>
    public static string ToLine(string text)
    {
        StringBuilder? line = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            char allowed = IsLineBreak(c) ? ' ' : IsXml(text, i) ? c : '\uFFFD';
            if (allowed != c)
            {
                line ??= new StringBuilder(text);
                line[i] = allowed;
            }
        }

        return line?.ToString() ?? text;
    }

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsXml(string text, int index) => text[index] switch
    {
        >= '\uD800' and <= '\uDBFF' => index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]),
        >= '\uDC00' and <= '\uDFFF' => index > 0 && char.IsHighSurrogate(text[index - 1]),
        char c => XmlConvert.IsXmlChar(c),
    };
}
