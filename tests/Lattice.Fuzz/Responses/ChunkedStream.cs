namespace Lattice.Fuzz.Responses;

/// <summary>A body that arrives in pieces.</summary>
/// <param name="bytes">The body.</param>
/// <param name="chunk">The largest number of bytes that one read returns.</param>
/// <param name="isBroken">Whether reading fails at the end.</param>
internal sealed class ChunkedStream(byte[] bytes, int chunk, bool isBroken) : MemoryStream(bytes, writable: false)
{
    public override int Read(Span<byte> buffer)
    {
        int read = base.Read(buffer[..Math.Min(buffer.Length, chunk)]);
        return read == 0 && buffer.Length > 0 && isBroken ? throw new IOException("The response ended early.") : read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return ValueTask.FromResult(Read(buffer.Span));
        }
        catch (IOException exception)
        {
            return ValueTask.FromException<int>(exception);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}
