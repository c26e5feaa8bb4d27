using System.Text;

namespace Lattice.Generator.Emitting;

/// <summary>Writes documentation comments, with long lines wrapped.</summary>
internal static class DocComment
{
    private const int MaxWidth = 110;

    /// <param name="content">The content of the element as XML, in lines.</param>
    /// <param name="element">The element with its attributes, such as <c>param name="client"</c>.</param>
    public static void Write(SourceWriter writer, string element, IReadOnlyList<string> content)
    {
        // All texts of a slice pass through here, with their entities decoded.
        List<string> xml = [.. content.Select(line => writer.Shorten(CommentText.ToLine(line)))];
        string closing = element.Split(' ')[0];
        element = writer.Shorten(element);
        string oneLine = $"<{element}>{string.Concat(xml)}</{closing}>";
        if (xml.Count == 1 && oneLine.Length <= MaxWidth)
        {
            writer.Write("/// " + oneLine);
            return;
        }

        writer.Write($"/// <{element}>");
        foreach (string line in xml.SelectMany(Wrap))
        {
            writer.Write("/// " + line);
        }

        writer.Write($"/// </{closing}>");
    }

    public static void WriteSummary(SourceWriter writer, string markup, string fallback) =>
        Write(writer, "summary", string.IsNullOrWhiteSpace(markup) ? [fallback] : DocMarkup.ToXml(markup));

    /// <summary>Breaks a line at spaces, but never inside a tag.</summary>
    private static IEnumerable<string> Wrap(string text)
    {
        var line = new StringBuilder();
        foreach (string word in SplitWords(text))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > MaxWidth)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }

    private static IEnumerable<string> SplitWords(string text)
    {
        int start = 0;
        bool inTag = false;
        for (int i = 0; i < text.Length; i++)
        {
            inTag = text[i] == '<' || (inTag && text[i] != '>');
            if (text[i] == ' ' && !inTag)
            {
                if (i > start)
                {
                    yield return text.Substring(start, i - start);
                }

                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            yield return text.Substring(start);
        }
    }
}
