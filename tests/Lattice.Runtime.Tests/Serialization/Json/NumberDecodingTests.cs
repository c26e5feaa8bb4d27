using System.Globalization;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>Numbers are read exactly or not at all, however they are written.</summary>
public sealed class NumberDecodingTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("1e3", 1000)]
    [InlineData("1E+2", 100)]
    [InlineData("1000.0", 1000)]
    [InlineData("1.0e1", 10)]
    [InlineData("-1.5e1", -15)]
    [InlineData("1.230e2", 123)]
    [InlineData("1000e-3", 1)]
    [InlineData("0.001e3", 1)]
    [InlineData("0.0", 0)]
    [InlineData("0e999999999999999999999", 0)]
    [InlineData("-0.000e-999999999999999999999", 0)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775807.000", long.MaxValue)]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    [InlineData("9.223372036854775807e18", long.MaxValue)]
    [InlineData("-9.223372036854775808e18", long.MinValue)]
    [InlineData("92233720368547758070e-1", long.MaxValue)]
    [InlineData("9223372036854775807000000000000000000000e-21", long.MaxValue)]
    [InlineData("0.00000000000000000009223372036854775807e38", long.MaxValue)]
    [InlineData("999999999999999999", 999_999_999_999_999_999)]
    [InlineData("1000000000000000000", 1_000_000_000_000_000_000)]
    public async Task A_number_with_a_whole_value_is_that_integer(string json, long expected)
    {
        Thing thing = await Caller.DecodeAsync($$"""{"amount":{{json}}}""");
        Holder holder = await Holder.DecodeAsync($$"""{"count":{{json}},"numbers":[{{json}}],"counts":{ "a":{{json}} } }""");
        Holder written = await Holder.DecodeAsync($$"""{"count":"{{json}}"}""");

        Assert.Equal(expected, thing.Amount);
        Assert.Equal((expected, expected, expected), (holder.Count, Assert.Single(holder.Numbers!), holder.Counts!["a"]));
        Assert.Equal(expected, written.Count);
        Assert.Empty(thing.GetExtraFields());
        Assert.Empty(holder.GetExtraFields());
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("1.5")]
    [InlineData("1e-1")]
    [InlineData("1234.5e0")]
    [InlineData("123456e-3")]
    [InlineData("1e-999999999999999999999")]
    [InlineData("9223372036854775808")]
    [InlineData("9223372036854775807.5")]
    [InlineData("-9223372036854775809")]
    [InlineData("9.223372036854775808e18")]
    [InlineData("1e19")]
    [InlineData("1e999999999")]
    [InlineData("-1e999999999999999999999")]
    public async Task A_number_that_is_not_a_64_bit_integer_is_kept(string json)
    {
        Thing thing = await Caller.DecodeAsync($$"""{"amount":{{json}}}""");
        Holder holder = await Holder.DecodeAsync($$"""{"count":"{{json}}","numbers":[{{json}}],"counts":{ "a":{{json}} } }""");

        Assert.Equal((0, json), (thing.Amount, thing.GetExtraFields()["amount"].GetRawText()));
        Assert.Contains("amount", thing.GetMissingFields());
        Assert.Equal((null, json), (holder.Count, holder.GetExtraFields()["count"].GetString()));
        Assert.Equal(json, holder.GetExtraFields()["numbers[0]"].GetRawText());
        Assert.Equal(json, holder.GetExtraFields()["counts[a]"].GetRawText());
    }

    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("-0.1", "-0.1")]
    [InlineData("0.10", "0.10")]
    [InlineData("1e-7", "0.0000001")]
    [InlineData("1E5", "100000")]
    [InlineData("1.10e1", "11.0")]
    [InlineData("1.5e3", "1500")]
    [InlineData("0", "0")]
    [InlineData("0.00", "0.00")]
    [InlineData("0e-999999999999", "0.0000000000000000000000000000")]
    [InlineData("0e999999999999", "0")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950335")]
    [InlineData("7.9228162514264337593543950335e28", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("7.9228162514264337593543950335", "7.9228162514264337593543950335")]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    [InlineData("10e-29", "0.0000000000000000000000000001")]
    [InlineData("1.000000000000000000000000000000000000", "1.0000000000000000000000000000")]
    [InlineData("8.0000000000000000000000000000", "8.000000000000000000000000000")]
    public async Task A_decimal_is_exact_and_keeps_trailing_zeros_that_fit(string json, string expected)
    {
        Thing thing = await Caller.DecodeAsync($$"""{"price":{{json}}}""");
        Holder holder = await Holder.DecodeAsync($$"""{"decimal":{{json}}}""");
        Holder written = await Holder.DecodeAsync($$"""{"decimal":"{{json}}"}""");

        Assert.Equal(expected, thing.Price?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(expected, holder.Decimal?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(expected, written.Decimal?.ToString(CultureInfo.InvariantCulture));
        Assert.Empty(thing.GetExtraFields());
        Assert.Empty(written.GetExtraFields());
    }

    [Theory]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("1234567890123456789012345678901")]
    [InlineData("7.92281625142643375935439503351")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("79228162514264337593543950335.5")]
    [InlineData("1e29")]
    [InlineData("1e-29")]
    [InlineData("1e999999999")]
    [InlineData("-1e-999999999999999999999")]
    public async Task A_decimal_that_does_not_fit_exactly_is_kept_and_not_rounded(string json)
    {
        Thing thing = await Caller.DecodeAsync($$"""{"price":{{json}}}""");
        Holder holder = await Holder.DecodeAsync($$"""{"decimal":"{{json}}"}""");

        Assert.Null(thing.Price);
        Assert.Equal(json, thing.GetExtraFields()["price"].GetRawText());
        Assert.Null(holder.Decimal);
        Assert.Equal(json, holder.GetExtraFields()["decimal"].GetString());
    }

    [Theory]
    [InlineData("+5")]
    [InlineData("05")]
    [InlineData("5.")]
    [InlineData("\\u0035")]
    public async Task A_string_may_contain_a_number_that_is_not_JSON(string text)
    {
        Holder holder = await Holder.DecodeAsync($$"""{"count":"{{text}}","decimal":"{{text}}"}""");

        Assert.Equal((5, 5m), (holder.Count, holder.Decimal));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" 5\"")]
    [InlineData("\"5 \"")]
    [InlineData("\"1,5\"")]
    [InlineData("\"1_000\"")]
    [InlineData("\"0x5\"")]
    [InlineData("\"--5\"")]
    [InlineData("\"5e\"")]
    [InlineData("\"5e+\"")]
    [InlineData("\"e5\"")]
    [InlineData("\".\"")]
    [InlineData("\"-\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"\\u0665\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("true")]
    [InlineData("[5]")]
    public async Task A_string_that_is_not_a_number_is_kept(string json)
    {
        Holder holder = await Holder.DecodeAsync($$"""{"count":{{json}},"decimal":{{json}},"text":"behind"}""");

        Assert.Equal((null, null, "behind"), (holder.Count, holder.Decimal, holder.Text));
        Assert.Equal([json, json], holder.GetExtraFields().Values.Select(value => value.GetRawText()));
    }

    [Theory]
    [InlineData("1493864869", 14938648690000000)]
    [InlineData("1493864869.15", 14938648691500000)]
    [InlineData("1.493864869e9", 14938648690000000)]
    [InlineData("1493864869.1234567", 14938648691234567)]
    [InlineData("1493864869.12345678901234567890", 14938648691234567)]
    [InlineData("0.99999999", 9999999)]
    [InlineData("-0.5", -5000000)]
    [InlineData("-1.99999999", -19999999)]
    [InlineData("1e-8", 0)]
    [InlineData("1e-999999999999", 0)]
    public async Task The_fraction_of_a_Unix_time_is_truncated_at_100_ns(string json, long ticks)
    {
        Thing thing = await Caller.DecodeAsync($$"""{"created":{{json}}}""");

        Assert.Equal(DateTimeOffset.UnixEpoch.AddTicks(ticks), thing.Created);
        Assert.Equal(TimeSpan.Zero, thing.Created!.Value.Offset);
        Assert.Empty(thing.GetExtraFields());
    }

    [Theory]
    [InlineData("253402300799.9999999", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("253402300799.99999999", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("-62135596800.0", "0001-01-01T00:00:00Z")]
    [InlineData("-6.21355968e10", "0001-01-01T00:00:00Z")]
    public async Task A_Unix_time_covers_the_whole_calendar(string json, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), (await Caller.DecodeAsync($$"""{"created":{{json}}}""")).Created);

    [Fact]
    public void A_number_of_megabytes_needs_only_the_memory_that_is_kept()
    {
        const int Digits = 4_000_000;
        string zeros = new('0', Digits);
        string[] fitting = [$"1.{zeros}", $"1{zeros}e-{Digits}", $"0.{zeros}1e{Digits + 1}", $"1e{zeros}"];
        foreach (string number in fitting)
        {
            (Thing thing, long allocated) = ResponseReading.Measure<Thing>(
                $$"""{"amount":{{number}},"price":{{number}},"created":{{number}}}""");

            Assert.Equal((1, 1m, DateTimeOffset.UnixEpoch.AddSeconds(1)), (thing.Amount, thing.Price, thing.Created));
            Assert.InRange(allocated, 0, 10_000);
        }

        (Thing unfit, long kept) = ResponseReading.Measure<Thing>($$"""{"amount":1{{zeros}},"price":0.{{zeros}}1}""");
        Assert.Equal(2, unfit.GetExtraFields().Count);
        Assert.InRange(kept, 2 * Digits, 4 * Digits);
    }
}
