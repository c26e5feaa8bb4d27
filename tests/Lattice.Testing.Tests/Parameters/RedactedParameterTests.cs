using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Parameters;

/// <summary>The parts of a request that can be printed.</summary>
public sealed class RedactedParameterTests
{
    private static readonly string s_things = Slice.Accepting("""
        { "type": "object", "properties": {
          "kind": { "type": "string", "enum": [ "company", "person" ] },
          "live": { "type": "boolean" },
          "amount": { "type": "integer" },
          "name": { "anyOf": [ { "type": "string" }, { "type": "string", "enum": [ "" ] } ] },
          "metadata": { "type": "object", "additionalProperties": { "type": "string" } },
          "people": { "type": "array", "items": { "type": "object", "properties": {
            "role": { "anyOf": [ { "type": "string", "enum": [ "owner" ] }, { "type": "string", "enum": [ "" ] } ] },
            "born": { "type": "integer" } } } } } }
        """);

    [Theory]
    [InlineData("kind=company", "kind=company")]
    [InlineData("kind=somebody", "kind=[redacted]")]
    [InlineData("live=true", "live=true")]
    [InlineData("live=maybe", "live=[redacted]")]
    [InlineData("amount=1000", "amount=[redacted]")]
    [InlineData("name=company", "name=[redacted]")]
    [InlineData("name=", "name=")]
    [InlineData("metadata[order]=true", "metadata[order]=[redacted]")]
    [InlineData("people[0][role]=owner&people[0][born]=1970", "people[0][role]=owner&people[0][born]=[redacted]")]
    [InlineData("unknown=company", "unknown=[redacted]")]
    public async Task Only_values_that_the_slice_lists_are_shown(string sent, string shown)
    {
        using Caller caller = Caller.Of(s_things);

        await caller.PostAsync("/v1/things", sent);

        Assert.Equal(shown, Shown(caller));
    }

    [Fact]
    public async Task No_value_is_shown_for_an_unknown_operation()
    {
        using Caller caller = Caller.Of(s_things);

        await caller.PostAsync("/v1/others?live=true", "kind=company");

        Assert.Equal("live=[redacted]&kind=[redacted]", Shown(caller));
    }

    [Fact]
    public async Task Values_in_JSON_are_redacted_as_well()
    {
        using StripeStandIn stripe = WidgetSlice.CreateStandIn();
        using var caller = new Caller(stripe);

        await caller.PostJsonAsync("/v2/core/widgets", """{ "name": "Jane", "note": null, "list": [] }""");

        Assert.Equal("name=[redacted]&note=null&list=[]", Shown(caller));
    }

    [Fact]
    public async Task Path_parameters_are_not_shown()
    {
        string operation = Slice.Operation("Update", """{ "type": "object", "properties": { "a": { "type": "string" } } }""");
        using Caller caller = Caller.Of(Slice.With($$"""{ "/v1/things/{id}": { "post": {{operation}} } }"""));

        await caller.PostAsync("/v1/things/thing_1", "a=b");

        Assert.Equal("a=[redacted]", Shown(caller));
    }

    private static string Shown(Caller caller)
        => string.Join('&', Assert.Single(caller.Stripe!.Requests).GetRedactedParameters().Select(shown => $"{shown.Key}={shown.Value}"));
}
