namespace Lattice.Stripe.Serialization.Json;

/// <summary>
/// Reads numbers exactly: without rounding, and in time proportional to the text for any exponent. It accepts the numbers of JSON, and
/// also those with a plus sign, with leading zeros, or without digits on one side of the point, which strings may hold.
/// </summary>
internal static class JsonNumber
{
    private const ulong MaxMagnitude = long.MaxValue;

    // Any number with this many digits fits in 64 bits.
    private const int SafeDigits = 18;

    private const int MaxDecimalScale = 28;

    // The maximum number of digits in 96 bits.
    private const int MaxDecimalDigits = 29;

    /// <summary>Reads a number with a whole value, such as <c>1e3</c> or <c>1000.0</c>.</summary>
    public static bool TryGetInt64(ReadOnlySpan<byte> text, out long value) =>
        TryGetPlainInteger(text, out value)
        || (NumberLiteral.TryParse(text, out NumberLiteral number) && TryScale(number, 0, isTruncated: false, out value));

    /// <summary>Reads seconds as units of 100 ns. A finer fraction is truncated.</summary>
    public static bool TryGetTicks(ReadOnlySpan<byte> text, out long ticks)
    {
        // About 28,000 years, whose ticks fit in 64 bits.
        const long MaxPlainSeconds = 900_000_000_000;
        const int TickDigits = 7;
        if (TryGetPlainInteger(text, out long seconds) && seconds is > -MaxPlainSeconds and < MaxPlainSeconds)
        {
            ticks = seconds * TimeSpan.TicksPerSecond;
            return true;
        }

        ticks = 0;
        return NumberLiteral.TryParse(text, out NumberLiteral number) && TryScale(number, TickDigits, isTruncated: true, out ticks);
    }

    /// <summary>Reads a number that a decimal holds exactly. Trailing zeros are kept if they fit.</summary>
    public static bool TryGetDecimal(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        return NumberLiteral.TryParse(text, out NumberLiteral number) && TryGetDecimal(number, out value);
    }

    private static bool TryGetPlainInteger(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        bool isNegative = text is [(byte)'-', ..];
        ReadOnlySpan<byte> digits = isNegative ? text[1..] : text;
        if (digits.Length is 0 or > SafeDigits)
        {
            return false;
        }

        long magnitude = 0;
        foreach (byte character in digits)
        {
            uint digit = (uint)character - '0';
            if (digit > 9)
            {
                return false;
            }

            magnitude = (magnitude * 10) + digit;
        }

        value = isNegative ? -magnitude : magnitude;
        return true;
    }

    /// <summary>
    /// Multiplies the number by ten to the power of <paramref name="scale"/>. The result is whole unless it may be truncated.
    /// </summary>
    private static bool TryScale(NumberLiteral number, int scale, bool isTruncated, out long value)
    {
        value = 0;
        long point = number.Whole.Length + number.Exponent + scale;
        int wholeDigits = (int)Math.Clamp(point, 0, number.DigitCount);
        if (!isTruncated && !number.IsZeroFrom(wholeDigits))
        {
            return false;
        }

        ulong limit = MaxMagnitude + (number.IsNegative ? 1UL : 0UL);
        ulong magnitude = 0;
        for (long i = 0; i < point; i++)
        {
            if (i >= number.DigitCount && magnitude == 0)
            {
                // Zero with any exponent.
                break;
            }

            uint digit = number.GetDigit(i);
            if (magnitude > (limit - digit) / 10)
            {
                return false;
            }

            magnitude = (magnitude * 10) + digit;
        }

        value = number.IsNegative ? (long)(0 - magnitude) : (long)magnitude;
        return true;
    }

    private static bool TryGetDecimal(NumberLiteral number, out decimal value)
    {
        value = 0;
        int first = number.CountLeadingZeros();
        long scale = number.Fraction.Length - number.Exponent;
        if (first == number.DigitCount)
        {
            value = new decimal(0, 0, 0, false, (byte)Math.Clamp(scale, 0, MaxDecimalScale));
            return true;
        }

        // Trailing zeros after the point can be dropped. All other digits count, including the zeros that an exponent adds.
        int significant = number.DigitCount - first;
        long droppable = Math.Min(number.CountTrailingZeros(), Math.Max(scale, 0));
        long dropped = Math.Max(0, Math.Max(scale - MaxDecimalScale, significant - MaxDecimalDigits));
        long added = Math.Max(-scale, 0);
        for (; dropped <= droppable; dropped++)
        {
            if (TryGetMantissa(number, first, significant - dropped + added, out ulong low, out uint high))
            {
                byte left = (byte)(Math.Max(scale, 0) - dropped);
                value = new decimal((int)low, (int)(low >> 32), (int)high, number.IsNegative, left);
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the digits as an integer of 96 bits.</summary>
    private static bool TryGetMantissa(NumberLiteral number, int first, long count, out ulong low, out uint high)
    {
        low = 0;
        high = 0;
        for (long i = first; i < first + count; i++)
        {
            ulong carry = Math.BigMul(low, 10, out low);
            uint digit = number.GetDigit(i);
            low += digit;
            ulong top = (high * 10UL) + carry + (low < digit ? 1UL : 0UL);
            if (top > uint.MaxValue)
            {
                return false;
            }

            high = (uint)top;
        }

        return true;
    }
}
