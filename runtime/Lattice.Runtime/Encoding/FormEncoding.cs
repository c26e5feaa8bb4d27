using System.Buffers;
using System.Text;

namespace Lattice.Stripe.Serialization;

/// <summary>
/// Percent-encoding of the WHATWG URL Standard's <c>application/x-www-form-urlencoded</c> serializer: ASCII letters,
/// digits and <c>*-._</c> as they are, a space as <c>+</c>, each other byte of the UTF-8 form as <c>%XX</c>.
/// </summary>
internal static class FormEncoding
{
    private const string Unreserved = "*-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> s_unreserved = SearchValues.Create(Unreserved);

    /// <summary>Appends a text, encoded; <see langword="null"/> appends nothing, a lone surrogate the bytes of U+FFFD.</summary>
    public static void Append(ref PooledBytes target, scoped ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            int clean = text.IndexOfAnyExcept(s_unreserved);
            if (clean < 0)
            {
                clean = text.Length;
            }

            AppendAscii(ref target, text[..clean]);
            text = text[clean..];
            if (!text.IsEmpty)
            {
                text = text[AppendEncoded(ref target, text)..];
            }
        }
    }

    /// <summary>Appends a name such as <c>a[b][0]</c>: its parts encoded, its brackets literal.</summary>
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

    private static void AppendAscii(ref PooledBytes target, scoped ReadOnlySpan<char> ascii)
    {
        Ascii.FromUtf16(ascii, target.GetSpan(ascii.Length), out int written);
        target.Advance(written);
    }

    /// <summary>Appends the first character, encoded, and returns how many UTF-16 units it is.</summary>
    private static int AppendEncoded(ref PooledBytes target, scoped ReadOnlySpan<char> text)
    {
        char first = text[0];
        if (first == ' ')
        {
            target.Append((byte)'+');
            return 1;
        }

        if (char.IsAscii(first))
        {
            AppendPercent(ref target, (byte)first);
            return 1;
        }

        // For a lone surrogate this gives the replacement character and one unit.
        Rune.DecodeFromUtf16(text, out Rune rune, out int consumed);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (byte value in utf8[..rune.EncodeToUtf8(utf8)])
        {
            AppendPercent(ref target, value);
        }

        return consumed;
    }

    private static void AppendPercent(ref PooledBytes target, byte value)
    {
        ReadOnlySpan<byte> digits = "0123456789ABCDEF"u8;
        Span<byte> encoded = target.GetSpan(3);
        encoded[2] = digits[value & 0xF];
        encoded[1] = digits[value >> 4];
        encoded[0] = (byte)'%';
        target.Advance(3);
    }

    private static ArgumentException MalformedName(string name) => new(
        $"'{name}' is no name of a parameter. Write it like 'a', 'a[b]' or 'a[0][b]'.", nameof(name));
}
