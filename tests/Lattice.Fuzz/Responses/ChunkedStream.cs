namespace Lattice.Fuzz.Responses;

/// <summary>A body that arrives in pieces.</summary>
/// <param name="bytes">The body.</param>
/// <param name="chunk">The largest number of bytes that one read returns.</param>
/// <param name="isBroken">Whether reading fails at the end.</param>
internal sealed class ChunkedStream(byte[] bytes, int chunk, bool isBroken) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(Math.Min(buffer.Length, chunk), bytes.Length - _position);
        if (count == 0 && buffer.Length > 0 && isBroken)
        {
            throw new IOException("The response ended early.");
        }

        bytes.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // A whole body is there at once; a part of one is waited for.
        if (chunk < bytes.Length)
        {
            await Task.Yield();
        }

        return Read(buffer.Span);
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
