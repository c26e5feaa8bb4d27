using System.ComponentModel;
using System.Text.Json;
using Lattice.Stripe.Buffers;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>Parameters that are sent as JSON: all of API v2.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonParams : StripeParams
{
    /// <summary>Writes the parameters that are set, in the order of the specification.</summary>
    /// <param name="json">The writer. The object that contains the parameters has been started.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract void Write(ref JsonBodyWriter json);

    internal sealed override RequestBody Encode(IReadOnlyDictionary<string, string>? extra) => JsonBody.Create(this);

    private protected sealed override List<string> GetSetNames()
    {
        var buffer = new PooledBufferWriter();
        try
        {
            JsonBodyWriter.WriteBody(buffer, this, skipsChecks: true);
            return GetTopLevelNames(buffer.Bytes.Span);
        }
        finally
        {
            buffer.Dispose();
        }
    }

    private static List<string> GetTopLevelNames(ReadOnlySpan<byte> body)
    {
        List<string> names = [];
        var json = new Utf8JsonReader(body);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            names.Add(json.GetString()!);
            json.Skip();
        }

        return names;
    }
}
