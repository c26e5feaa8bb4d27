using System.Text;
using Lattice.Stripe.Buffers;

namespace Lattice.Stripe.Serialization.Form;

/// <summary>
/// Encodes values and the keys of maps, with the characters of <see cref="FormCharacters"/>.
/// </summary>
internal static class FormEncoding
{
    // The byte for each ASCII character; 0 for a character that is percent-encoded.
    private static readonly byte[] s_ascii = CreateTable();

    /// <summary>Appends an encoded text. A lone surrogate becomes U+FFFD.</summary>
    public static void Append(ref PooledBytes target, scoped ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            target.Advance(EncodeAscii(text, target.GetSpan(3 * text.Length), out int consumed));
            text = text[consumed..];
            if (!text.IsEmpty)
            {
                text = text[AppendRune(ref target, text)..];
            }
        }
    }

    /// <summary>Appends a name such as <c>a[b][0]</c>: the parts are encoded, the brackets stay.</summary>
    /// <exception cref="ArgumentException">The name is empty or its brackets do not match.</exception>
    public static void AppendBracketedName(ref PooledBytes target, string name)
    {
        int open = name.IndexOf('[', StringComparison.Ordinal);
        ReadOnlySpan<char> head = open < 0 ? name : name.AsSpan(0, open);
        ReadOnlySpan<char> rest = open < 0 ? default : name.AsSpan(open);
        if (head.IsEmpty || head.Contains(']'))
        {
            throw MalformedName(name);
        }

        Append(ref target, head);
        while (!rest.IsEmpty)
        {
            int close = rest.IndexOf(']');
            if (rest[0] != '[' || close < 0 || rest[1..close].Contains('['))
            {
                throw MalformedName(name);
            }

            target.Append((byte)'[');
            Append(ref target, rest[1..close]);
            target.Append((byte)']');
            rest = rest[(close + 1)..];
        }
    }

    /// <summary>Encodes up to the first character outside ASCII, and returns how many bytes were written.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">The memory to write to, at least three times as long as the text.</param>
    /// <param name="consumed">How many characters were encoded.</param>
    private static int EncodeAscii(scoped ReadOnlySpan<char> text, Span<byte> target, out int consumed)
    {
        byte[] table = s_ascii;
        int written = 0;
        for (consumed = 0; consumed < text.Length; consumed++)
        {
            char character = text[consumed];
            if (character >= table.Length)
            {
                break;
            }

            byte plain = table[character];
            if (plain != 0)
            {
                target[written++] = plain;
            }
            else
            {
                WritePercent(target.Slice(written, 3), (byte)character);
                written += 3;
            }
        }

        return written;
    }

    /// <summary>Appends the first character, which is not ASCII, and returns its number of UTF-16 units.</summary>
    private static int AppendRune(ref PooledBytes target, scoped ReadOnlySpan<char> text)
    {
        // For a lone surrogate this gives the replacement character and one unit.
        Rune.DecodeFromUtf16(text, out Rune rune, out int consumed);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (byte value in utf8[..rune.EncodeToUtf8(utf8)])
        {
            WritePercent(target.GetSpan(3), value);
            target.Advance(3);
        }

        return consumed;
    }

    private static void WritePercent(Span<byte> target, byte value)
    {
        const string Digits = FormCharacters.HexDigits;
        target[2] = (byte)Digits[value & 0xF];
        target[1] = (byte)Digits[value >> 4];
        target[0] = (byte)'%';
    }

    private static byte[] CreateTable()
    {
        byte[] table = new byte[128];
        foreach (char character in FormCharacters.Unreserved)
        {
            table[character] = (byte)character;
        }

        table[' '] = (byte)FormCharacters.Space;
        return table;
    }

    private static ArgumentException MalformedName(string name) => new(
        $"'{name}' is not the name of a parameter. Write it like 'a', 'a[b]' or 'a[0][b]'.", nameof(name));
}
