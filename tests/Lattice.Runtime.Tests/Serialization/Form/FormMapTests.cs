using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Stripe.Serialization.Form;

namespace Lattice.Stripe.Tests.Serialization.Form;

/// <summary>Maps and lists of anything, and free-form maps.</summary>
public sealed class FormMapTests
{
    private static readonly Dictionary<string, (WriteForm Write, string Body)> s_cases = new()
    {
        ["integers"] = (
            Map<long?>(new() { ["a"] = 1, ["b"] = null, ["c"] = long.MinValue }, (ref form, value) => form.WriteValue(value)),
            "m[a]=1&m[b]=&m[c]=-9223372036854775808"),
        ["decimals"] = (
            Map<decimal?>(new() { ["a"] = 0.0m, ["b"] = 0.00001m, ["c"] = null }, (ref form, value) => form.WriteValue(value)),
            "m[a]=0.0&m[b]=0.00001&m[c]="),
        ["booleans"] = (
            Map<bool?>(new() { ["a"] = true, ["b"] = false, ["c"] = null }, (ref form, value) => form.WriteValue(value)),
            "m[a]=true&m[b]=false&m[c]="),
        ["times"] = (
            Map<DateTimeOffset?>(new() { ["a"] = DateTimeOffset.UnixEpoch, ["b"] = null }, (ref form, value) => form.WriteValue(value)),
            "m[a]=0&m[b]="),
        ["texts"] = (
            Map<string?>(new() { ["a&b"] = "c d", ["e"] = null }, (ref form, value) => form.WriteValue(value)), "m[a%26b]=c+d&m[e]="),
        ["objects"] = (
            Map<ThingParams?>(
                new() { ["a"] = new() { Number = 1 }, ["b"] = new(), ["c"] = null }, (ref form, value) => form.WriteValue(value)),
            "m[a][number]=1&m[b]=&m[c]="),
        ["lists"] = (
            Map<IReadOnlyList<string?>?>(
                new() { ["a"] = ["x", null], ["b"] = [], ["c"] = null },
                (ref form, value) => form.WriteValue(value, (ref form, value) => form.WriteValue(value))),
            "m[a][0]=x&m[a][1]=&m[b]=&m[c]="),
        ["maps"] = (
            Map<StripeMap<long>?>(
                new() { ["a"] = new() { ["b"] = 1 }, ["c"] = [], ["d"] = null, ["e"] = Clearable.Clear },
                (ref form, value) => form.WriteValue(value, (ref form, value) => form.WriteValue(value))),
            "m[a][b]=1&m[c]=&m[d]=&m[e]="),
        ["an empty map"] = (Map<long?>([], (ref form, value) => form.WriteValue(value)), ""),
        ["a cleared map"] = (Map<long?>(Clearable.Clear, (ref form, value) => form.WriteValue(value)), "m="),
        ["no map"] = (Map<long?>(null, (ref form, value) => form.WriteValue(value)), ""),
        ["a list of lists"] = (
            List<IReadOnlyList<long>>(
                [[1, 2], [], [3]], (ref form, value) => form.WriteValue(value, (ref form, value) => form.WriteValue(value))),
            "l[0][0]=1&l[0][1]=2&l[1]=&l[2][0]=3"),
        ["a list of booleans"] = (List<bool>([true, false], (ref form, value) => form.WriteValue(value)), "l[0]=true&l[1]=false"),
        ["an empty list"] = (List<bool>([], (ref form, value) => form.WriteValue(value)), ""),
        ["an empty list that clears"] = (List<bool>([], (ref form, value) => form.WriteValue(value), clearsWhenEmpty: true), "l="),
        ["no list"] = (List<bool>(null, (ref form, value) => form.WriteValue(value), clearsWhenEmpty: true), ""),
    };

