namespace Lattice.Stripe.Testing.Parameters;

/// <summary>Decodes <c>%C3%A9</c>. A percent sign without two hexadecimal digits is literal.</summary>
internal static class PercentEncoding
{
    /// <param name="encoded">The encoded bytes.</param>
    /// <param name="plusIsSpace">Whether a plus sign is a space, as in forms.</param>
    /// <param name="text">The text; if the decoded bytes are not UTF-8, the closest text, for messages.</param>
    /// <returns>Whether the decoded bytes are UTF-8.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> encoded, bool plusIsSpace, out string text)
    {
        var bytes = new byte[encoded.Length];
        int length = 0;
        for (int i = 0; i < encoded.Length; i++)
        {
            byte value = encoded[i];
            if (value == '+' && plusIsSpace)
            {
                value = (byte)' ';
            }
            else if (value == '%' && i + 2 < encoded.Length
                && char.IsAsciiHexDigit((char)encoded[i + 1]) && char.IsAsciiHexDigit((char)encoded[i + 2]))
            {
                value = (byte)(ValueOf(encoded[i + 1]) << 4 | ValueOf(encoded[i + 2]));
                i += 2;
            }

            bytes[length++] = value;
        }

        return Utf8Text.TryDecode(bytes.AsSpan(0, length), out text);
    }

    private static int ValueOf(byte digit) => char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
