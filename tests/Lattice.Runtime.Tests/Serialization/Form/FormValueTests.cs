using System.Globalization;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Serialization.Form;

/// <summary>How single values are written.</summary>
public sealed class FormValueTests
{
    [Theory]
    [InlineData(0L, "0")]
    [InlineData(-1L, "-1")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    public async Task Integers_are_written_with_all_digits(long value, string expected) =>
        Assert.Equal($"number={expected}", await Caller.EncodeAsync(new ThingParams { Number = value }));

    [Theory]
    [InlineData("1.2345")]
    [InlineData("0.0")]
    [InlineData("0")]
    [InlineData("-0.5")]
    [InlineData("0.00001")]
    [InlineData("1.50")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("-7.9228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("-0.0000000000000000000000000001")]
    public async Task Decimals_are_written_exactly_and_without_an_exponent(string digits)
    {
        decimal value = decimal.Parse(digits, CultureInfo.InvariantCulture);

        Assert.Equal($"price={digits}", await Caller.EncodeAsync(new ThingParams { Price = value }));
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public async Task Booleans_are_written_in_lower_case(bool value, string expected) =>
        Assert.Equal($"flag={expected}", await Caller.EncodeAsync(new ThingParams { Flag = value }));

    [Theory]
    [InlineData("1970-01-01T00:00:00Z", "0")]
    [InlineData("2024-02-29T12:00:00+00:00", "1709208000")]
    [InlineData("2024-02-29T14:00:00+02:00", "1709208000")]
    [InlineData("2024-02-29T04:30:00-07:30", "1709208000")]
    [InlineData("2024-02-29T12:00:00.999Z", "1709208000")]
    [InlineData("1969-12-31T23:59:59Z", "-1")]
    [InlineData("0001-01-01T00:00:00Z", "-62135596800")]
    [InlineData("9999-12-31T23:59:59Z", "253402300799")]
    public async Task Times_are_written_as_Unix_seconds_for_any_offset(string value, string expected)
    {
        var at = DateTimeOffset.Parse(value, CultureInfo.InvariantCulture);

        Assert.Equal($"at={expected}", await Caller.EncodeAsync(new ThingParams { At = at }));
    }

    [Fact]
    public async Task An_open_enum_is_written_as_its_text_known_or_not()
    {
        Assert.Equal("kind=known", await Caller.EncodeAsync(new ThingParams { Kind = Kind.Known }));
        Assert.Equal("kind=brand%2Fnew", await Caller.EncodeAsync(new ThingParams { Kind = "brand/new" }));
    }

    public static TheoryData<string> Cultures => ["sv-SE", "ar-SA", "fa-IR", "de-DE", "custom"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task No_culture_changes_what_is_written(string name)
    {
        using var scope = new CultureScope(name == "custom" ? MakeCulture() : CultureInfo.GetCultureInfo(name));
        var parameters = new ThingParams
        {
            Number = -1234567,
            Price = -1234.5m,
            Flag = true,
            At = DateTimeOffset.FromUnixTimeSeconds(-86400),
            Texts = [.. Enumerable.Repeat("i", 11)],
        };

        string body = await Caller.EncodeAsync(parameters);

        Assert.StartsWith("number=-1234567&price=-1234.5&flag=true&at=-86400&texts[0]=i&", body, StringComparison.Ordinal);
        Assert.EndsWith("&texts[10]=i", body, StringComparison.Ordinal);
    }

    /// <summary>Its signs and separators differ from the invariant ones even where no culture data is installed.</summary>
    private static CultureInfo MakeCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "~";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        Assert.Equal("~1,5", (-1.5m).ToString(culture));
        return culture;
    }
}
