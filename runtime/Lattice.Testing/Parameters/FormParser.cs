using System.Text;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>The WHATWG parser for <c>application/x-www-form-urlencoded</c>, which accepts any input.</summary>
internal static class FormParser
{
    /// <summary>Adds the decoded pairs of <paramref name="form"/> to <paramref name="pairs"/>.</summary>
    public static void Parse(ReadOnlySpan<byte> form, List<KeyValuePair<string, string>> pairs)
    {
        while (!form.IsEmpty)
        {
            int end = form.IndexOf((byte)'&');
            ReadOnlySpan<byte> pair = end < 0 ? form : form[..end];
            form = end < 0 ? default : form[(end + 1)..];
            if (pair.IsEmpty)
            {
                continue;
            }

            int equals = pair.IndexOf((byte)'=');
            pairs.Add(equals < 0
                ? new(Decode(pair), "")
                : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..])));
        }
    }

    /// <summary>
    /// Plus signs are spaces; a percent sign without two hexadecimal digits is literal; bytes that are not UTF-8
    /// become U+FFFD.
    /// </summary>
    private static string Decode(ReadOnlySpan<byte> encoded)
    {
        var bytes = new byte[encoded.Length];
        int length = 0;
        for (int i = 0; i < encoded.Length; i++)
        {
            byte value = encoded[i];
            if (value == '+')
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

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static int ValueOf(byte digit) => char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
