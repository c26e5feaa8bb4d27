using System.Buffers;

namespace Lattice.Stripe.Buffers;

/// <summary>A growing buffer from the shared pool. It is cleared before it is returned, because it may hold secrets.</summary>
/// <remarks>Its methods use the fields, because a process that has just started compiles each property that a call needs.</remarks>
internal struct PooledBytes
{
    private const int InitialCapacity = 512;

    private byte[]? _array;
    private int _length;

    /// <summary>Whether <see cref="Limit"/> dropped bytes.</summary>
    public bool IsTruncated;

    public readonly int Length => _length;

    public readonly ReadOnlySpan<byte> Span => _array.AsSpan(0, _length);

    public readonly ReadOnlyMemory<byte> Memory => _array.AsMemory(0, _length);

    public void Append(byte value)
    {
        GetSpan(1)[0] = value;
        _length++;
    }

    public void Append(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        _length += bytes.Length;
    }

    /// <summary>Returns the free memory after the written bytes: at least <paramref name="size"/> bytes.</summary>
    public Span<byte> GetSpan(int size)
    {
        EnsureFree(size);
        return _array.AsSpan(_length);
    }

    /// <inheritdoc cref="GetSpan"/>
    public Memory<byte> GetMemory(int size)
    {
        EnsureFree(size);
        return _array.AsMemory(_length);
    }

    public void Advance(int count) => _length += count;

    public void Truncate(int length) => _length = length;

    /// <summary>Drops the bytes after a limit.</summary>
    public void Limit(int limit)
    {
        if (_length > limit)
        {
            _length = limit;
            IsTruncated = true;
        }
    }

    public void Dispose()
    {
        if (_array is { } array)
        {
            _array = null;
            Return(array);
        }

        _length = 0;
        IsTruncated = false;
    }

    private void EnsureFree(int size)
    {
        if (_array is null || _array.Length - _length < size)
        {
            Grow(size);
        }
    }

    private void Grow(int size)
    {
        byte[]? old = _array;
        int wanted = Math.Max(checked(_length + size), old is null ? InitialCapacity : (int)Math.Min(2L * old.Length, Array.MaxLength));
        byte[] grown = ArrayPool<byte>.Shared.Rent(wanted);
        if (old is not null)
        {
            old.AsSpan(0, _length).CopyTo(grown);
            Return(old);
        }

        _array = grown;
    }

    // The whole array is cleared: truncated parts were written as well.
    private static void Return(byte[] array) => ArrayPool<byte>.Shared.Return(array, clearArray: true);
}
