namespace Lattice.Stripe.Buffers;

/// <summary>
/// A growing buffer that lives as long as its owner. It grows by half, so that at most a third of the memory is unused.
/// </summary>
internal struct GrowingBytes
{
    private const int InitialCapacity = 32;

    private byte[]? _array;
    private int _length;

    public readonly ReadOnlySpan<byte> Span => _array.AsSpan(0, _length);

    public void Append(byte value) => Reserve(1)[0] = value;

    public void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <summary>Appends an integer in as few bytes as possible, seven bits in each.</summary>
    public void AppendVariableLength(ulong value)
    {
        while (value >= 0x80)
        {
            Append((byte)(value | 0x80));
            value >>= 7;
        }

        Append((byte)value);
    }

    /// <summary>Reads an integer that <see cref="AppendVariableLength"/> wrote, and removes it from the span.</summary>
    public static ulong TakeVariableLength(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        int count = 0;
        byte next;
        do
        {
            next = bytes[count];
            value |= (next & 0x7FUL) << (7 * count);
            count++;
        }
        while (next >= 0x80);
        bytes = bytes[count..];
        return value;
    }

    /// <summary>Appends <paramref name="size"/> bytes for the caller to write.</summary>
    public Span<byte> Reserve(int size)
    {
        int length = checked(_length + size);
        if (_array is null || length > _array.Length)
        {
            long grown = _array is null ? InitialCapacity : _array.Length + (_array.Length / 2L);
            Array.Resize(ref _array, (int)Math.Max(length, Math.Min(grown, Array.MaxLength)));
        }

        Span<byte> reserved = _array.AsSpan(_length, size);
        _length = length;
        return reserved;
    }
}
