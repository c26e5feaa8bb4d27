using System.Net;

namespace Lattice.Generator.Emitting;

/// <content>Links, as Markdown and as HTML.</content>
internal sealed partial class InlineMarkup
{
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
}
