using System.Text.Json;

namespace Lattice.Generator.Reading;

/// <summary>
/// What the grammar of JSON allows and no reader can do without guessing (RFC 8259, sections 4 and 8.2): a key that an object
/// has twice, and a text with half of a surrogate pair.
/// </summary>
/// <param name="Description">What the text has, as it follows "it has".</param>
/// <param name="Offset">Where the key or the text starts, in bytes.</param>
internal sealed record JsonFault(string Description, int Offset)
{
    /// <summary>The first of a text, or <see langword="null"/> if there is none.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonFault? Find(ReadOnlySpan<byte> utf8, JsonReaderOptions options = default)
    {
        var reader = new Utf8JsonReader(utf8, options);
        var open = new Stack<HashSet<string>>();
        JsonFault? first = null;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName or JsonTokenType.String:
                    first ??= Check(ref reader, open);
                    break;
            }
        }

        return first;
    }

    private static JsonFault? Check(ref Utf8JsonReader reader, Stack<HashSet<string>> open)
    {
        // Without an escape it is as the file's encoding says, which has no halves.
        if (reader.ValueIsEscaped && !IsUnicode(ref reader))
        {
            return new JsonFault("a text with half of a surrogate pair, which is no character,", (int)reader.TokenStartIndex);
        }

        return reader.TokenType == JsonTokenType.PropertyName && !open.Peek().Add(reader.GetString()!)
            ? new JsonFault($"the key \"{reader.GetString()}\" twice in one object, the second time", (int)reader.TokenStartIndex)
            : null;
    }

    private static bool IsUnicode(ref Utf8JsonReader reader)
    {
        try
        {
            reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
