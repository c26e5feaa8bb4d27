using System.Globalization;

namespace Lattice.Stripe.Testing.Redaction;

/// <summary>
/// A text without percent-encoding and escapes of JSON, however often they were applied, and where each of its characters comes from. It is
/// only good for finding what does not depend on the format of the text.
/// </summary>
internal sealed class UnescapedText
{
    /// <summary>The first of the characters that stand for encoded bytes that are no printable ASCII, in a private use area.</summary>
    private const char FirstByte = '\uE000';

    private const int PercentLength = 3;
    private const int UnicodeLength = 6;

    /// <summary>The position of each character in the source, and the length of the source; null if they are the same.</summary>
    private readonly int[]? _positions;

    private UnescapedText(string text, int[]? positions)
    {
        Text = text;
        _positions = positions;
    }

    public string Text { get; }

    /// <summary>
    /// Removes the escapes in one pass: each is decoded as soon as it is complete, and can then be a part of the next one.
    /// </summary>
    public static UnescapedText Of(string source)
    {
        if (!source.AsSpan().ContainsAny('%', '\\'))
        {
            return new UnescapedText(source, null);
        }

        var characters = new char[source.Length];
        var positions = new int[source.Length + 1];
        int length = 0;
        for (int i = 0; i < source.Length; i++)
        {
            characters[length] = source[i];
            positions[length] = i;
            length++;
            while (TryRead(characters.AsSpan(0, length), out int escapeLength, out char decoded))
            {
                length -= escapeLength - 1;
                characters[length - 1] = decoded;
            }
        }

        positions[length] = source.Length;
        return new UnescapedText(new string(characters, 0, length), positions);
    }

    /// <summary>Where a character comes from, or with the length of the text, where the source ends.</summary>
    public int PositionOf(int index) => _positions is null ? index : _positions[index];

    /// <summary>Reads the escape at the end: <c>%5F</c>, <c>\u005F</c>, or <c>\\</c>.</summary>
    private static bool TryRead(ReadOnlySpan<char> text, out int length, out char decoded)
    {
        if (text is [.., '%', _, _] && TryReadHexadecimal(text[^2..], out int value))
        {
            (length, decoded) = (PercentLength, Show(value));
            return true;
        }

        if (text is [.., '\\', 'u', _, _, _, _] && TryReadHexadecimal(text[^4..], out value))
        {
            (length, decoded) = (UnicodeLength, Show(value));
            return true;
        }

        (length, decoded) = (2, '\\');
        return text is [.., '\\', '\\'];
    }

    private static bool TryReadHexadecimal(ReadOnlySpan<char> digits, out int value)
        => int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static char Show(int value) => value is >= ' ' and <= '~' ? (char)value : (char)(FirstByte + (value & 0xFF));
}
