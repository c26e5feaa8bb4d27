using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>A value that does not fit its property does not fail the call; it is kept as an extra field.</summary>
public sealed class UnfitValueTests
{
    [Theory]
    [InlineData("id", "1")]
    [InlineData("id", "{}")]
    [InlineData("id", "[\"a\"]")]
    [InlineData("amount", "\"1\"")]
    [InlineData("amount", "1.5")]
    [InlineData("amount", "9223372036854775808")]
    [InlineData("amount", "-9223372036854775809")]
    [InlineData("amount", "1e400")]
    [InlineData("amount", "true")]
    [InlineData("live", "\"true\"")]
    [InlineData("live", "1")]
    [InlineData("live", "{\"a\":1}")]
    [InlineData("tags", "\"a\"")]
    [InlineData("tags", "{\"0\":\"a\"}")]
    [InlineData("owner", "\"owner_1\"")]
    [InlineData("owner", "[{\"name\":\"o\"}]")]
    [InlineData("owner", "false")]
    public async Task A_required_field_of_another_type_is_missing_and_kept(string field, string value)
    {
        Thing thing = await DecodeWithAsync(field, value);

        Assert.Equal(value, thing.GetExtraFields()[field].GetRawText());
        Assert.Contains(field, thing.GetMissingFields());
    }

    [Theory]
    [InlineData("created", "\"2024-02-29\"")]
    [InlineData("created", "253402300800.0")]
    [InlineData("created", "-62135596800.5")]
    [InlineData("created", "1e12")]
    [InlineData("created", "253402300800")]
    [InlineData("created", "-62135596801")]
    [InlineData("created", "9223372036854775807")]
    [InlineData("created", "1e400")]
    [InlineData("price", "\"1.5\"")]
    [InlineData("price", "79228162514264337593543950336")]
    [InlineData("price", "-79228162514264337593543950336")]
    [InlineData("price", "1e400")]
    [InlineData("price", "0.12345678901234567890123456789")]
    [InlineData("price", "1e-29")]
    [InlineData("url", "17")]
    [InlineData("url", "{\"href\":\"x\"}")]
    [InlineData("kind", "17")]
    [InlineData("kind", "[\"known\"]")]
    [InlineData("kinds", "\"known\"")]
    [InlineData("owners", "{\"object\":\"list\",\"data\":[]}")]
    [InlineData("metadata", "\"a\"")]
    [InlineData("metadata", "[]")]
    public async Task An_optional_field_of_another_type_is_null_and_kept(string field, string value)
    {
        Thing thing = await DecodeWithAsync(field, value);

        Assert.Equal(value, thing.GetExtraFields()[field].GetRawText());
        Assert.Null(thing.Created);
        Assert.Null(thing.Price);
        Assert.False(thing.Url.HasValue);
        Assert.Null(thing.Kind);
        Assert.Null(thing.Kinds);
        Assert.Null(thing.Owners);
        Assert.Null(thing.Metadata);
    }

    [Theory]
    [InlineData("id", "\"\\ud800\"")]
    [InlineData("url", "\"s\\udc00\"")]
    [InlineData("kind", "\"\\ud800\"")]
    public async Task A_lone_surrogate_is_not_valid_text_and_kept(string field, string value)
    {
        Thing thing = await DecodeWithAsync(field, value);

        Assert.Equal(value, thing.GetExtraFields()[field].GetRawText());
    }

    [Fact]
    public async Task Names_that_are_not_valid_text_are_kept()
    {
        Thing thing = await Caller.DecodeAsync("""{"\ud800":1,"\u0069d":"thing_2","metadata":{"\ud800":"a","b":"c"}}""");

        Assert.Equal("thing_2", thing.Id);
        Assert.Equal(["\\ud800"], thing.GetExtraFields().Keys);
        Assert.Equal("c", thing.Metadata!["b"]);
        Assert.Equal(2, thing.Metadata.Count);
    }

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public async Task Integers_cover_64_bits(string value, long expected) =>
        Assert.Equal(expected, (await DecodeWithAsync("amount", value)).Amount);

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("1.10")]
    public async Task Decimals_are_exact(string value) =>
        Assert.Equal(value, (await DecodeWithAsync("price", value)).Price!.Value.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("253402300799", "9999-12-31T23:59:59Z")]
    [InlineData("-62135596800", "0001-01-01T00:00:00Z")]
    public async Task Times_cover_the_whole_calendar(string value, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), (await DecodeWithAsync("created", value)).Created);

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("17")]
    [InlineData("false")]
    [InlineData("[]")]
    public async Task A_free_form_field_accepts_anything(string value)
    {
        Thing thing = await DecodeWithAsync("free", value);

        Assert.Equal(value, thing.Free!.Value.GetRawText());
        Assert.DoesNotContain("free", thing.GetExtraFields().Keys);
    }

    /// <summary>Reads a thing with this field, and checks that the fields after it are read as well.</summary>
    private static async Task<Thing> DecodeWithAsync(string field, string value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WritePropertyName(field);
            json.WriteRawValue(value, skipInputValidation: true);
            json.WriteNumber("behind", 1);
            json.WriteEndObject();
        }

        Thing thing = await Caller.DecodeAsync(Encoding.UTF8.GetString(buffer.ToArray()));
        Assert.Equal(1, thing.GetExtraFields()["behind"].GetInt32());
        return thing;
    }
}
