using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lattice.Conformance.Decoding;

/// <summary>Writes JSON in the forms that a server can use.</summary>
internal static class ResponseJsonWriter
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="escaped">Whether every character of every name and string is written as <c>\u…</c>.</param>
    public static byte[] Write(JsonNode json, bool escaped)
    {
        if (!escaped)
        {
            return System.Text.Encoding.UTF8.GetBytes(json.ToJsonString(s_plain));
        }

        var text = new StringBuilder();
        WriteEscaped(json, text);
        return System.Text.Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void WriteEscaped(JsonNode? json, StringBuilder text)
    {
        switch (json)
        {
            case JsonObject values:
                WriteAll(values, '{', '}', text, entry =>
                {
                    WriteEscaped(entry.Key, text);
                    text.Append(" : ");
                    WriteEscaped(entry.Value, text);
                });
                break;
            case JsonArray items:
                WriteAll(items, '[', ']', text, item => WriteEscaped(item, text));
                break;
            case JsonValue value when value.TryGetValue(out string? content):
                WriteEscaped(content, text);
                break;
            default:
                text.Append(json?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void WriteAll<T>(IEnumerable<T> items, char open, char close, StringBuilder text, Action<T> write)
    {
        text.Append(open);
        string separator = "\n";
        foreach (T item in items)
        {
            text.Append(separator);
            write(item);
            separator = ",\r\n\t";
        }

        text.Append(close);
    }

    private static void WriteEscaped(string content, StringBuilder text)
    {
        text.Append('"');
        foreach (char c in content)
        {
            text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        text.Append('"');
    }
}
