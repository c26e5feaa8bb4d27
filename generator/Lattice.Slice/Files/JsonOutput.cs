using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lattice.Slice.Files;

/// <summary>Writes JSON in the format of slices: two spaces, LF, and only the escapes that JSON requires.</summary>
internal static class JsonOutput
{
    // What the writer uses; an option for it exists only in later versions of .NET.
    private const int IndentSize = 2;

    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
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
        return text.Length - "{\n}".Length + ",".Length + (lines * IndentSize * (depth - 1));
    }

    /// <summary>Serializes a value with indentation.</summary>
    public static string Serialize<T>(T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(value, options).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static ArrayBufferWriter<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            write(writer);
        }

        return UseLineFeeds(buffer);
    }

    /// <summary>Replaces the line ends of Windows, which stand only between tokens: in strings, they are escaped.</summary>
    private static ArrayBufferWriter<byte> UseLineFeeds(ArrayBufferWriter<byte> text)
    {
        if (Environment.NewLine == "\n")
        {
            return text;
        }

        var lines = new ArrayBufferWriter<byte>(text.WrittenCount);
        ReadOnlySpan<byte> rest = text.WrittenSpan;
        for (int end = rest.IndexOf("\r\n"u8); end >= 0; end = rest.IndexOf("\r\n"u8))
        {
            lines.Write(rest[..end]);
            lines.Write("\n"u8);
            rest = rest[(end + 2)..];
        }

        lines.Write(rest);
        return lines;
    }
}
