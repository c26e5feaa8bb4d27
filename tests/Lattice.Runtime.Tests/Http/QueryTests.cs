using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Http;

/// <summary>The parameters of a GET and a DELETE are in the query, encoded as in a form.</summary>
public class QueryTests
{
    private const string Address = "https://api.stripe.com/v1/things/thing_1";

    public static TheoryData<string, FormParams?> Encodings => new()
    {
        { "", null },
        { "", new ThingParams() },
        { "?text=a", new ThingParams { Text = "a" } },
        { "?text=", new ThingParams { Text = "" } },
        { "?texts[0]=a&texts[1]=b", new ThingParams { Texts = ["a", "b"] } },
        { "?child[number]=5", new ThingParams { Child = new ThingParams { Number = 5 } } },
        { "?text=a+b%26c%3D%C3%A9%2F%3F%23%5B%5D%25", new ThingParams { Text = "a b&c=é/?#[]%" } },
        { "?text=%7E.-_*", new WrittenParams((ref FormWriter form) => form.WriteString("text"u8, "~.-_*")) },
        { "?metadata[%F0%9F%98%80]=", new ThingParams { Metadata = new() { ["😀"] = null } } },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task The_parameters_are_the_query(string query, FormParams? parameters)
    {
        using Caller caller = Caller.Succeeding();

        await Thing.RetrieveOperation.SendAsync(caller.Client, ["thing_1"], parameters, null, CancellationToken.None);

        Assert.Equal(Address + query, caller.Sent.Uri.AbsoluteUri);
        Assert.Equal(HttpMethod.Get, caller.Sent.Method);
    }

    [Fact]
    public async Task A_GET_has_neither_a_body_nor_an_idempotency_key()
    {
        using Caller caller = Caller.Succeeding();

        Thing thing = await Thing.RetrieveOperation.SendAsync(
            caller.Client, ["thing_1"], null, new StripeRequestOptions { IdempotencyKey = "key-1" }, CancellationToken.None);

        Assert.Null(caller.Sent.Bytes);
        Assert.Null(caller.Sent.Header("Idempotency-Key"));
        Assert.Null(caller.Sent.Header("Content-Type"));
        Assert.Null(thing.GetResponse()!.IdempotencyKey);
        Assert.Equal("Bearer " + Caller.Key, caller.Sent.Header("Authorization"));
    }

    [Fact]
    public async Task Extra_parameters_are_in_the_query()
    {
        using Caller caller = Caller.Succeeding();
        var options = new StripeRequestOptions { ExtraParameters = new Dictionary<string, string> { ["created[gte]"] = "5" } };

        await Thing.RetrieveOperation.SendAsync(
            caller.Client, ["thing_1"], new ThingParams { Text = "a" }, options, CancellationToken.None);

        Assert.Equal(Address + "?text=a&created[gte]=5", caller.Sent.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task An_extra_parameter_that_is_set_already_is_refused()
    {
        using Caller caller = Caller.Succeeding();
        var options = new StripeRequestOptions { ExtraParameters = new Dictionary<string, string> { ["text"] = "b" } };

        await Assert.ThrowsAsync<ArgumentException>(() => Thing.RetrieveOperation.SendAsync(
            caller.Client, ["thing_1"], new ThingParams { Text = "a" }, options, CancellationToken.None));
        Assert.Empty(caller.Handler.Requests);
    }

    [Theory]
    [InlineData(false, "/v1/things/thing_1")]
    [InlineData(true, "/v2/things/thing_1")]
    public async Task A_DELETE_sends_its_parameters_in_the_query_and_a_key_in_v2(bool isV2, string path)
    {
        using Caller caller = Caller.Succeeding();
        StripeOperation<FormParams, Thing> operation = isV2 ? Thing.DeleteV2Operation : Thing.DeleteOperation;

        await operation.SendAsync(
            caller.Client,
            ["thing_1"],
            new ThingParams { Flag = true },
            new StripeRequestOptions { IdempotencyKey = "key-1" },
            CancellationToken.None);

        Assert.Equal((HttpMethod.Delete, path + "?flag=true"), (caller.Sent.Method, caller.Sent.Uri.PathAndQuery));
        Assert.Equal(isV2 ? "key-1" : null, caller.Sent.Header("Idempotency-Key"));
        Assert.Equal("", caller.Sent.Body);
        Assert.Null(caller.Sent.Header("Content-Type"));
    }

    [Fact]
    public async Task Parameters_of_a_JSON_body_are_refused()
    {
        using Caller caller = Caller.Succeeding();
        var operation = new StripeOperation<JsonParams, Thing>(
            "Thing.Retrieve", HttpMethod.Get, "/v2/things", Thing.ApiVersion, StripeJsonReader.Read<Thing>)
        {
            HasQuery = true,
        };

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => operation.SendAsync(caller.Client, [], new EmptyJsonParams(), null, CancellationToken.None));

        Assert.Contains("query", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_does_not_change_the_path_or_the_host()
    {
        using Caller caller = Caller.Succeeding();

        await Thing.RetrieveOperation.SendAsync(
            caller.Client, ["a?b#c"], new ThingParams { Text = "@evil.example/?#" }, null, CancellationToken.None);

        Assert.Equal("https://api.stripe.com/v1/things/a%3Fb%23c?text=%40evil.example%2F%3F%23", caller.Sent.Uri.AbsoluteUri);
    }

    private sealed class EmptyJsonParams : JsonParams
    {
        protected override void Write(ref JsonBodyWriter json)
        {
        }
    }
}
