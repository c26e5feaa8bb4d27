using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>JSON bodies, which API v2 accepts.</summary>
public class JsonBodyTests
{
    private static readonly StripeOperation<JsonParams, StripeEmpty> s_operation = new(
        "Json.Create", HttpMethod.Post, "/v2/json", Thing.ApiVersion, StripeJsonReader.Read<StripeEmpty>)
    {
        BodyKind = StripeBodyKind.Json,
    };

    [Fact]
    public async Task Every_type_of_value_is_written()
    {
        (string? type, string? body) = await SendAsync(new JsonThing
        {
            Text = "é\"\n",
            Number = 1,
            Count = long.MaxValue,
            Price = 1.50m,
            Flag = false,
            At = new DateTimeOffset(2026, 9, 30, 14, 0, 0, TimeSpan.FromHours(2)),
            Child = new() { Text = "c" },
            Children = [new() { Number = 2 }, null],
            Texts = ["a", null],
            Kind = Kind.Known,
            Kinds = ["k"],
            Secret = "s",
            Numbers = [3],
            Map = new() { ["k"] = "v", ["n"] = null },
        });

        Assert.Equal("application/json", type);
        Assert.Equal(
            """{"text":"\u00E9\u0022\n","number":1,"count":"9223372036854775807","price":"1.50","flag":false,"at":"2026-09-30T12:00:00Z","child":{"text":"c"},"children":[{"number":2},null],"texts":["a",null],"kind":"known","kinds":["k"],"secret":"s","numbers":[3],"map":{"k":"v","n":null}}""",
            body);
    }

    [Fact]
    public async Task Unset_parameters_are_not_written()
    {
        Assert.Equal("{}", (await SendAsync(new JsonThing())).Body);
        Assert.Equal("{}", (await SendAsync(null)).Body);
        Assert.Equal("""{"texts":[],"map":{}}""", (await SendAsync(new JsonThing { Map = [], Texts = [] })).Body);
        Assert.Equal("{}", (await SendAsync(new JsonThing { Kind = default(StripeEnum<Kind>), Secret = default(SecretString) })).Body);
        Assert.Equal("""{"kind":""}""", (await SendAsync(new JsonThing { Kind = "" })).Body);
        Assert.Equal("""{"map":null}""", (await SendAsync(new JsonThing { Map = Clearable.Clear })).Body);
    }

    [Fact]
    public void ToString_has_the_names_that_are_set_and_no_value() =>
        Assert.Equal(
            "JsonThing { text, child, map }",
            new JsonThing { Text = "x", Child = new() { Number = 1 }, Map = new() { ["hidden"] = "hidden" } }.ToString());

    [Fact]
    public async Task Extra_parameters_are_rejected()
    {
        using var client = new StripeClient(
            new StripeClientOptions { ApiKey = Caller.Key }, StubHandler.Responding(200, "{}", StubResponse.RequestId));
        var options = new StripeRequestOptions { ExtraParameters = new Dictionary<string, string> { ["a"] = "b" } };

        await Assert.ThrowsAsync<ArgumentException>(() => s_operation.SendAsync(client, [], null, options, default));
    }

    [Fact]
    public async Task An_empty_response_keeps_its_fields()
    {
        using var client = new StripeClient(
            new StripeClientOptions { ApiKey = Caller.Key }, StubHandler.Responding(200, """{"a":1}""", StubResponse.RequestId));

        StripeEmpty response = await s_operation.SendAsync(client, [], null, null, default);

        Assert.Equal(1, response.GetExtraFields()["a"].GetInt32());
    }

    [Theory]
    [InlineData(null, "https://meters.stripe.com/v2/json")]
    [InlineData("https://api.stripe.com", "https://meters.stripe.com/v2/json")]
    [InlineData("http://127.0.0.1:1234/", "http://127.0.0.1:1234/v2/json")]
    public async Task An_operation_uses_its_own_server_unless_the_client_has_another_address(string? baseAddress, string expected)
    {
        var operation = new StripeOperation<JsonParams, StripeEmpty>(
            "Json.Create",
            HttpMethod.Post,
            "/v2/json",
            Thing.ApiVersion,
            StripeJsonReader.Read<StripeEmpty>)
        {
            BodyKind = StripeBodyKind.Json,
            Server = new Uri("https://meters.stripe.com/"),
        };
        StubHandler handler = StubHandler.Responding(200, "{}", StubResponse.RequestId);
        var options = new StripeClientOptions { ApiKey = Caller.Key };
        if (baseAddress is not null)
        {
            options.BaseAddress = new Uri(baseAddress);
        }

        using var client = new StripeClient(options, handler);
        await operation.SendAsync(client, [], null, null, default);

        Assert.Equal(expected, Assert.Single(handler.Requests).Uri.ToString());
    }

    private static async Task<(string? Type, string? Body)> SendAsync(JsonThing? parameters)
    {
        StubHandler handler = StubHandler.Responding(200, "{}", StubResponse.RequestId);
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, handler);
        await s_operation.SendAsync(client, [], parameters, null, default);
        RecordedRequest request = Assert.Single(handler.Requests);
        return (request.Headers["Content-Type"], request.Body);
    }

    private sealed class JsonThing : JsonParams
    {
        public string? Text { get; init; }

        public long? Number { get; init; }

        public long? Count { get; init; }

        public decimal? Price { get; init; }

        public bool? Flag { get; init; }

        public DateTimeOffset? At { get; init; }

        public JsonThing? Child { get; init; }

        public IReadOnlyList<JsonThing?>? Children { get; init; }

        public IReadOnlyList<string?>? Texts { get; init; }

        public StripeEnum<Kind>? Kind { get; init; }

        public IReadOnlyList<StripeEnum<Kind>>? Kinds { get; init; }

        public SecretString? Secret { get; init; }

        public IReadOnlyList<long>? Numbers { get; init; }

        public StripeMap<string?>? Map { get; init; }

        protected override void Write(ref JsonBodyWriter json)
        {
            json.WriteString("text"u8, Text);
            json.WriteInt64("number"u8, Number);
            json.WriteInt64Text("count"u8, Count);
            json.WriteDecimalText("price"u8, Price);
            json.WriteBoolean("flag"u8, Flag);
            json.WriteDateTime("at"u8, At);
            json.WriteObject("child"u8, Child);
            json.WriteObjects("children"u8, Children);
            json.WriteStrings("texts"u8, Texts);
            json.WriteEnum("kind"u8, Kind);
            json.WriteEnums("kinds"u8, Kinds);
            json.WriteSecret("secret"u8, Secret);
            json.WriteInt64s("numbers"u8, Numbers);
            json.WriteStringMap("map"u8, Map);
        }
    }
}
