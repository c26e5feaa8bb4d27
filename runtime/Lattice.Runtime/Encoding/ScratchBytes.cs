using System.Buffers;

namespace Lattice.Stripe.Serialization;

/// <summary>
/// A growing run of bytes that begins in memory of its creator's stack, and goes on in memory of the shared pool. Both are cleared
/// in the end: they may hold secrets.
/// </summary>
internal ref struct ScratchBytes(Span<byte> initial)
{
    private Span<byte> _memory = initial;
    private byte[]? _pooled;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Span => _memory[..Length];

    public void Append(byte value)
    {
        EnsureFree(1);
        _memory[Length++] = value;
    }

    public void Append(scoped ReadOnlySpan<byte> bytes)
    {
        EnsureFree(bytes.Length);
        bytes.CopyTo(_memory[Length..]);
        Length += bytes.Length;
    }

    public void Truncate(int length) => Length = length;

    public void Dispose()
    {
        _memory.Clear();
        if (_pooled is { } array)
        {
            _pooled = null;
            ArrayPool<byte>.Shared.Return(array);
        }

        _memory = default;
        Length = 0;
    }

    private void EnsureFree(int size)
    {
        if (_memory.Length - Length < size)
        {
            Grow(size);
        }
    }

    private void Grow(int size)
    {
        byte[] grown = ArrayPool<byte>.Shared.Rent(checked(Math.Max(Length + size, 2 * Length)));
        Span.CopyTo(grown);
        _memory.Clear();
        if (_pooled is not null)
        {
            ArrayPool<byte>.Shared.Return(_pooled);
        }

        _memory = _pooled = grown;
    }
}
