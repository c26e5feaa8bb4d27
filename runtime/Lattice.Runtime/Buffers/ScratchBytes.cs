using System.Buffers;

namespace Lattice.Stripe.Buffers;

/// <summary>
/// A growing buffer that starts in memory on its creator's stack and continues in memory of the shared pool. Both are cleared at the
/// end, because they may hold secrets.
/// </summary>
internal ref struct ScratchBytes(Span<byte> initial)
{
    private Span<byte> _memory = initial;
    private byte[]? _pooled;
    private int _length;

    public readonly int Length => _length;

    public readonly ReadOnlySpan<byte> Span => _memory[.._length];

    public void Append(byte value)
    {
        EnsureFree(1);
        _memory[_length++] = value;
    }

    public void Append(scoped ReadOnlySpan<byte> bytes)
    {
        EnsureFree(bytes.Length);
        bytes.CopyTo(_memory[_length..]);
        _length += bytes.Length;
    }

    public void Truncate(int length) => _length = length;

    public void Dispose()
    {
        _memory.Clear();
        if (_pooled is { } array)
        {
            _pooled = null;
            ArrayPool<byte>.Shared.Return(array);
        }

        _memory = default;
        _length = 0;
    }

    private void EnsureFree(int size)
    {
        if (_memory.Length - _length < size)
        {
            Grow(size);
        }
    }

    private void Grow(int size)
    {
        byte[] grown = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_length + size, 2 * _length)));
        Span.CopyTo(grown);
        _memory.Clear();
        if (_pooled is not null)
        {
            ArrayPool<byte>.Shared.Return(_pooled);
        }

        _memory = _pooled = grown;
    }
}
