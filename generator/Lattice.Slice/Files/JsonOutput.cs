using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lattice.Slice.Files;

/// <summary>Writes JSON in the format of slices: two spaces, LF, and only the escapes that JSON requires.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of a document, with a newline at the end.</summary>
    public static byte[] Write(JsonNode document)
    {
        ArrayBufferWriter<byte> buffer = Write(writer => document.WriteTo(writer));
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The JSON of a value on one line.</summary>
    public static string WriteCompact(JsonNode value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options with { Indented = false }))
        {
            value.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The number of bytes of a member at the given depth of a document.</summary>
    public static int GetSize(string name, JsonNode value, int depth)
    {
        ReadOnlySpan<byte> text = Write(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName(name);
            value.WriteTo(writer);
            writer.WriteEndObject();
        }).WrittenSpan;

        // The lines of the enclosing braces do not count; a comma does.
        int lines = text.Count((byte)'\n') - 1;
        return text.Length - "{\n}".Length + ",".Length + (lines * s_options.IndentSize * (depth - 1));
    }

    private static ArrayBufferWriter<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            write(writer);
        }

        return buffer;
    }
}
