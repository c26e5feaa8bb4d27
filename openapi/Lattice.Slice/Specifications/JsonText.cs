using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Lattice.Generator.Reading;

namespace Lattice.Slice.Specifications;

/// <summary>Parses JSON strictly and says what is wrong with a text that is none.</summary>
internal static class JsonText
{
    private const int MaxDepth = 512;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="name">What the text is called in messages.</param>
    /// <exception cref="CommandFailedException">It is no JSON in UTF-8, or has a key twice or half of a surrogate pair.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string name)
    {
        utf8 = WithoutByteOrderMark(utf8);
        if (!Utf8.IsValid(utf8.Span))
        {
            throw new CommandFailedException($"{name} is not UTF-8 text, so it is no JSON.");
        }

        try
        {
            return JsonFault.Find(utf8.Span, new JsonReaderOptions { MaxDepth = MaxDepth }) is { } fault
                ? throw new CommandFailedException($"{name} has {fault.Description} at line {1 + utf8.Span[..fault.Offset].Count((byte)'\n')}.")
                : JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException exception)
        {
            throw new CommandFailedException($"{name} {Describe(utf8.Span, exception)}");
        }
    }

    public static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;

    private static string Describe(ReadOnlySpan<byte> utf8, JsonException exception)
    {
        ReadOnlySpan<byte> text = utf8.Trim(" \t\r\n"u8);
        return text.IsEmpty ? "is empty."
            : text[0] == '<' ? "is HTML or XML, not JSON."
            : LooksLikeYaml(text) ? $"is YAML; JSON is needed. Stripe publishes its document as JSON as well: {SpecSource.Stripe}"
            : IsTruncated(utf8)
                ? $"is cut off: it ends at line {1 + utf8.Count((byte)'\n')} in the middle of the JSON. Fetch it again."
            : $"is no JSON: {Where(exception)}";
    }

    /// <summary>Whether the text starts with a key without quotation marks, a comment or YAML's own start.</summary>
    private static bool LooksLikeYaml(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)'\n');
        string line = Encoding.UTF8.GetString(end < 0 ? text : text[..end]).TrimEnd();
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return line.StartsWith("---", StringComparison.Ordinal)
            || line.StartsWith("%YAML", StringComparison.Ordinal)
            || line.StartsWith('#')
            || (colon > 0 && line[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'));
    }

    /// <summary>Whether nothing is wrong but that the text ends.</summary>
    private static bool IsTruncated(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
        try
        {
            while (reader.Read())
            {
            }

            return reader.CurrentDepth > 0 || reader.BytesConsumed < utf8.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Where(JsonException exception)
    {
        // The library adds its own notation of the place, counted from 0.
        string message = exception.Message;
        int place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return $"line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}: {(place < 0 ? message : message[..place])}";
    }
}
