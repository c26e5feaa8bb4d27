using System.Globalization;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>Times that are written as RFC 3339, in all the ways that it allows.</summary>
public sealed class Rfc3339DecodingTests
{
    [Theory]
    [InlineData("2026-09-30T12:00:00Z", "2026-09-30T12:00:00.0000000+00:00")]
    [InlineData("2026-09-30t12:00:00z", "2026-09-30T12:00:00.0000000+00:00")]
    [InlineData("2026-09-30 12:00:00Z", "2026-09-30T12:00:00.0000000+00:00")]
    [InlineData("2026-09-30T12:00Z", "2026-09-30T12:00:00.0000000+00:00")]
    [InlineData("2026-09-30T12:00:00.1Z", "2026-09-30T12:00:00.1000000+00:00")]
    [InlineData("2026-09-30T12:00:00.123456+02:00", "2026-09-30T12:00:00.1234560+02:00")]
    [InlineData("2026-09-30T12:00:00.123456789Z", "2026-09-30T12:00:00.1234567+00:00")]
    [InlineData("2026-09-30T12:00:00.99999999999999999999999999z", "2026-09-30T12:00:00.9999999+00:00")]
    [InlineData("2026-09-30T12:00:00-00:00", "2026-09-30T12:00:00.0000000+00:00")]
    [InlineData("2026-09-30T12:00:00+05:45", "2026-09-30T12:00:00.0000000+05:45")]
    [InlineData("2026-09-30T12:00:00-14:00", "2026-09-30T12:00:00.0000000-14:00")]
    [InlineData("2026-09-30T12:00:00+14:00", "2026-09-30T12:00:00.0000000+14:00")]
    [InlineData("2026-09-30T12:00:00+0530", "2026-09-30T12:00:00.0000000+05:30")]
    [InlineData("2026-09-30T12:00:00-05", "2026-09-30T12:00:00.0000000-05:00")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("2026-09-30T12:00:00\\u005a", "2026-09-30T12:00:00.0000000+00:00")]
    public async Task A_time_is_read_with_its_offset(string text, string expected)
    {
        Holder holder = await Holder.DecodeAsync($$"""{"at":"{{text}}"}""");

        Assert.Equal(expected, holder.At?.ToString("O", CultureInfo.InvariantCulture));
        Assert.Empty(holder.GetExtraFields());
    }

    [Theory]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.0000000+00:00")]
    [InlineData("2016-12-31T23:59:60.5Z", "2017-01-01T00:00:00.5000000+00:00")]
    [InlineData("1990-12-31T15:59:60-08:00", "1990-12-31T16:00:00.0000000-08:00")]
    [InlineData("2017-01-01T05:29:60+05:30", "2017-01-01T05:30:00.0000000+05:30")]
    public async Task A_leap_second_is_the_second_after_it(string text, string expected) => Assert.Equal(
        expected, (await Holder.DecodeAsync($$"""{"at":"{{text}}"}""")).At?.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-09-30T12:00:00+23:59", "2026-09-29T12:01:00.0000000+00:00")]
    [InlineData("2026-09-30T12:00:00-18:30", "2026-10-01T06:30:00.0000000+00:00")]
    public async Task A_time_with_a_larger_offset_than_DateTimeOffset_allows_is_in_UTC(string text, string? expected) => Assert.Equal(
        expected, (await Holder.DecodeAsync($$"""{"at":"{{text}}"}""")).At?.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"2026-09-30\"")]
    [InlineData("\"2026-09-30T12:00:00\"")]
    [InlineData("\"2026-09-30T12\"")]
    [InlineData("\"2026-09-30T12:00:\"")]
    [InlineData("\"2026-09-30T12:00:00.Z\"")]
    [InlineData("\"2026-09-30T12:00.5Z\"")]
    [InlineData("\"2026-09-30T12:00:00,5Z\"")]
    [InlineData("\"2026-09-30_12:00:00Z\"")]
    [InlineData("\"2026-9-30T12:00:00Z\"")]
    [InlineData("\"2026-02-29T12:00:00Z\"")]
    [InlineData("\"2026-13-01T12:00:00Z\"")]
    [InlineData("\"2026-00-01T12:00:00Z\"")]
    [InlineData("\"2026-01-00T12:00:00Z\"")]
    [InlineData("\"0000-01-01T00:00:00Z\"")]
    [InlineData("\"2026-09-30T24:00:00Z\"")]
    [InlineData("\"2026-09-30T12:60:00Z\"")]
    [InlineData("\"2026-09-30T12:00:61Z\"")]
    [InlineData("\"2026-09-30T12:00:60Z\"")]
    [InlineData("\"2026-09-30T12:00:00+24:00\"")]
    [InlineData("\"2026-09-30T12:00:00+01:60\"")]
    [InlineData("\"2026-09-30T12:00:00+1:00\"")]
    [InlineData("\"2026-09-30T12:00:00+01:\"")]
    [InlineData("\"2026-09-30T12:00:00+010\"")]
    [InlineData("\"2026-09-30T12:00:00ZZ\"")]
    [InlineData("\" 2026-09-30T12:00:00Z\"")]
    [InlineData("\"2026-09-30T12:00:00Z \"")]
    [InlineData("\"0001-01-01T00:00:00+00:01\"")]
    [InlineData("\"9999-12-31T23:59:59-00:01\"")]
    [InlineData("\"9999-12-31T23:59:60Z\"")]
    [InlineData("\"-026-09-30T12:00:00Z\"")]
    [InlineData("5")]
    [InlineData("{}")]
    public async Task A_string_that_is_not_a_time_is_kept(string json)
    {
        Holder holder = await Holder.DecodeAsync($$"""{"at":{{json}},"text":"behind"}""");

        Assert.Equal((null, "behind"), (holder.At, holder.Text));
        Assert.Equal(json, Assert.Single(holder.GetExtraFields()).Value.GetRawText());
    }
}
