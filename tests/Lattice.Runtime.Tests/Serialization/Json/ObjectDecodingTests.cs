using System.Text.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>Objects are read even if Stripe adds or omits fields.</summary>
public sealed class ObjectDecodingTests
{
    [Fact]
    public async Task Every_known_field_is_read()
    {
        Thing thing = await Caller.DecodeAsync("""
            {
              "id": "thing_1", "amount": -5, "live": true, "tags": ["a", "b"], "owner": { "name": "o", "parent": { "name": "p" } },
              "created": 1709208000, "price": 0.10, "url": "https://secret", "kind": "known", "kinds": ["known", "new"],
              "owners": [{ "name": "x" }, { "name": "y" }], "metadata": { "k": "v", "": "" }, "free": { "any": [1] }
            }
            """);

        Assert.Equal("thing_1", thing.Id);
        Assert.Equal(-5, thing.Amount);
        Assert.True(thing.Live);
        Assert.Equal(["a", "b"], thing.Tags);
        Assert.Equal("o", thing.Owner.Name);
        Assert.Equal("p", thing.Owner.Parent!.Name);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1709208000), thing.Created);
        Assert.Equal(TimeSpan.Zero, thing.Created!.Value.Offset);
        Assert.Equal(0.10m, thing.Price);
        Assert.Equal("https://secret", thing.Url.Reveal());
        Assert.Equal(Kind.Known, thing.Kind);
        Assert.Equal([Kind.Known, new StripeEnum<Kind>("new")], thing.Kinds);
        Assert.Equal(["x", "y"], thing.Owners!.Select(owner => owner.Name));
        Assert.Equal(new Dictionary<string, string> { ["k"] = "v", [""] = "" }, thing.Metadata);
        Assert.Equal("""{ "any": [1] }""", thing.Free!.Value.GetRawText());
        Assert.Empty(thing.GetExtraFields());
        Assert.Empty(thing.GetMissingFields());
    }

    [Fact]
    public async Task Unknown_fields_are_kept_unchanged()
    {
        Thing thing = await Caller.DecodeAsync(
            """{"new":{"a":[1,{"b":null}]},"id":"thing_1","n":null,"amount":1,"big":1e999,"live":true,"tags":[],"caf\u00e9":"x","owner":{"name":"o","extra":true}}""");

        IReadOnlyDictionary<string, JsonElement> extra = thing.GetExtraFields();
        Assert.Equal(["big", "café", "n", "new"], extra.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("""{"a":[1,{"b":null}]}""", extra["new"].GetRawText());
        Assert.Equal(JsonValueKind.Null, extra["n"].ValueKind);
        Assert.Equal("1e999", extra["big"].GetRawText());
        Assert.Equal("x", extra["café"].GetString());
        Assert.True(Assert.Single(thing.Owner.GetExtraFields()).Value.GetBoolean());
        Assert.Equal("thing_1", thing.Id);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null,"amount":null,"live":null,"tags":null,"owner":null}""")]
    [InlineData("""{"created":null,"price":null,"url":null,"kind":null,"kinds":null,"owners":null,"metadata":null,"free":null}""")]
    public async Task Missing_fields_read_as_empty_and_are_named(string json)
    {
        Thing thing = await Caller.DecodeAsync(json);

        Assert.Equal(["id", "amount", "live", "tags", "owner"], thing.GetMissingFields());
        Assert.Equal("", thing.Id);
        Assert.Equal(0, thing.Amount);
        Assert.False(thing.Live);
        Assert.Empty(thing.Tags);
        Assert.Equal("", thing.Owner.Name);
        Assert.Empty(thing.Owner.GetMissingFields());
        Assert.Null(thing.Created);
        Assert.Null(thing.Price);
        Assert.False(thing.Url.HasValue);
        Assert.Null(thing.Kind);
        Assert.Null(thing.Kinds);
        Assert.Null(thing.Owners);
        Assert.Null(thing.Metadata);
        Assert.Null(thing.Free);
        Assert.Empty(thing.GetExtraFields());
    }

    [Fact]
    public async Task A_missing_field_of_a_nested_object_is_named_there()
    {
        Thing thing = await Caller.DecodeAsync("""{"id":"t","amount":1,"live":true,"tags":[],"owner":{}}""");

        Assert.Empty(thing.GetMissingFields());
        Assert.Equal(["name"], thing.Owner.GetMissingFields());
    }

    [Fact]
    public async Task The_order_of_fields_does_not_matter()
    {
        Thing thing = await Caller.DecodeAsync(
            """{"owner":{"parent":{"name":"p"},"name":"o"},"tags":["a"],"live":true,"amount":7,"id":"t"}""");

        Assert.Equal(("t", 7, true, "o", "p"), (thing.Id, thing.Amount, thing.Live, thing.Owner.Name, thing.Owner.Parent!.Name));
        Assert.Empty(thing.GetMissingFields());
        Assert.Empty(thing.GetExtraFields());
    }

    [Fact]
    public async Task Escaped_names_are_unescaped()
    {
        Thing thing = await Caller.DecodeAsync(
            """{"\u0069d":"t","am\u006funt":"wrong","l\u0069ve":true,"tags":[],"owner":{"n\u0061me":"o"},"a\"b\\":1,"meta\u0064ata":{"k\n":"v"}}""");

        Assert.Equal("t", thing.Id);
        Assert.True(thing.Live);
        Assert.Equal("o", thing.Owner.Name);
        Assert.Equal("v", thing.Metadata!["k\n"]);
        Assert.Equal(["a\"b\\", "amount"], thing.GetExtraFields().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_last_of_duplicate_fields_wins()
    {
        Thing thing = await Caller.DecodeAsync(
            """{"id":"first","id":"last","x":1,"x":2,"metadata":{"k":"1","k":"2"},"amount":1,"live":true,"tags":["a"],"tags":["b"],"owner":{"name":"1"},"owner":{"name":"2"}}""");

        Assert.Equal("last", thing.Id);
        Assert.Equal(["b"], thing.Tags);
        Assert.Equal("2", thing.Owner.Name);
        Assert.Equal("2", thing.Metadata!["k"]);
        Assert.Equal(2, thing.GetExtraFields()["x"].GetInt32());
    }

    [Fact]
    public async Task Strings_are_unescaped_in_any_script()
    {
        Thing thing = await Caller.DecodeAsync("""{"id":"a\u00e9\n\ud83d\ude00 ü","metadata":{"ключ":"値"}}""");

        Assert.Equal("aé\n😀 ü", thing.Id);
        Assert.Equal("値", thing.Metadata!["ключ"]);
    }

    [Fact]
    public async Task Kept_fields_outlive_the_call()
    {
        using Caller caller = Caller.Responding(200, """{"new":{"a":"kept"},"free":["also kept"]}""", StubResponse.RequestId);
        Thing thing = await caller.CreateAsync();

        // Other calls reuse the pooled memory of this response.
        for (int i = 0; i < 20; i++)
        {
            await caller.CreateAsync(new ThingParams { Text = new string('#', 600) });
        }

        Assert.Equal("""{"a":"kept"}""", thing.GetExtraFields()["new"].GetRawText());
        Assert.Equal("""["also kept"]""", thing.Free!.Value.GetRawText());
    }

    [Fact]
    public async Task A_resource_has_its_response_and_its_text_has_no_field()
    {
        using Caller caller = Caller.Responding(200, """{"id":"hidden"}""", ("Request-Id", "req_7"));

        Thing thing = await caller.CreateAsync();

        Assert.Equal("req_7", thing.GetResponse()!.RequestId);
        Assert.Equal("Thing", thing.ToString());
    }

    [Fact]
    public void A_resource_without_a_response_has_no_missing_fields()
    {
        var thing = new Thing { Id = "thing_1", Url = "https://secret" };

        Assert.Empty(thing.GetMissingFields());
        Assert.Empty(thing.GetExtraFields());
        Assert.Null(thing.GetResponse());
    }
}