    private static readonly Dictionary<string, (StripeMap<JsonNode?> Values, string Body)> s_freeForm = new()
    {
        ["an empty map"] = ([], ""),
        ["a cleared map"] = (Clearable.Clear, "m="),
        ["texts"] = (
            new() { ["a"] = "b c", ["d"] = "", ["e&f"] = "100%", ["g"] = "[éàü]" },
            "m[a]=b+c&m[d]=&m[e%26f]=100%25&m[g]=%5B%C3%A9%C3%A0%C3%BC%5D"),
        ["booleans"] = (new() { ["a"] = true, ["b"] = false }, "m[a]=true&m[b]=false"),
        ["null"] = (new() { ["a"] = null }, "m[a]="),
        ["numbers of .NET"] = (
            new() { ["a"] = 1, ["b"] = 1.50m, ["c"] = 0.1, ["d"] = long.MaxValue, ["e"] = 0.00001, ["f"] = 1e15, ["g"] = -2.5f },
            "m[a]=1&m[b]=1.50&m[c]=0.1&m[d]=9223372036854775807&m[e]=0.00001&m[f]=1000000000000000&m[g]=-2.5"),
        ["numbers of JSON"] = (
            Parse("""{ "a": 1.10, "b": 12345678901234567890123456789012345, "c": 1e3, "d": 1E-5, "e": 1e400, "f": -0 }"""),
            "m[a]=1.10&m[b]=12345678901234567890123456789012345&m[c]=1000&m[d]=0.00001&m[e]=1e400&m[f]=-0"),
        ["objects"] = (new() { ["a"] = new JsonObject { ["b"] = new JsonObject { ["c"] = 1 }, ["d"] = null } }, "m[a][b][c]=1&m[a][d]="),
        ["arrays"] = (
            new() { ["a"] = new JsonArray(1, null, "x", new JsonObject { ["b"] = true }, new JsonArray(2)) },
            "m[a][0]=1&m[a][1]=&m[a][2]=x&m[a][3][b]=true&m[a][4][0]=2"),
        ["what holds nothing"] = (
            new() { ["a"] = new JsonObject(), ["b"] = new JsonArray(), ["c"] = new JsonArray(new JsonArray(), new JsonObject()) },
            "m[a]=&m[b]=&m[c][0]=&m[c][1]="),
        ["keys in any order"] = (
            new() { ["z"] = 1, ["B"] = 2, ["a"] = new JsonObject { ["d"] = 3, ["c"] = 4 } }, "m[B]=2&m[a][c]=4&m[a][d]=3&m[z]=1"),
        ["keys with brackets"] = (new() { ["a[b]"] = new JsonObject { ["]"] = 1 } }, "m[a%5Bb%5D][%5D]=1"),
        ["a time"] = (new() { ["a"] = DateTime.UnixEpoch }, "m[a]=1970-01-01T00%3A00%3A00Z"),
        ["half of a surrogate pair"] = (new() { ["a"] = "x\ud800" }, "m[a]=x%EF%BF%BD"),
        ["an element of another document"] = (
            new() { ["a"] = JsonArray.Create(JsonDocument.Parse("[1,\"b\"]").RootElement) }, "m[a][0]=1&m[a][1]=b"),
    };

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    public static TheoryData<string> FreeForm => [.. s_freeForm.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_map_is_written_in_brackets(string name) =>
        Assert.Equal(s_cases[name].Body, await Caller.EncodeAsync(new WrittenParams(s_cases[name].Write)));

    [Theory]
    [MemberData(nameof(FreeForm))]
    public async Task A_free_form_map_is_written_as_parameters_of_its_shape(string name)
    {
        StripeMap<JsonNode?> values = s_freeForm[name].Values;

        Assert.Equal(s_freeForm[name].Body, await Caller.EncodeAsync(new WrittenParams((ref form) => form.WriteJsonMap("m"u8, values))));
    }

    [Fact]
    public async Task A_free_form_map_ends_with_its_entries()
    {
        var values = new StripeMap<JsonNode?> { ["a"] = 1 };

        Assert.Equal("m[a]=1&last=x", await Caller.EncodeAsync(new WrittenParams((ref form) =>
        {
            form.WriteJsonMap("no"u8, null);
            form.WriteJsonMap("m"u8, values);
            form.WriteString("last"u8, "x");
        })));
    }

    [Fact]
    public async Task A_free_form_map_may_be_nested()
    {
        var values = new StripeMap<JsonNode?> { ["a"] = 1 };
        var nested = new WrittenParams((ref form) => form.WriteJsonMap("m"u8, values));
        var parameters = new WrittenParams((ref form) =>
        {
            form.WriteObject("child"u8, nested);
            form.WriteList<StripeMap<JsonNode?>?>(
                "list"u8, [values, [], null, Clearable.Clear], (ref form, value) => form.WriteValue(value));
            form.WriteString("last"u8, "x");
        });

        Assert.Equal("child[m][a]=1&list[0][a]=1&list[1]=&list[2]=&list[3]=&last=x", await Caller.EncodeAsync(parameters));
    }

    [Fact]
    public async Task A_free_form_map_can_be_sent_twice_and_is_not_changed()
    {
        var shared = new JsonObject { ["b"] = 1 };
        var values = new StripeMap<JsonNode?> { ["a"] = shared, ["c"] = shared };
        var parameters = new WrittenParams((ref form) => form.WriteJsonMap("m"u8, values));

        Assert.Equal("m[a][b]=1&m[c][b]=1", await Caller.EncodeAsync(parameters));
        Assert.Equal("m[a][b]=1&m[c][b]=1", await Caller.EncodeAsync(parameters));
        Assert.Null(shared.Parent);
    }

    [Fact]
    public async Task A_value_that_is_not_JSON_is_rejected_with_its_name()
    {
        var values = new StripeMap<JsonNode?> { ["good"] = 1, ["bad"] = JsonNode.Parse("""["\ud800"]""") };

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => Caller.EncodeAsync(new WrittenParams((ref form) => form.WriteJsonMap("m"u8, values))));

        Assert.Contains("'bad' cannot be written as JSON", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_free_form_map_may_be_deep()
    {
        const int Depth = 500;
        JsonNode value = 1;
        for (int i = 0; i < Depth; i++)
        {
            value = new JsonObject { ["a"] = value };
        }

        var values = new StripeMap<JsonNode?> { ["m"] = value };

        Assert.Equal(
            "m[m]" + string.Concat(Enumerable.Repeat("[a]", Depth)) + "=1",
            await Caller.EncodeAsync(new WrittenParams((ref form) => form.WriteJsonMap("m"u8, values))));
    }

    [Fact]
    public async Task A_cleared_map_with_entries_is_rejected()
    {
        StripeMap<JsonNode?> values = Clearable.Clear;
        values["a"] = 1;
        StripeMap<long> integers = Clearable.Clear;
        integers["a"] = 1;

        await Assert.ThrowsAsync<ArgumentException>(
            () => Caller.EncodeAsync(new WrittenParams((ref form) => form.WriteJsonMap("m"u8, values))));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Caller.EncodeAsync(new WrittenParams(
                (ref form) => form.WriteMap("m"u8, integers, (ref form, value) => form.WriteValue(value)))));
    }

    private static WriteForm Map<T>(StripeMap<T>? values, FormValueWriter<T> write) => (ref form) => form.WriteMap("m"u8, values, write);

    private static WriteForm List<T>(IReadOnlyList<T>? values, FormValueWriter<T> write, bool clearsWhenEmpty = false) =>
        (ref form) => form.WriteList("l"u8, values, write, clearsWhenEmpty);

    private static StripeMap<JsonNode?> Parse(string json) => new(JsonNode.Parse(json)!.AsObject().ToList());
}
