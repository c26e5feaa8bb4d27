using System.Net;
using System.Text;

namespace Lattice.Generator.Emitting;

/// <summary>
/// Turns the markup within one paragraph into XML: links, code, emphasis and entities. What does not end where it could is text.
/// </summary>
/// <remarks>
/// Each search for an end keeps its result for the starts behind it, so that a text of nothing but starts is read once. Labels and
/// emphasized texts are read by themselves; none can hold one of its own kind, so that they are never more than a few levels deep.
/// </remarks>
internal sealed class InlineMarkup(string text)
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

    /// <summary>Appends what starts at an index and returns how long it is.</summary>
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

    /// <summary><c>[label](address "title")</c></summary>
    private int TryAppendLink(int index)
    {
        int labelEnd = _bracket.From(index + 1);
        if (labelEnd <= index + 1 || labelEnd + 1 >= text.Length || text[labelEnd + 1] != '(')
        {
            return 0;
        }

        int start = labelEnd + 2;
        int end = _parenthesis.From(start);
        if (end <= start || char.IsWhiteSpace(text[start]))
        {
            return 0;
        }

        int addressEnd = start + 1;
        while (addressEnd < end && !char.IsWhiteSpace(text[addressEnd]))
        {
            addressEnd++;
        }

        AppendLink(text.Substring(start, addressEnd - start), text.Substring(index + 1, labelEnd - index - 1));
        return end + 1 - index;
    }

    /// <summary><c>&lt;a href="address"&gt;label&lt;/a&gt;</c>, with or without other attributes.</summary>
    private int TryAppendAnchor(int index)
    {
        int start = index + "<a ".Length;
        if (!StartsWith(index, "<a") || start > text.Length || !char.IsWhiteSpace(text[start - 1]))
        {
            return 0;
        }

        int tagEnd = _tagEnd.From(start);
        int attribute = _address.From(start);
        if (attribute < 0 || tagEnd < attribute)
        {
            return 0;
        }

        int address = attribute + "href=\"".Length;
        int addressEnd = _quote.From(address);
        int labelStart = addressEnd < 0 ? -1 : _anchorTagEnd.From(addressEnd + 1);
        int labelEnd = labelStart < 0 ? -1 : _anchorEnd.From(labelStart + 1);
        if (labelEnd < 0)
        {
            return 0;
        }

        AppendLink(text.Substring(address, addressEnd - address), text.Substring(labelStart + 1, labelEnd - labelStart - 1));
        return labelEnd + "</a>".Length - index;
    }

    /// <summary>The length of a tag that is dropped while the text within it is kept; 0 if no such tag starts here.</summary>
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

    /// <summary><c>*text*</c> or <c>**text**</c>, without a space at its ends.</summary>
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

    /// <summary>An entity by name or number; one that HTML does not know is text.</summary>
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

    /// <summary>A sign of punctuation behind a backslash.</summary>
    private int TryAppendEscaped(int index)
    {
        if (index + 1 == text.Length || !char.IsPunctuation(text[index + 1]))
        {
            return 0;
        }

        AppendText(text[index + 1]);
        return 2;
    }

    private void AppendLink(string address, string label)
    {
        string inner = new InlineMarkup(label).ToXml();
        string decoded = WebUtility.HtmlDecode(address);
        string target = decoded.StartsWith("/", StringComparison.Ordinal) ? "https://stripe.com" + decoded
            : decoded.StartsWith("#", StringComparison.Ordinal) ? "https://stripe.com/docs/api" + decoded
            : decoded;
        _xml.Append(target.StartsWith("http", StringComparison.Ordinal)
            ? $"<see href=\"{DocMarkup.Escape(target).Replace("\"", "&quot;")}\">{inner}</see>"
            : inner);
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

    /// <summary>
    /// Finds where something comes next. The starts of the searches never go back, so that a result holds until a start is behind it, and
    /// all searches together read the text once.
    /// </summary>
    private sealed class NextIndex(string text, string sought)
    {
        private int _known;
        private bool _isSearched;

        /// <summary>The first index at or after the start; -1 if the text has no such index.</summary>
        public int From(int start)
        {
            if (!_isSearched || (_known >= 0 && _known < start))
            {
                _isSearched = true;
                _known = start > text.Length ? -1 : text.IndexOf(sought, start, StringComparison.OrdinalIgnoreCase);
            }

            return _known;
        }
    }
}
