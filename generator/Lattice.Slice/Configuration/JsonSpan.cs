using System.Text.Json;
using Lattice.Spec.Json;

namespace Lattice.Slice.Configuration;

/// <summary>A value of a JSON text with its byte range, so that an edit changes only these bytes.</summary>
/// <param name="Text">The value of a string.</param>
internal sealed record JsonSpan(
    JsonTokenType Kind, int Start, int End, string? Text, IReadOnlyList<JsonSpanMember> Members, IReadOnlyList<JsonSpan> Items)
{
    /// <summary>Parses a text that is known to be valid JSON.</summary>
    public static JsonSpan Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonParser.MaxDepth });
        reader.Read();
        return Read(ref reader);
    }

    public JsonSpanMember? Find(string name) => Members.FirstOrDefault(member => member.Name == name);

    private static JsonSpan Read(ref Utf8JsonReader reader)
    {
        JsonTokenType kind = reader.TokenType;
        int start = (int)reader.TokenStartIndex;
        string? text = kind == JsonTokenType.String ? reader.GetString() : null;
        var members = new List<JsonSpanMember>();
        var items = new List<JsonSpan>();
        while (kind is JsonTokenType.StartObject or JsonTokenType.StartArray
            && reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            if (kind == JsonTokenType.StartArray)
            {
                items.Add(Read(ref reader));
                continue;
            }

            int nameStart = (int)reader.TokenStartIndex;
            string name = reader.GetString()!;
            reader.Read();
            members.Add(new JsonSpanMember(name, nameStart, Read(ref reader)));
        }

        return new JsonSpan(kind, start, (int)reader.BytesConsumed, text, members, items);
    }
}

/// <param name="Start">The offset of the name.</param>
internal sealed record JsonSpanMember(string Name, int Start, JsonSpan Value);
