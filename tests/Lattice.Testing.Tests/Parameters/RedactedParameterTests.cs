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
          "price": { "type": "string", "format": "decimal" },
          "ratio": { "type": "number" },
          "at": { "type": "integer", "format": "unix-time" },
          "currency": { "type": "string" },
          "settlement_currency": { "type": "string" },
          "customer": { "type": "string" },
          "client_secret": { "type": "string" },
          "dob": { "type": "object", "properties": { "day": { "type": "integer" }, "year": { "type": "integer" } } },
          "card": { "type": "object", "properties": { "number": { "type": "string" }, "exp_month": { "type": "integer" } } },
          "counts": { "type": "object", "additionalProperties": { "type": "integer" } },
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
    [InlineData("amount=1000", "amount=1000")]
    [InlineData("amount=-1000", "amount=-1000")]
    [InlineData("amount=Jane", "amount=[redacted]")]
    [InlineData("price=10.50", "price=10.50")]
    [InlineData("price=ten", "price=[redacted]")]
    [InlineData("ratio=0.5", "ratio=0.5")]
    [InlineData("at=1700000000", "at=1700000000")]
    [InlineData("counts[a]=1", "counts[a]=1")]
    [InlineData("currency=eur", "currency=eur")]
    [InlineData("currency=EUR&settlement_currency=usd", "currency=EUR&settlement_currency=usd")]
    [InlineData("currency=Jane", "currency=[redacted]")]
    [InlineData("name=eur", "name=[redacted]")]
    [InlineData("customer=cus_NffrFeUfNV2Hib", "customer=cus_NffrFeUfNV2Hib")]
    [InlineData("customer=acct_1", "customer=acct_1")]
    [InlineData("customer=person_jane", "customer=[redacted]")]
    [InlineData("customer=jane_1980", "customer=[redacted]")]
    [InlineData("customer=cus_1 and Jane", "customer=[redacted]")]
    [InlineData("customer=1000", "customer=[redacted]")]
    [InlineData("client_secret=pi_1", "client_secret=[redacted]")]
    [InlineData("metadata[customer]=cus_1", "metadata[customer]=[redacted]")]
    [InlineData("dob[day]=1&dob[year]=1970", "dob[day]=[redacted]&dob[year]=[redacted]")]
    [InlineData("card[number]=4242424242424242&card[exp_month]=8", "card[number]=[redacted]&card[exp_month]=[redacted]")]
    [InlineData("name=company", "name=[redacted]")]
    [InlineData("name=", "name=")]
    [InlineData("metadata[order]=true", "metadata[order]=[redacted]")]
    [InlineData("people[0][role]=owner&people[0][born]=1970", "people[0][role]=owner&people[0][born]=[redacted]")]
    [InlineData("unknown=company", "unknown=[redacted]")]
    public async Task Only_values_that_cannot_be_personal_are_shown(string sent, string shown)
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
