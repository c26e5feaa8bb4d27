using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lattice.Stripe.Tests;

/// <summary>System.Text.Json writes no secret and reads none.</summary>
public sealed class SecretStringJsonTests
{
    private const string Text = "sk_live_hidden";
    private static readonly JsonSerializerOptions s_withFields = new() { IncludeFields = true };

    private static readonly Dictionary<string, (object? Given, string Expected)> s_written = new()
    {
        ["a value"] = (new SecretString(Text), "\"[redacted]\""),
        ["the default"] = (default(SecretString), "\"[redacted]\""),
        ["a nullable"] = ((SecretString?)Text, "\"[redacted]\""),
        ["a property"] = (new Holder { Property = Text }, """{"Property":"[redacted]","Optional":null,"Field":"[redacted]"}"""),
        ["a field"] = (
            new Holder { Field = Text, Optional = Text }, """{"Property":"[redacted]","Optional":"[redacted]","Field":"[redacted]"}"""),
        ["an anonymous type"] = (new { Secret = new SecretString(Text) }, """{"Secret":"[redacted]"}"""),
        ["a record"] = (new Record(Text), """{"Secret":"[redacted]"}"""),
        ["a list"] = (new[] { new SecretString(Text) }, """["[redacted]"]"""),
        ["a dictionary's value"] = (new Dictionary<string, SecretString> { ["k"] = Text }, """{"k":"[redacted]"}"""),
        ["a dictionary's key"] = (new Dictionary<SecretString, int> { [Text] = 1 }, """{"[redacted]":1}"""),
        ["an object's property"] = (new { Any = (object)new SecretString(Text) }, """{"Any":"[redacted]"}"""),
        ["a JSON node"] = (new JsonObject { ["Secret"] = JsonValue.Create(new SecretString(Text)) }, """{"Secret":"[redacted]"}"""),
        ["an object"] = (new object[] { new SecretString(Text) }, """["[redacted]"]"""),
    };

    public static TheoryData<string> Written => [.. s_written.Keys];

    [Theory]
    [MemberData(nameof(Written))]
    public void A_secret_is_written_redacted_in_any_position(string name) =>
        Assert.Equal(s_written[name].Expected, JsonSerializer.Serialize(s_written[name].Given, s_withFields));

    [Fact]
    public void Generated_serializers_write_it_redacted()
    {
        SecretJsonContext context = SecretJsonContext.Default;
        SecretString secret = Text;

        Assert.Equal("\"[redacted]\"", JsonSerializer.Serialize(secret, context.SecretString));
        Assert.Equal("""{"Secret":"[redacted]"}""", JsonSerializer.Serialize(new SecretRecord(secret), context.SecretRecord));
        Assert.Equal(
            """{"Id":"r_1","Url":"[redacted]"}""",
            JsonSerializer.Serialize(new SecretResource { Id = "r_1", Url = secret }, context.SecretResource));
        Assert.Equal("""{"[redacted]":"[redacted]"}""", JsonSerializer.Serialize(
            new Dictionary<SecretString, SecretString?> { [secret] = secret }, context.DictionarySecretStringNullableSecretString));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"Secret":"sk_live_hidden"}""", context.SecretRecord));
    }

    [Fact]
    public void A_JSON_node_of_a_secret_is_redacted()
    {
        JsonNode node = JsonValue.Create(new SecretString(Text))!;

        Assert.Equal("\"[redacted]\"", node.ToJsonString());
        Assert.DoesNotContain(Text, node.ToString(), StringComparison.Ordinal);
        var holder = SecretHolder.Of(Text);
        Assert.DoesNotContain(Text, JsonSerializer.SerializeToNode(holder, s_withFields)!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Text, JsonSerializer.SerializeToElement(holder, s_withFields).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_and_its_result_are_written_without_the_secret()
    {
        var thing = new Thing { Id = "thing_1", Url = Text };

        string json = JsonSerializer.Serialize(thing) + JsonSerializer.Serialize(new StripeResult<Thing>(thing));

        Assert.Contains("thing_1", json, StringComparison.Ordinal);
        Assert.DoesNotContain(Text, json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_fields_are_not_written_because_they_may_be_secrets()
    {
        Thing thing = await Caller.DecodeAsync($$$"""{"new_secret":"{{{Text}}}","url":17,"owner":{"name":"o","token":"{{{Text}}}"}}""");

        Assert.Contains(Text, thing.GetExtraFields()["new_secret"].GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Text, JsonSerializer.Serialize(thing, s_withFields), StringComparison.Ordinal);
    }

    [Fact]
    public void Null_reads_as_the_default()
    {
        Assert.False(JsonSerializer.Deserialize<SecretString>("null").HasValue);
        Assert.Null(JsonSerializer.Deserialize<SecretString?>("null"));
        Assert.False(JsonSerializer.Deserialize<Holder>("""{"Property":null}""")!.Property.HasValue);
        Assert.False(JsonSerializer.Deserialize<Record>("{}")!.Secret.HasValue);
    }

    [Theory]
    [InlineData(typeof(SecretString), "\"sk_live_hidden\"")]
    [InlineData(typeof(SecretString), "\"[redacted]\"")]
    [InlineData(typeof(SecretString), "\"\"")]
    [InlineData(typeof(SecretString), "17")]
    [InlineData(typeof(SecretString), "true")]
    [InlineData(typeof(SecretString), "{\"sk_live_hidden\":\"sk_live_hidden\"}")]
    [InlineData(typeof(SecretString), "[\"sk_live_hidden\"]")]
    [InlineData(typeof(SecretString?), "\"sk_live_hidden\"")]
    [InlineData(typeof(Record), "{\"Secret\":\"sk_live_hidden\"}")]
    [InlineData(typeof(SecretString[]), "[\"sk_live_hidden\"]")]
    [InlineData(typeof(Dictionary<SecretString, int>), "{\"sk_live_hidden\":1}")]
    [InlineData(typeof(Dictionary<string, SecretString>), "{\"k\":\"sk_live_hidden\"}")]
    public void Anything_else_is_rejected_without_being_quoted(Type type, string json)
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type));

        Assert.DoesNotContain(Text, exception.ToString(), StringComparison.Ordinal);
    }

    private sealed record Record(SecretString Secret);

    private sealed class Holder
    {
        public SecretString Field;

        public SecretString Property { get; set; }

        public SecretString? Optional { get; set; }
    }
}
