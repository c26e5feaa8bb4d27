using Lattice.Stripe.Billing;
using Lattice.Stripe.BillingPortal;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Responses;

/// <summary>The ids of resources and their references to others.</summary>
public sealed class IdTests
{
    [Theory]
    [InlineData("v2.core.some_thing", "cst")]
    [InlineData("customer", "cus")]
    [InlineData("payment_intent", "pi")]
    [InlineData("billing_portal.session", "bps")]
    [InlineData("some_new_resource", "snr")]
    public async Task Ids_have_the_prefixes_of_Stripe(string resource, string prefix)
    {
        using Caller caller = Caller.Of(Slice.Responding($$"""
            { "thing": { "type": "object", "x-resourceId": "{{resource}}", "properties": {
              "id": { "type": "string" } } } }
            """));

        Reply reply = await caller.PostAsync("/v1/things");

        Assert.Matches($"^{prefix}_[0-9A-Za-z]{{24}}$", reply.Text("id")!);
    }

    [Fact]
    public async Task An_expandable_field_is_the_id_of_its_resource()
    {
        using Caller caller = Caller.Of(Slice.Responding("""
            {
              "thing": { "type": "object", "properties": {
                "customer": { "anyOf": [ { "type": "string" }, { "$ref": "#/components/schemas/customer" } ] } } },
              "customer": { "type": "object", "properties": { "id": { "type": "string" } } }
            }
            """));

        Reply reply = await caller.PostAsync("/v1/things");

        Assert.Matches("^cus_[0-9A-Za-z]{24}$", reply.Text("customer")!);
    }

    [Theory]
    [InlineData("""{ "type": "string", "x-expansionResources": { "oneOf": [ { "$ref": "#/components/schemas/customer" } ] } }""")]
    [InlineData("""
        { "anyOf": [ { "type": "string" }, { "$ref": "#/components/schemas/customer" } ],
          "x-expansionResources": { "oneOf": [ { "$ref": "#/components/schemas/customer" } ] } }
        """)]
    public async Task An_expandable_field_is_an_id_even_if_the_slice_lacks_the_resource(string field)
    {
        using Caller caller = Caller.Of(Slice.Responding(
            $$"""{ "thing": { "type": "object", "properties": { "owner": {{field}} } } }"""));

        Reply generated = await caller.PostAsync("/v1/things");
        Reply sent = await caller.PostAsync("/v1/things", "owner=mine");

        Assert.Matches("^cus_[0-9A-Za-z]{24}$", generated.Text("owner")!);
        Assert.Equal("mine", sent.Text("owner"));
    }

    [Fact]
    public async Task The_configuration_of_a_portal_session_is_an_id()
    {
        using var stripe = new StripeStandIn();

        Session session = await Session.CreateAsync(stripe.Client, new SessionCreateParams { Customer = "cus_1" });

        Assert.Matches("^bpc_[0-9A-Za-z]{24}$", session.Configuration);
    }

    [Fact]
    public async Task Identifiers_are_unique_and_those_in_the_request_are_returned()
    {
        using var stripe = new StripeStandIn();
        var parameters = new MeterEventCreateParams
        {
            EventName = "requests",
            Payload = new() { ["stripe_customer_id"] = "cus_1", ["value"] = "1" },
        };

        MeterEvent first = await MeterEvent.CreateAsync(stripe.Client, parameters);
        MeterEvent second = await MeterEvent.CreateAsync(stripe.Client, parameters);
        MeterEvent named = await MeterEvent.CreateAsync(
            stripe.Client,
            new MeterEventCreateParams { EventName = "requests", Payload = parameters.Payload, Identifier = "mine" });

        Assert.Matches("^[0-9A-Za-z]{32}$", first.Identifier);
        Assert.NotEqual(first.Identifier, second.Identifier);
        Assert.Equal("mine", named.Identifier);
    }
}
