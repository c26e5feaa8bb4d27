namespace Lattice.Stripe.Serialization.Json;

/// <summary>
/// The parts of a number literal: a sign, the digits before and after the point, and an exponent.
/// </summary>
internal readonly ref struct NumberLiteral
{
    public readonly bool IsNegative;
    public readonly ReadOnlySpan<byte> Whole;
    public readonly ReadOnlySpan<byte> Fraction;
    public readonly long Exponent;

    private NumberLiteral(bool isNegative, ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, long exponent)
    {
        IsNegative = isNegative;
        Whole = whole;
        Fraction = fraction;
        Exponent = exponent;
    }

    public int DigitCount => Whole.Length + Fraction.Length;

    /// <summary>The digit at an index into the digits before and after the point; zero after their end.</summary>
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

    /// <summary>Splits a number; <see langword="false"/> if the text is not one.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out NumberLiteral number)
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

        number = new NumberLiteral(isNegative, whole, fraction, exponent);
        return rest.IsEmpty;
    }

    private static bool TryTakeExponent(scoped ref ReadOnlySpan<byte> rest, out long exponent)
    {
        // Larger than the length of any text, and small enough not to overflow.
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
}
