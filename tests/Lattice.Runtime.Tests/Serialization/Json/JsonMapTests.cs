using System.Text.Json.Nodes;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>Maps and lists of anything, and free-form maps, in JSON bodies.</summary>
public sealed class JsonMapTests
{
    private static readonly StripeOperation<JsonParams, StripeEmpty> s_operation = new(
        "Json.Create", HttpMethod.Post, "/v2/json", Thing.ApiVersion, StripeJsonReader.Read<StripeEmpty>)
    {
        BodyKind = StripeBodyKind.Json,
    };

    private static readonly Dictionary<string, (WriteJson Write, string Body)> s_cases = new()
    {
        ["integers"] = (
            Map<long?>(new() { ["a"] = 1, ["b"] = null }, (json, value) => json.WriteValue(value)), """{"m":{"a":1,"b":null}}"""),
        ["integers as texts"] = (
            Map<long?>(new() { ["a"] = 1, ["b"] = null }, (json, value) => json.WriteTextValue(value)), """{"m":{"a":"1","b":null}}"""),
        ["decimals"] = (
            Map<decimal?>(new() { ["a"] = 1.50m, ["b"] = null }, (json, value) => json.WriteValue(value)), """{"m":{"a":1.50,"b":null}}"""),
        ["decimals as texts"] = (
            Map<decimal?>(new() { ["a"] = 1.50m, ["b"] = null }, (json, value) => json.WriteTextValue(value)),
            """{"m":{"a":"1.50","b":null}}"""),
        ["booleans"] = (
            Map<bool?>(new() { ["a"] = true, ["b"] = null }, (json, value) => json.WriteValue(value)), """{"m":{"a":true,"b":null}}"""),
        ["times"] = (
            Map<DateTimeOffset?>(new() { ["a"] = DateTimeOffset.UnixEpoch, ["b"] = null }, (json, value) => json.WriteValue(value)),
            """{"m":{"a":0,"b":null}}"""),
        ["times as texts"] = (
            Map<DateTimeOffset?>(new() { ["a"] = DateTimeOffset.UnixEpoch, ["b"] = null }, (json, value) => json.WriteDateTimeValue(value)),
            """{"m":{"a":"1970-01-01T00:00:00Z","b":null}}"""),
        ["objects"] = (
            Map<WrittenJson?>(
                new() { ["a"] = new(json => json.WriteInt64("b"u8, 1L)), ["c"] = null },
                (json, value) => json.WriteValue(value)),
            """{"m":{"a":{"b":1},"c":null}}"""),
        ["lists"] = (
            Map<IReadOnlyList<string?>?>(
                new() { ["a"] = ["x", null], ["b"] = [], ["c"] = null },
                (json, value) => json.WriteValue(value, (json, value) => json.WriteValue(value))),
            """{"m":{"a":["x",null],"b":[],"c":null}}"""),
        ["maps"] = (
            Map<StripeMap<long>?>(
                new() { ["a"] = new() { ["b"] = 1 }, ["c"] = [], ["d"] = null, ["e"] = Clearable.Clear },
                (json, value) => json.WriteValue(value, (json, value) => json.WriteValue(value))),
            """{"m":{"a":{"b":1},"c":{},"d":null,"e":null}}"""),
        ["a cleared map"] = (Map<long?>(Clearable.Clear, (json, value) => json.WriteValue(value)), """{"m":null}"""),
        ["no map"] = (Map<long?>(null, (json, value) => json.WriteValue(value)), "{}"),
        ["a list of lists"] = (
            json => json.WriteList<IReadOnlyList<long>>(
                "l"u8, [[1], []], (json, value) => json.WriteValue(value, (json, value) => json.WriteValue(value))),
            """{"l":[[1],[]]}"""),
        ["no list"] = (json => json.WriteList<bool>("l"u8, null, (json, value) => json.WriteValue(value)), "{}"),
        ["a free-form map"] = (
            FreeForm(new() { ["z"] = "a", ["b"] = 1.50m, ["c"] = new JsonObject { ["d"] = new JsonArray(true, null) }, ["e"] = null, ["f"] = JsonNode.Parse("1e400") }),
            """{"m":{"z":"a","b":1.50,"c":{"d":[true,null]},"e":null,"f":1e400}}"""),
        ["an empty free-form map"] = (FreeForm([]), """{"m":{}}"""),
        ["a cleared free-form map"] = (FreeForm(Clearable.Clear), """{"m":null}"""),
        ["no free-form map"] = (FreeForm(null), "{}"),
        ["free-form maps in a list"] = (
            json => json.WriteList<StripeMap<JsonNode?>?>("l"u8, [new() { ["a"] = 1 }, null], (json, value) => json.WriteValue(value)),
            """{"l":[{"a":1},null]}"""),
    };

    private delegate void WriteJson(JsonBodyWriter json);

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_map_is_written_as_JSON(string name)
    {
        StubHandler handler = StubHandler.Responding(200, "{}", StubResponse.RequestId);
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, handler);

        await s_operation.SendAsync(client, [], new WrittenJson(s_cases[name].Write), null, default);

        Assert.Equal(s_cases[name].Body, Assert.Single(handler.Requests).Body);
    }

    [Fact]
    public async Task A_cleared_map_with_entries_is_rejected_and_named_in_ToString()
    {
        StripeMap<JsonNode?> values = Clearable.Clear;
        values["a"] = 1;
        var parameters = new WrittenJson(FreeForm(values));
        using var client = new StripeClient(
            new StripeClientOptions { ApiKey = Caller.Key }, StubHandler.Responding(200, "{}", StubResponse.RequestId));

        await Assert.ThrowsAsync<ArgumentException>(() => s_operation.SendAsync(client, [], parameters, null, default));
        Assert.Equal("WrittenJson { m }", parameters.ToString());
    }

    private static WriteJson Map<T>(StripeMap<T>? values, JsonValueWriter<T> write) => json => json.WriteMap("m"u8, values, write);

    private static WriteJson FreeForm(StripeMap<JsonNode?>? values) => json => json.WriteJsonMap("m"u8, values);

    private sealed class WrittenJson(WriteJson write) : JsonParams
    {
        protected override void Write(ref JsonBodyWriter json) => write(json);
    }
}
