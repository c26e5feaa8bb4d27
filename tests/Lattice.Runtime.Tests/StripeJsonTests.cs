using System.Text;
using System.Text.Json;

namespace Lattice.Stripe.Tests;

/// <summary>Resources that did not come from a call are read in the same way, and are written with Stripe's names.</summary>
public sealed class StripeJsonTests
{
    private const string Secret = "sk_live_hidden";
    private static readonly JsonSerializerOptions s_upperCase = new() { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper };

    [Fact]
    public void Bytes_and_a_string_are_read_as_a_call_reads_them()
    {
        Thing[] things =
        [
            StripeJson.Deserialize<Thing>(Encoding.UTF8.GetBytes(StubResponse.Thing)),
            StripeJson.Deserialize<Thing>(StubResponse.Thing),
            StripeJson.Deserialize<Thing>($" \r\n\t{StubResponse.Thing}\n "),
        ];

        Assert.All(things, thing =>
        {
            Assert.Equal(("thing_1", 1, true, "o"), (thing.Id, thing.Amount, thing.Live, thing.Owner.Name));
            Assert.Empty(thing.GetExtraFields());
            Assert.Empty(thing.GetMissingFields());
            Assert.Null(thing.GetResponse());
        });
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        byte[] bytes = [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(StubResponse.Thing)];

        Assert.Equal("thing_1", StripeJson.Deserialize<Thing>(bytes).Id);
        Assert.Equal("thing_1", StripeJson.Deserialize<Thing>($"\ufeff{StubResponse.Thing}").Id);
    }

    [Fact]
    public void A_part_of_a_resource_is_read_as_well()
    {
        Owner owner = StripeJson.Deserialize<Owner>("""{"name":"é","parent":{"name":"p"}}""");

        Assert.Equal(("é", "p"), (owner.Name, owner.Parent!.Name));
        Assert.Equal(["x"], StripeJson.Deserialize<StripeEmpty>("""{"x":1}""").GetExtraFields().Keys);
    }

    [Fact]
    public void Missing_extra_and_unfit_fields_are_found_as_after_a_call()
    {
        Thing thing = StripeJson.Deserialize<Thing>("""{"new":{"a":1},"amount":"1","owner":{"other":true},"object":"x"}""");

        Assert.Equal(["id", "amount", "live", "tags"], thing.GetMissingFields());
        Assert.Equal(["amount", "new", "object"], thing.GetExtraFields().Keys.Order(StringComparer.Ordinal));
        Assert.Equal("""{"a":1}""", thing.GetExtraFields()["new"].GetRawText());
        Assert.Equal(["name"], thing.Owner.GetMissingFields());
        Assert.Equal(["other"], thing.Owner.GetExtraFields().Keys);
    }

    [Theory]
    [InlineData("sk_live_hidden", 1, 1)]
    [InlineData("", 1, 1)]
    [InlineData("{\"id\":sk_live_hidden}", 1, 7)]
    [InlineData("{\n\"id\": \"a\",\n  \"owner\": sk_live_hidden}", 3, 12)]
    [InlineData("{\"id\":\"sk_live_hidden", 1, 22)]
    [InlineData("{\"id\":\"sk_live_hidden\"", 1, 23)]
    [InlineData("{\"sk_live_hidden\":\"\\x\"}", 1, 21)]
    [InlineData("{\"id\":\"a\"} sk_live_hidden", 1, 12)]
    [InlineData("{\"id\":\"a\"}{\"sk_live_hidden\":1}", 1, 11)]
    [InlineData("{\"id\":\"a\",}", 1, 11)]
    public void A_text_that_is_not_JSON_is_located_and_not_quoted(string json, int line, int at)
    {
        var exception = Assert.Throws<JsonException>(() => StripeJson.Deserialize<Thing>(json));
        var exceptionOfBytes = Assert.Throws<JsonException>(() => StripeJson.Deserialize<Thing>(Encoding.UTF8.GetBytes(json)));

        Assert.Equal($"The text is not JSON at line {line}, byte {at}.", exception.Message);
        Assert.Equal(exception.Message, exceptionOfBytes.Message);
        Assert.Equal((line - 1, at - 1), (exception.LineNumber, exception.BytePositionInLine));
        AssertShowsNothing(exception);
    }

