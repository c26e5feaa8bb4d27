using System.Net;
using System.Text;

namespace Lattice.Generator.Emitting;

/// <summary>
/// Converts the markup within one paragraph to XML: links, code, emphasis and entities. Markup that does not end is text.
/// </summary>
/// <remarks>
/// Each search for an end keeps its result for later starts, so that a text that consists of starts is read once. Labels and emphasized
/// texts are converted separately. None can contain one of the same kind, so that they nest only a few levels deep.
/// </remarks>
internal sealed partial class InlineMarkup(string text)
{
    private static readonly string[] s_ignoredTags = ["strong", "b", "em", "i", "li", "span", "pre"];

    private readonly StringBuilder _xml = new(text.Length + 16);
    private readonly NextIndex _backtick = new(text, "`");
    private readonly NextIndex _codeEnd = new(text, "</code>");
    private readonly NextIndex _star = new(text, "*");
    private readonly NextIndex _bracket = new(text, "]");
    private readonly NextIndex _parenthesis = new(text, ")");
    private readonly NextIndex _tagEnd = new(text, ">");
    private readonly NextIndex _address = new(text, "href=\"");
    private readonly NextIndex _quote = new(text, "\"");
    private readonly NextIndex _anchorTagEnd = new(text, ">");
    private readonly NextIndex _anchorEnd = new(text, "</a>");

    public string ToXml()
    {
        for (int i = 0; i < text.Length;)
        {
            i += AppendNext(i);
        }

        return _xml.ToString();
    }

    /// <summary>Appends the markup or the character at an index and returns its length.</summary>
    private int AppendNext(int index)
    {
        int length = text[index] switch
        {
            '`' => TryAppendCode(index, index + 1, _backtick.From(index + 1), endLength: 1, allowsEmpty: false),
            '[' => TryAppendLink(index),
            '<' => TryAppendElement(index),
            '*' => TryAppendEmphasis(index),
            '&' => TryAppendEntity(index),
            '\\' => TryAppendEscaped(index),
            _ => 0,
        };
        if (length == 0)
        {
            AppendText(text[index]);
            return 1;
        }

        return length;
    }

    private int TryAppendElement(int index)
    {
        if (StartsWith(index, "<code>"))
        {
            int start = index + "<code>".Length;
            return TryAppendCode(index, start, _codeEnd.From(start), "</code>".Length, allowsEmpty: true);
        }

        int length = TryAppendAnchor(index);
        return length > 0 ? length : MeasureIgnoredTag(index);
    }

    private int TryAppendCode(int index, int start, int end, int endLength, bool allowsEmpty)
    {
        if (end < 0 || (end == start && !allowsEmpty))
        {
            return 0;
        }

        _xml.Append("<c>").Append(DocMarkup.Escape(WebUtility.HtmlDecode(text.Substring(start, end - start)))).Append("</c>");
        return end + endLength - index;
    }

    /// <summary>The length of a tag that is dropped, without its content; 0 if no such tag starts here.</summary>
    private int MeasureIgnoredTag(int index)
    {
        int nameStart = index + (index + 1 < text.Length && text[index + 1] == '/' ? 2 : 1);
        foreach (string name in s_ignoredTags)
        {
            int nameEnd = nameStart + name.Length;
            if (nameEnd < text.Length && StartsWith(nameStart, name) && (text[nameEnd] == '>' || char.IsWhiteSpace(text[nameEnd])))
            {
                return _tagEnd.From(nameEnd) is >= 0 and var end ? end + 1 - index : 0;
            }
        }

        return 0;
    }

    /// <summary><c>*text*</c> or <c>**text**</c>, without a space next to the asterisks.</summary>
    private int TryAppendEmphasis(int index)
    {
        int stars = index + 1 < text.Length && text[index + 1] == '*' ? 2 : 1;
        int start = index + stars;
        int end = _star.From(start);
        bool isClosed = end > start && (stars == 1 || (end + 1 < text.Length && text[end + 1] == '*'));
        if (!isClosed || char.IsWhiteSpace(text[start]) || char.IsWhiteSpace(text[end - 1]))
        {
            return 0;
        }

        _xml.Append(new InlineMarkup(text.Substring(start, end - start)).ToXml());
        return end + stars - index;
    }

    /// <summary>An entity by name or number. An entity that HTML does not define is text.</summary>
    private int TryAppendEntity(int index)
    {
        int end = index + 1;
        while (end < text.Length && (text[end] is '#' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')))
        {
            end++;
        }

        if (end == text.Length || text[end] != ';')
        {
            return 0;
        }

        _xml.Append(DocMarkup.Escape(WebUtility.HtmlDecode(text.Substring(index, end + 1 - index))));
        return end + 1 - index;
    }

    /// <summary>A punctuation character after a backslash.</summary>
    private int TryAppendEscaped(int index)
    {
        if (index + 1 == text.Length || !char.IsPunctuation(text[index + 1]))
        {
            return 0;
        }

        AppendText(text[index + 1]);
        return 2;
    }

    private void AppendText(char c)
    {
        switch (c)
        {
            case '&':
                _xml.Append("&amp;");
                break;
            case '<':
                _xml.Append("&lt;");
                break;
            case ':' when _xml.Length > 0 && _xml[_xml.Length - 1] == ':':
                _xml.Append("&#58;"); // See DocMarkup.Escape.
                break;
            case '>':
                _xml.Append("&gt;");
                break;
            default:
                _xml.Append(c);
                break;
        }
    }

    private bool StartsWith(int index, string start) =>
        string.Compare(text, index, start, 0, start.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
