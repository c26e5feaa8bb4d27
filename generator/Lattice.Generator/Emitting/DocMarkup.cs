using System.Text;
using System.Text.RegularExpressions;

namespace Lattice.Generator.Emitting;

/// <summary>Converts the HTML and Markdown of Stripe's descriptions to the XML of documentation comments.</summary>
/// <remarks>Time and output are linear in the length of the description, which is limited.</remarks>
internal static class DocMarkup
{
    /// <summary>
    /// The number of UTF-16 units of a description that are shown; an ellipsis replaces the rest. Stripe's longest has about 2,000.
    /// </summary>
    public const int MaxLength = 16_384;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    // The end of each match directly follows, so that no text makes them look at a character more than twice.
    private static readonly Regex s_blockTag = new(@"</?(p|div|ul|ol|br)\s*/?>", Options);
    private static readonly Regex s_itemTag = new(@"<li>\s*", Options);

    /// <summary>
    /// The description as XML: its text if it is one paragraph, else <c>para</c> and <c>list</c> elements, one to a line.
    /// </summary>
    public static IReadOnlyList<string> ToXml(string markup)
    {
        List<Block> blocks = ReadBlocks(Truncate(markup));
        if (blocks.Count == 1 && !blocks[0].IsItem)
        {
            return [ToXml(blocks[0])];
        }

        var lines = new List<string>();
        for (int i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].IsItem)
            {
                lines.Add($"<para>{ToXml(blocks[i])}</para>");
                continue;
            }

            lines.Add("<list type=\"bullet\">");
            for (; i < blocks.Count && blocks[i].IsItem; i++)
            {
                lines.Add($"<item><description>{ToXml(blocks[i])}</description></item>");
            }

            lines.Add("</list>");
            i--;
        }

        return lines;
    }

    /// <summary>Plain text as XML.</summary>
    /// <remarks>The colons of <c>global::</c> are escaped, so that it does not look like the start of a name.</remarks>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("::", ":&#58;");

    private static string ToXml(Block block) => new InlineMarkup(block.Text.ToString()).ToXml();

    /// <summary>Truncates a description that is too long, at a space if there is one nearby.</summary>
    private static string Truncate(string markup)
    {
        const int LongestWord = 256;
        if (markup.Length <= MaxLength)
        {
            return markup;
        }

        int end = markup.LastIndexOf(' ', MaxLength - 1, LongestWord);
        if (end < 0)
        {
            end = MaxLength - (char.IsHighSurrogate(markup[MaxLength - 1]) ? 1 : 0);
        }

        return markup.Substring(0, end) + "…";
    }

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
            else if (FindItem(line) is { } item)
            {
                blocks.Add(new Block(IsItem: true, new StringBuilder(item)));
                startsBlock = false;
            }
            else if (startsBlock || blocks.Count == 0)
            {
                blocks.Add(new Block(IsItem: false, new StringBuilder(line.Trim().TrimStart('#').Trim())));
                startsBlock = false;
            }
            else
            {
                blocks[blocks.Count - 1].Text.Append(' ').Append(line.Trim());
            }
        }

        return blocks;
    }

    /// <summary>The text of a list item after its bullet or number; <see langword="null"/> for a line that is not an item.</summary>
    private static string? FindItem(string line)
    {
        int start = line.Length - line.TrimStart().Length;
        int end = start;
        while (end < line.Length && char.IsDigit(line[end]))
        {
            end++;
        }

        bool hasBullet = end < line.Length && (end > start ? line[end] == '.' : line[end] is '-' or '*');
        return hasBullet && end + 1 < line.Length && char.IsWhiteSpace(line[end + 1]) ? line.Substring(end + 1).Trim() : null;
    }

    private sealed record Block(bool IsItem, StringBuilder Text);
}
