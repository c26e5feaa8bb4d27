using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>Any JSON number is read as with unlimited arithmetic, or is kept.</summary>
public sealed class RandomNumberTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(20_000);

    private static readonly BigInteger s_maxMantissa = (BigInteger.One << 96) - 1;

    private static Gen<Literal> Any =>
        from sign in Gen.Elements("", "-")
        from whole in Digits(0, 32)
        from fraction in Digits(0, 32)
        from exponent in Gen.Frequency((1, Gen.Constant((int?)null)), (3, Gen.Choose(-45, 45).Select(value => (int?)value)))
        from letter in Gen.Elements("e", "E")
        select new Literal(sign, whole.TrimStart('0') is { Length: > 0 } digits ? digits : "0", fraction, exponent, letter);

    [Fact]
    public void A_random_number_is_read_as_with_unlimited_arithmetic() => Check.One(s_config, Prop.ForAll(Arb.From(Any), number =>
    {
        Thing thing = ResponseReading.Read<Thing>($$"""{"amount":{{number}},"price":{{number}},"created":{{number}}}""");

        Assert.Equal(number.ToInt64() ?? 0, thing.Amount);
        Assert.Equal(number.ToInt64() is null, thing.GetExtraFields().ContainsKey("amount"));
        Assert.Equal(number.ToDecimal(), thing.Price);
        Assert.Equal(number.ToDecimal() is null, thing.GetExtraFields().ContainsKey("price"));
        Assert.Equal(number.ToTime(), thing.Created);
    }));

    private static Gen<string> Digits(int min, int max) =>
        from length in Gen.Choose(min, max)
        from digits in Gen.OneOf(Gen.Choose(0, 9), Gen.Elements(0, 0, 9)).ArrayOf(length)
        select string.Concat(digits.Select(digit => digit.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A number as it is written, and its value as a fraction of two integers.</summary>
    private sealed record Literal(string Sign, string Whole, string Fraction, int? Exponent, string Letter)
    {
        private BigInteger Digits => BigInteger.Parse(Sign + Whole + Fraction, CultureInfo.InvariantCulture);

        private int PowerOfTen => Exponent.GetValueOrDefault() - Fraction.Length;

        public long? ToInt64()
        {
            BigInteger value = Scale(0, out bool isWhole);
            return isWhole && value >= long.MinValue && value <= long.MaxValue ? (long)value : null;
        }

        public decimal? ToDecimal()
        {
            for (int scale = 0; scale <= 28; scale++)
            {
                BigInteger mantissa = Scale(scale, out bool isWhole);
                if (isWhole && BigInteger.Abs(mantissa) <= s_maxMantissa)
                {
                    return (decimal)mantissa / (decimal)BigInteger.Pow(10, scale);
                }
            }

            return null;
        }

        public DateTimeOffset? ToTime()
        {
            BigInteger ticks = Scale(7, out _) + DateTime.UnixEpoch.Ticks;
            return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset((long)ticks, TimeSpan.Zero) : null;
        }

        public override string ToString()
        {
            string fraction = Fraction.Length > 0 ? "." + Fraction : "";
            string exponent = Exponent is { } power ? Letter + power.ToString(CultureInfo.InvariantCulture) : "";
            return Sign + Whole + fraction + exponent;
        }

        /// <summary>The value times a power of ten, truncated to an integer.</summary>
        private BigInteger Scale(int scale, out bool isWhole)
        {
            int power = PowerOfTen + scale;
            BigInteger rest = BigInteger.Zero;
            BigInteger value = power >= 0
                ? Digits * BigInteger.Pow(10, power)
                : BigInteger.DivRem(Digits, BigInteger.Pow(10, -power), out rest);
            isWhole = rest.IsZero;
            return value;
        }
    }
}
