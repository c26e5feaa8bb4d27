using System.Buffers;

namespace Lattice.Stripe.Buffers;

/// <summary>Pooled memory for writers that require an <see cref="IBufferWriter{T}"/>.</summary>
internal sealed class PooledBufferWriter : IBufferWriter<byte>, IDisposable
{
    private PooledBytes _bytes;

    public PooledBytes Bytes => _bytes;

    public void Advance(int count) => _bytes.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0) => _bytes.GetMemory(Math.Max(sizeHint, 1));

    public Span<byte> GetSpan(int sizeHint = 0) => _bytes.GetSpan(Math.Max(sizeHint, 1));

    /// <summary>Transfers the memory to the caller, who must dispose it.</summary>
    public PooledBytes Detach()
    {
        PooledBytes bytes = _bytes;
        _bytes = default;
        return bytes;
    }

    public void Dispose() => _bytes.Dispose();
}
