using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Lattice.Generator.Emitting;

/// <summary>Turns the HTML and Markdown of Stripe's descriptions into the XML of documentation comments.</summary>
internal static class DocMarkup
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private const RegexOptions MarkupOptions = Options | RegexOptions.IgnoreCase | RegexOptions.Singleline;

    private static readonly Regex s_blockTag = new(@"</?(p|div|ul|ol|br)\s*/?>", Options | RegexOptions.IgnoreCase);
    private static readonly Regex s_itemTag = new(@"<li>\s*", Options | RegexOptions.IgnoreCase);
    private static readonly Regex s_item = new(@"^\s*(?:[-*]|\d+\.)\s+(.*)$", Options);
    private static readonly Regex s_link = new(@"\G\[([^\]]+)\]\(([^)\s]+)[^)]*\)", Options);
    private static readonly Regex s_anchor = new("""\G<a\s[^>]*?href="([^"]*)"[^>]*>(.*?)</a>""", MarkupOptions);
    private static readonly Regex s_code = new(@"\G(?:`([^`]+)`|<code>(.*?)</code>)", MarkupOptions);
    private static readonly Regex s_emphasisTag = new(@"\G</?(strong|b|em|i|li|span|pre)(\s[^>]*)?>", Options | RegexOptions.IgnoreCase);
    private static readonly Regex s_emphasis = new(@"\G(\*{1,2})([^*\s](?:[^*]*[^*\s])?)\1", Options);
    private static readonly Regex s_entity = new(@"\G&(#\d+|#x[0-9a-fA-F]+|\w+);", Options);

    /// <summary>
    /// The description as XML: its text if it is one paragraph, else <c>para</c> and <c>list</c> elements, one to a line.
    /// </summary>
    public static IReadOnlyList<string> ToXml(string markup)
    {
        List<Block> blocks = ReadBlocks(markup);
        if (blocks.Count == 1 && !blocks[0].IsItem)
        {
            return [Inline(blocks[0].Text)];
        }

        var lines = new List<string>();
        for (int i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].IsItem)
            {
                lines.Add($"<para>{Inline(blocks[i].Text)}</para>");
                continue;
            }

            lines.Add("<list type=\"bullet\">");
            for (; i < blocks.Count && blocks[i].IsItem; i++)
            {
                lines.Add($"<item><description>{Inline(blocks[i].Text)}</description></item>");
            }

            lines.Add("</list>");
            i--;
        }

        return lines;
    }

    /// <summary>Plain text as XML.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static List<Block> ReadBlocks(string markup)
    {
        string text = s_itemTag.Replace(s_blockTag.Replace(markup.Replace("\r\n", "\n"), "\n\n"), "\n- ");
        var blocks = new List<Block>();
        bool startsBlock = true;
        foreach (string line in text.Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                startsBlock = true;
            }
            else if (s_item.Match(line) is { Success: true } item)
            {
                blocks.Add(new Block(IsItem: true, item.Groups[1].Value.Trim()));
                startsBlock = false;
            }
            else if (startsBlock || blocks.Count == 0)
            {
                blocks.Add(new Block(IsItem: false, line.Trim().TrimStart('#').Trim()));
                startsBlock = false;
            }
            else
            {
                Block last = blocks[blocks.Count - 1];
                blocks[blocks.Count - 1] = last with { Text = last.Text + " " + line.Trim() };
            }
        }

        return blocks;
    }

    private static string Inline(string text)
    {
        var xml = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length;)
        {
            i += AppendNext(xml, text, i);
        }

        return xml.ToString();
    }

    /// <summary>Appends what starts at an index and returns how long it is.</summary>
    private static int AppendNext(StringBuilder xml, string text, int index)
    {
        switch (text[index])
        {
            case '`' or '<' when s_code.Match(text, index) is { Success: true } code:
                xml.Append("<c>").Append(Escape(WebUtility.HtmlDecode(code.Groups[1].Value + code.Groups[2].Value))).Append("</c>");
                return code.Length;
            case '[' when s_link.Match(text, index) is { Success: true } link:
                AppendLink(xml, link.Groups[2].Value, link.Groups[1].Value);
                return link.Length;
            case '<' when s_anchor.Match(text, index) is { Success: true } anchor:
                AppendLink(xml, anchor.Groups[1].Value, anchor.Groups[2].Value);
                return anchor.Length;
            case '<' when s_emphasisTag.Match(text, index) is { Success: true } tag:
                return tag.Length;
            case '*' when s_emphasis.Match(text, index) is { Success: true } emphasis:
                xml.Append(Inline(emphasis.Groups[2].Value));
                return emphasis.Length;
            case '&' when s_entity.Match(text, index) is { Success: true } entity:
                xml.Append(Escape(WebUtility.HtmlDecode(entity.Value)));
                return entity.Length;
            case '\\' when index + 1 < text.Length && char.IsPunctuation(text[index + 1]):
                xml.Append(Escape(text[index + 1].ToString()));
                return 2;
            default:
                xml.Append(Escape(text[index].ToString()));
                return 1;
        }
    }

    private static void AppendLink(StringBuilder xml, string address, string label)
    {
        string inner = Inline(label);
        string decoded = WebUtility.HtmlDecode(address);
        string target = decoded.StartsWith("/", StringComparison.Ordinal) ? "https://stripe.com" + decoded
            : decoded.StartsWith("#", StringComparison.Ordinal) ? "https://stripe.com/docs/api" + decoded
            : decoded;
        xml.Append(target.StartsWith("http", StringComparison.Ordinal)
            ? $"<see href=\"{Escape(target).Replace("\"", "&quot;")}\">{inner}</see>"
            : inner);
    }

    private sealed record Block(bool IsItem, string Text);
}
