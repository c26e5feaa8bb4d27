using System.Text.Json;
using Lattice.Spec.Json;

namespace Lattice.Slice.Configuration;

/// <summary>A value of a JSON text with the bytes where it stands, so that an edit touches these bytes only.</summary>
/// <param name="Text">The text of a string.</param>
internal sealed record JsonSpan(
    JsonTokenType Kind, int Start, int End, string? Text, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonSpan> Items)
{
    /// <summary>The value of a text that is known to be JSON.</summary>
    public static JsonSpan Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonParser.MaxDepth });
        reader.Read();
        return Read(ref reader);
    }

    public JsonMember? Find(string name) => Members.FirstOrDefault(member => member.Name == name);

    private static JsonSpan Read(ref Utf8JsonReader reader)
    {
        JsonTokenType kind = reader.TokenType;
        int start = (int)reader.TokenStartIndex;
        string? text = kind == JsonTokenType.String ? reader.GetString() : null;
        var members = new List<JsonMember>();
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
            members.Add(new JsonMember(name, nameStart, Read(ref reader)));
        }

        return new JsonSpan(kind, start, (int)reader.BytesConsumed, text, members, items);
    }
}

/// <param name="Start">Where the name stands.</param>
internal sealed record JsonMember(string Name, int Start, JsonSpan Value);