    [Theory]
    [InlineData("[{\"id\":\"sk_live_hidden\"}]")]
    [InlineData("\"sk_live_hidden\"")]
    [InlineData("null")]
    [InlineData("17")]
    [InlineData("true")]
    public void JSON_that_is_not_an_object_is_rejected_and_not_quoted(string json)
    {
        var exception = Assert.Throws<JsonException>(() => StripeJson.Deserialize<Thing>(json));

        Assert.Equal("The text must be a JSON object.", exception.Message);
        AssertShowsNothing(exception);
    }

    [Fact]
    public void Too_many_objects_are_rejected()
    {
        static string Owners(int count) => $$"""{"owners":[{{string.Join(',', Enumerable.Repeat("{}", count))}}]}""";

        var exception = Assert.Throws<JsonException>(() => StripeJson.Deserialize<Thing>(Owners(250_001)));

        Assert.Equal("The text holds more than 250000 objects.", exception.Message);
        Assert.Equal(250_000, StripeJson.Deserialize<Thing>(Owners(250_000)).Owners!.Count);
    }

    [Fact]
    public void Null_is_misuse_and_no_bytes_are_not_JSON()
    {
        Assert.Throws<ArgumentNullException>(() => StripeJson.Deserialize<Thing>((string)null!));
        Assert.Throws<JsonException>(() => StripeJson.Deserialize<Thing>(default(ReadOnlySpan<byte>)));
    }

    [Fact]
    public void Nothing_is_kept_of_the_bytes()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("""{"id":"thing_1","new":{"a":"kept"},"free":["kept"]}""");
        Thing thing = StripeJson.Deserialize<Thing>(bytes);

        Array.Fill(bytes, (byte)'#');

        Assert.Equal("thing_1", thing.Id);
        Assert.Equal("""{"a":"kept"}""", thing.GetExtraFields()["new"].GetRawText());
        Assert.Equal("""["kept"]""", thing.Free!.Value.GetRawText());
    }

    [Fact]
    public void System_Text_Json_writes_the_names_of_Stripe_and_no_secret()
    {
        Thing thing = StripeJson.Deserialize<Thing>(
            $$$"""
            {
              "id": "thing_1", "amount": -5, "live": true, "tags": ["a"], "owner": { "name": "o", "parent": { "name": "p" } },
              "created": 1709208000, "price": 1.10, "url": "{{{Secret}}}", "kind": "known", "kinds": ["known", "new"],
              "owners": [{ "name": "x" }], "metadata": { "Key": "v" }, "free": { "any": [1] }, "new": "{{{Secret}}}"
            }
            """);

        Assert.Equal(
            """{"id":"thing_1","amount":-5,"live":true,"tags":["a"],"owner":{"name":"o","parent":{"name":"p","parent":null}},"created":"2024-02-29T12:00:00+00:00","price":1.10,"url":"[redacted]","kind":"known","kinds":["known","new"],"owners":[{"name":"x","parent":null}],"metadata":{"Key":"v"},"free":{"any":[1]}}""",
            JsonSerializer.Serialize(thing));
        Assert.Equal(
            JsonSerializer.Serialize(thing),
            JsonSerializer.Serialize(thing, s_upperCase));
    }

    [Fact]
    public void System_Text_Json_writes_a_page_with_the_names_of_Stripe()
    {
        var page = new StripeList<Owner> { Data = [new Owner { Name = "o" }], HasMore = true, Url = "/v1/owners" };

        Assert.Equal(
            """{"data":[{"name":"o","parent":null}],"has_more":true,"object":"list","url":"/v1/owners"}""",
            JsonSerializer.Serialize(page));
    }

    [Fact]
    public void What_is_written_is_read_again_except_for_secrets_and_times()
    {
        Thing thing = StripeJson.Deserialize<Thing>(StubResponse.Thing);

        Thing read = StripeJson.Deserialize<Thing>(JsonSerializer.Serialize(thing));

        Assert.Equal(JsonSerializer.Serialize(thing), JsonSerializer.Serialize(read));
        Assert.Empty(read.GetMissingFields());
        Assert.Empty(read.GetExtraFields());
    }

    private static void AssertShowsNothing(JsonException exception)
    {
        Assert.Null(exception.InnerException);
        Assert.Null(exception.Path);
        Assert.DoesNotContain("hidden", exception.ToString(), StringComparison.Ordinal);
    }
}
