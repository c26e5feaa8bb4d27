using Lattice.Stripe.Buffers;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>Encodes JSON bodies.</summary>
internal static class JsonBody
{
    private const string ContentType = "application/json";

    public static EncodedBody Create(JsonParams parameters)
    {
        using var buffer = new PooledBufferWriter();
        JsonBodyWriter.WriteBody(buffer, parameters);
        return new EncodedBody(buffer.Detach(), ContentType);
    }

    public static EncodedBody Empty()
    {
        var bytes = new PooledBytes();
        bytes.Append("{}"u8);
        return new EncodedBody(bytes, ContentType);
    }
}
