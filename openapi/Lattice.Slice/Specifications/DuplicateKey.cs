using System.Text.Json;

namespace Lattice.Slice.Specifications;

/// <summary>A key that an object has twice: which of the values counts differs from reader to reader.</summary>
internal sealed record DuplicateKey(string Key, int Line)
{
    /// <summary>The first of a text, or <see langword="null"/> if there is none or the text is broken otherwise.</summary>
    public static DuplicateKey? Find(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        var open = new Stack<HashSet<string>>();
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                }
                else if (reader.TokenType == JsonTokenType.EndObject)
                {
                    open.Pop();
                }
                else if (reader.TokenType == JsonTokenType.PropertyName && !open.Peek().Add(reader.GetString()!))
                {
                    return new DuplicateKey(reader.GetString()!, 1 + utf8[..(int)reader.TokenStartIndex].Count((byte)'\n'));
                }
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return null;
    }
}
