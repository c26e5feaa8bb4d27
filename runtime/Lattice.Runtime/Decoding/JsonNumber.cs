namespace Lattice.Stripe.Serialization;

/// <summary>
/// Reads numbers exactly: in time proportional to the text, without rounding, whatever the exponent. It takes the numbers of
/// JSON, and of strings also those with a plus sign, with leading zeros, or without digits on one side of the point.
/// </summary>
internal static class JsonNumber
{
    private const ulong MaxMagnitude = long.MaxValue;

    // As many digits fit in 64 bits, whatever they are.
    private const int SafeDigits = 18;

    private const int MaxDecimalScale = 28;

    // The most digits that 96 bits hold.
    private const int MaxDecimalDigits = 29;

    /// <summary>Reads a number with a whole value, such as <c>1e3</c> or <c>1000.0</c>.</summary>
    public static bool TryGetInt64(ReadOnlySpan<byte> text, out long value) =>
        TryGetPlainInteger(text, out value) || (TryParse(text, out Literal number) && TryScale(number, 0, isCut: false, out value));

    /// <summary>Reads seconds as units of 100 ns. A finer fraction is cut.</summary>
    public static bool TryGetTicks(ReadOnlySpan<byte> text, out long ticks)
    {
        // Tens of thousands of years; their ticks fit.
        const long MaxPlainSeconds = 900_000_000_000;
        const int TickDigits = 7;
        if (TryGetPlainInteger(text, out long seconds) && seconds is > -MaxPlainSeconds and < MaxPlainSeconds)
        {
            ticks = seconds * TimeSpan.TicksPerSecond;
            return true;
        }

        ticks = 0;
        return TryParse(text, out Literal number) && TryScale(number, TickDigits, isCut: true, out ticks);
    }

    /// <summary>Reads a number that a decimal holds exactly. The zeros at its end are kept as far as they fit.</summary>
    public static bool TryGetDecimal(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        return TryParse(text, out Literal number) && TryGetDecimal(number, out value);
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

    /// <summary>The number times ten to the power of <paramref name="scale"/>, which is whole unless the rest may be cut.</summary>
    private static bool TryScale(Literal number, int scale, bool isCut, out long value)
    {
        value = 0;
        long point = number.Whole.Length + number.Exponent + scale;
        int wholeDigits = (int)Math.Clamp(point, 0, number.DigitCount);
        if (!isCut && !number.IsZeroFrom(wholeDigits))
        {
            return false;
        }

        ulong limit = MaxMagnitude + (number.IsNegative ? 1UL : 0UL);
        ulong magnitude = 0;
        for (long i = 0; i < point; i++)
        {
            if (i >= number.DigitCount && magnitude == 0)
            {
                // Zero, whatever the exponent.
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

    private static bool TryGetDecimal(Literal number, out decimal value)
    {
        value = 0;
        int first = number.CountLeadingZeros();
        long scale = number.Fraction.Length - number.Exponent;
        if (first == number.DigitCount)
        {
            value = new decimal(0, 0, 0, false, (byte)Math.Clamp(scale, 0, MaxDecimalScale));
            return true;
        }

        // Digits that are zeros behind the point can be left out; all others count, and so do the zeros that an exponent stands for.
        int significant = number.DigitCount - first;
        long droppable = Math.Min(number.CountTrailingZeros(), Math.Max(scale, 0));
        long dropped = Math.Max(0, Math.Max(scale - MaxDecimalScale, significant - MaxDecimalDigits));
        long added = Math.Max(-scale, 0);
        for (; dropped <= droppable; dropped++)
        {
            if (TryGetMantissa(number, first, significant - dropped + added, out ulong low, out uint high))
            {
                value = new decimal((int)low, (int)(low >> 32), (int)high, number.IsNegative, (byte)(Math.Max(scale, 0) - dropped));
                return true;
            }
        }

        return false;
    }

    /// <summary>The digits as an integer of 96 bits.</summary>
    private static bool TryGetMantissa(Literal number, int first, long count, out ulong low, out uint high)
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

    private static bool TryParse(ReadOnlySpan<byte> text, out Literal number)
    {
        number = default;
        bool isNegative = text is [(byte)'-', ..];
        ReadOnlySpan<byte> rest = isNegative || text is [(byte)'+', ..] ? text[1..] : text;
        ReadOnlySpan<byte> whole = TakeDigits(ref rest);
        ReadOnlySpan<byte> fraction = default;
        if (rest is [(byte)'.', ..])
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
        }

        if (whole.IsEmpty && fraction.IsEmpty)
        {
            return false;
        }

        long exponent = 0;
        if (rest is [(byte)'e' or (byte)'E', ..] && !TryTakeExponent(ref rest, out exponent))
        {
            return false;
        }

        number = new Literal(isNegative, whole, fraction, exponent);
        return rest.IsEmpty;
    }

    private static bool TryTakeExponent(scoped ref ReadOnlySpan<byte> rest, out long exponent)
    {
        // Larger than any text is long, and small enough to calculate with.
        const long MaxExponent = 1L << 40;
        bool isNegative = rest is [_, (byte)'-', ..];
        rest = rest[(isNegative || rest is [_, (byte)'+', ..] ? 2 : 1)..];
        ReadOnlySpan<byte> digits = TakeDigits(ref rest);
        exponent = 0;
        foreach (byte digit in digits)
        {
            exponent = Math.Min((exponent * 10) + (digit - '0'), MaxExponent);
        }

        exponent = isNegative ? -exponent : exponent;
        return !digits.IsEmpty;
    }

    private static ReadOnlySpan<byte> TakeDigits(scoped ref ReadOnlySpan<byte> rest)
    {
        int count = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        ReadOnlySpan<byte> digits = count < 0 ? rest : rest[..count];
        rest = rest[digits.Length..];
        return digits;
    }

    /// <summary>The parts of a number as it is written.</summary>
    private readonly ref struct Literal(bool isNegative, ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, long exponent)
    {
        public readonly bool IsNegative = isNegative;
        public readonly ReadOnlySpan<byte> Whole = whole;
        public readonly ReadOnlySpan<byte> Fraction = fraction;
        public readonly long Exponent = exponent;

        public int DigitCount => Whole.Length + Fraction.Length;

        /// <summary>The digit at an index into those before and behind the point; zero behind their end.</summary>
        public uint GetDigit(long index) =>
            index < Whole.Length ? (uint)Whole[(int)index] - '0'
            : index < DigitCount ? (uint)Fraction[(int)index - Whole.Length] - '0'
            : 0;

        public bool IsZeroFrom(int index) => index >= DigitCount - CountTrailingZeros();

        public int CountLeadingZeros()
        {
            int inWhole = Whole.IndexOfAnyExcept((byte)'0');
            int inFraction = Fraction.IndexOfAnyExcept((byte)'0');
            return inWhole >= 0 ? inWhole : Whole.Length + (inFraction >= 0 ? inFraction : Fraction.Length);
        }

        public int CountTrailingZeros()
        {
            int inFraction = Fraction.LastIndexOfAnyExcept((byte)'0');
            int inWhole = Whole.LastIndexOfAnyExcept((byte)'0');
            return inFraction >= 0 ? Fraction.Length - 1 - inFraction : Fraction.Length + Whole.Length - 1 - inWhole;
        }
    }
}
