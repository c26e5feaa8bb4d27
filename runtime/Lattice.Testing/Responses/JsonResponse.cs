using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>Writes the JSON of a response.</summary>
internal static class JsonResponse
{
    private static readonly JsonWriterOptions s_options = new()
    {
        // Quotes and plus signs stay readable in messages: the body is JSON on the wire, never part of an HTML page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
    };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
