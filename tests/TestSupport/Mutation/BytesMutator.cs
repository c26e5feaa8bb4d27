namespace Lattice.TestSupport.Mutation;

/// <summary>Inserts one random error into bytes, the same one for the same random numbers.</summary>
/// <param name="random">Decides everything.</param>
public sealed class BytesMutator(Random random)
{
    // Not UTF-8: a byte that never occurs, overlong, a surrogate, truncated, beyond U+10FFFF. The last ones are marks of byte orders.
    private static readonly byte[][] s_insertions =
    [
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80], [0x80], [0], [0x1B],
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE],
    ];

    public byte[] Mutate(byte[] bytes)
    {
        int index = random.Next(bytes.Length + 1);
        switch (random.Next(4))
        {
            case 0:
                return bytes[..index];
            case 1 when index < bytes.Length:
                byte[] changed = [.. bytes];
                changed[index] ^= (byte)(1 << random.Next(8));
                return changed;
            case 2:
                return [.. random.Pick(s_insertions), .. bytes];
            default:
                return [.. bytes[..index], .. random.Pick(s_insertions), .. bytes[index..]];
        }
    }
}
