using System.Buffers;

namespace Lattice.Stripe.Serialization;

/// <summary>A growing run of bytes in memory of the shared pool, which is cleared before it goes back: it may hold secrets.</summary>
internal struct PooledBytes
{
    private const int InitialCapacity = 512;

    private byte[]? _array;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Span => _array.AsSpan(0, Length);

    public readonly ReadOnlyMemory<byte> Memory => _array.AsMemory(0, Length);

    public void Append(byte value)
    {
        GetSpan(1)[0] = value;
        Length++;
    }

    public void Append(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>The free memory behind what is written, at least <paramref name="size"/> bytes of it.</summary>
    public Span<byte> GetSpan(int size)
    {
        EnsureFree(size);
        return _array.AsSpan(Length);
    }

    /// <inheritdoc cref="GetSpan"/>
    public Memory<byte> GetMemory(int size)
    {
        EnsureFree(size);
        return _array.AsMemory(Length);
    }

    public void Advance(int count) => Length += count;

    public void Truncate(int length) => Length = length;

    /// <summary>Whether <see cref="CutAt"/> cut something off.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Cuts off what is behind a limit.</summary>
    public void CutAt(int limit)
    {
        if (Length > limit)
        {
            Length = limit;
            IsCut = true;
        }
    }

    public void Dispose()
    {
        if (_array is { } array)
        {
            _array = null;
            Return(array);
        }

        Length = 0;
        IsCut = false;
    }

    private void EnsureFree(int size)
    {
        if (_array is null || _array.Length - Length < size)
        {
            Grow(size);
        }
    }

    private void Grow(int size)
    {
        byte[]? old = _array;
        int wanted = Math.Max(checked(Length + size), old is null ? InitialCapacity : (int)Math.Min(2L * old.Length, Array.MaxLength));
        byte[] grown = ArrayPool<byte>.Shared.Rent(wanted);
        if (old is not null)
        {
            old.AsSpan(0, Length).CopyTo(grown);
            Return(old);
        }

        _array = grown;
    }

    // All of it: truncated parts have been written as well.
    private static void Return(byte[] array) => ArrayPool<byte>.Shared.Return(array, clearArray: true);
}
