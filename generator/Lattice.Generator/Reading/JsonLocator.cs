using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Generator.Reading;

/// <summary>Finds the lines of JSON paths by walking the text; done only when there is something to report.</summary>
internal sealed class JsonLocator(SourceText text)
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text.ToString());

    /// <summary>Where the value of the path starts or, where the path leads nowhere, the deepest value on the way there.</summary>
    public LinePosition Find(JsonPath path)
    {
        IReadOnlyList<string> segments = path.GetSegments();
        long offset = 0;
        try
        {
            var json = new Utf8JsonReader(_utf8, new JsonReaderOptions { MaxDepth = 1024 });
            json.Read();
            offset = json.TokenStartIndex;
            foreach (string segment in segments)
            {
                if (!MoveTo(ref json, segment, ref offset))
                {
                    break;
                }
            }
        }
        catch (JsonException)
        {
            // The text is broken further down; the position found so far is the best there is.
        }

        return GetPosition(offset);
    }

    /// <summary>The position of a byte that a JSON exception names: a line and the bytes before it in that line.</summary>
    public LinePosition Find(long line, long byteInLine)
    {
        int lineIndex = (int)Math.Min(line, text.Lines.Count - 1);
        string lineText = text.Lines[lineIndex].ToString();
        byte[] bytes = Encoding.UTF8.GetBytes(lineText);
        return new LinePosition(lineIndex, Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(byteInLine, bytes.Length)));
    }

    private LinePosition GetPosition(long offset) =>
        text.Lines.GetLinePosition(Math.Min(Encoding.UTF8.GetCharCount(_utf8, 0, (int)offset), text.Length));

    /// <summary>Moves into the property or element of the value that the reader stands on.</summary>
    private static bool MoveTo(ref Utf8JsonReader json, string segment, ref long offset)
    {
        bool isObject = json.TokenType == JsonTokenType.StartObject;
        if (!isObject && json.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        for (int index = 0; json.Read() && json.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); index++)
        {
            long start = json.TokenStartIndex;
            bool found = isObject
                ? json.ValueTextEquals(segment)
                : index.ToString(System.Globalization.CultureInfo.InvariantCulture) == segment;
            if (isObject)
            {
                json.Read();
            }

            if (found)
            {
                offset = start;
                return true;
            }

            json.Skip();
        }

        return false;
    }
}
