using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Generator.Reading;

/// <summary>Finds the places of JSON paths by walking the text once; done only when there is something to report.</summary>
internal static class JsonLocator
{
    /// <summary>Where the value of each path starts or, where a path leads nowhere, the deepest value on the way there.</summary>
    public static IReadOnlyList<LinePosition> Find(SourceText text, IReadOnlyList<JsonPath> paths)
    {
        var root = new Node();
        List<Node> nodes = paths.Select(root.Get).ToList();
        byte[] utf8 = Encoding.UTF8.GetBytes(text.ToString());
        try
        {
            var json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 1024 });
            json.Read();
            root.Offset = json.TokenStartIndex;
            Walk(ref json, root);
        }
        catch (JsonException)
        {
            // The text is broken further down; the places found so far are the best there are.
        }

        return nodes.ConvertAll(node => GetPosition(text, utf8, node.Offset ?? 0));
    }

    /// <summary>The position that a JSON exception names: a line, and the bytes before it in that line.</summary>
    public static LinePosition Find(SourceText text, long line, long byteInLine)
    {
        int lineIndex = (int)Math.Min(line, text.Lines.Count - 1);
        byte[] bytes = Encoding.UTF8.GetBytes(text.Lines[lineIndex].ToString());
        return new LinePosition(lineIndex, Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(byteInLine, bytes.Length)));
    }

    /// <summary>The position of a byte of the text in UTF-8.</summary>
    public static LinePosition Find(SourceText text, int offset) => GetPosition(text, Encoding.UTF8.GetBytes(text.ToString()), offset);

    /// <summary>Visits the value that the reader stands on, as far as a path leads into it.</summary>
    private static void Walk(ref Utf8JsonReader json, Node node)
    {
        node.SetForChildren(node.Offset);
        bool isObject = json.TokenType == JsonTokenType.StartObject;
        if (node.Children.Count == 0 || (!isObject && json.TokenType != JsonTokenType.StartArray))
        {
            json.Skip();
            return;
        }

        for (int index = 0; json.Read() && json.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); index++)
        {
            long start = json.TokenStartIndex;
            string name = isObject ? json.GetString()! : index.ToString(CultureInfo.InvariantCulture);
            if (isObject)
            {
                json.Read();
            }

            if (node.Children.TryGetValue(name, out Node? child))
            {
                child.Offset = start;
                Walk(ref json, child);
            }
            else
            {
                json.Skip();
            }
        }
    }

    private static LinePosition GetPosition(SourceText text, byte[] utf8, long offset) =>
        text.Lines.GetLinePosition(Math.Min(Encoding.UTF8.GetCharCount(utf8, 0, (int)offset), text.Length));

    /// <summary>A step of the paths that are looked for.</summary>
    private sealed class Node
    {
        public Dictionary<string, Node> Children { get; } = new(StringComparer.Ordinal);

        public long? Offset { get; set; }

        public Node Get(JsonPath path)
        {
            Node node = this;
            foreach (string segment in path.GetSegments())
            {
                if (!node.Children.TryGetValue(segment, out Node? child))
                {
                    node.Children.Add(segment, child = new Node());
                }

                node = child;
            }

            return node;
        }

        /// <summary>Until they are found themselves, the steps behind this one are where it is.</summary>
        public void SetForChildren(long? offset)
        {
            foreach (Node child in Children.Values)
            {
                child.Offset = offset;
                child.SetForChildren(offset);
            }
        }
    }
}
