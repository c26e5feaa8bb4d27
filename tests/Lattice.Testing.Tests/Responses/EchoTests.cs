using System.Text.Json;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Responses;

/// <summary>Which parameters inside objects are returned.</summary>
public sealed class EchoTests
{
    [Fact]
    public async Task Parameters_are_returned_even_if_the_response_requires_more()
    {
        Reply reply = await SendAsync(
            """
            { "thing": { "type": "object", "properties": {
              "plan": { "type": "object", "nullable": true, "required": ["interval", "count", "window"], "properties": {
                "interval": { "type": "string", "enum": ["day", "month"] },
                "count": { "type": "integer" },
                "window": { "type": "object", "required": ["from", "to"], "properties": {
                  "from": { "type": "integer" }, "to": { "type": "integer" } } } } } } } }
            """,
            "plan[interval]=month&plan[window][to]=7");

        Assert.Equal("""{"plan":{"interval":"month","count":0,"window":{"from":0,"to":7}}}""", JsonSerializer.Serialize(reply.Json));
    }

    [Fact]
    public async Task Values_that_do_not_match_are_left_out_and_the_others_are_returned()
    {
        Reply reply = await SendAsync(
            """
            { "thing": { "type": "object", "properties": {
              "plan": { "type": "object", "nullable": true, "properties": {
                "interval": { "type": "string", "enum": ["day", "month"] },
                "count": { "type": "integer" },
                "counts": { "type": "object", "additionalProperties": { "type": "integer" } },
                "steps": { "type": "array", "items": { "type": "integer" } } } } } } }
            """,
            "plan[interval]=eon&plan[count]=3&plan[other]=1&plan[counts][a]=1&plan[counts][b]=x&plan[steps][0]=1&plan[steps][1]=x");

        Assert.Equal(
            """{"plan":{"interval":"day","count":3,"counts":{"a":1},"steps":[]}}""", JsonSerializer.Serialize(reply.Json));
    }

    [Theory]
    [InlineData("plan[other]=1", "null")]
    [InlineData("plan[count]=lots", "null")]
    [InlineData("plan=text", "null")]
    [InlineData("plan[count]=", """{"count":0}""")]
    public async Task An_object_without_a_known_property_is_not_returned(string form, string expected)
    {
        Reply reply = await SendAsync(
            """
            { "thing": { "type": "object", "properties": {
              "plan": { "type": "object", "nullable": true, "properties": { "count": { "type": "integer" } } } } } }
            """,
            form);

        Assert.Equal(expected, JsonSerializer.Serialize(reply.Json.GetProperty("plan")));
    }

    [Fact]
    public async Task The_union_case_with_the_most_parameters_is_returned()
    {
        Reply reply = await SendAsync(
            """
            { "thing": { "type": "object", "properties": {
              "method": { "anyOf": [
                { "type": "object", "properties": { "type": { "type": "string" }, "number": { "type": "integer" } } },
                { "type": "object", "required": ["iban", "bank"], "properties": {
                  "type": { "type": "string" }, "iban": { "type": "string" }, "bank": { "type": "string" } } } ] } } } }
            """,
            "method[type]=iban&method[iban]=CH93");

        Assert.Equal("""{"type":"iban","iban":"CH93","bank":"bank"}""", JsonSerializer.Serialize(reply.Json.GetProperty("method")));
    }

    [Fact]
    public async Task A_session_has_the_requested_components()
    {
        using var stripe = new StripeStandIn();

        AccountSession ofAccount = await AccountSession.CreateAsync(stripe.Client, new AccountSessionCreateParams
        {
            Account = "acct_1",
            Components = new() { Payments = new() { Enabled = true, Features = new() { RefundManagement = true } } },
        });
        CustomerSession ofCustomer = await CustomerSession.CreateAsync(stripe.Client, new CustomerSessionCreateParams
        {
            Customer = "cus_1",
            Components = new() { PricingTable = new() { Enabled = true } },
        });

        Assert.True(ofAccount.Components.Payments.Enabled);
        Assert.True(ofAccount.Components.Payments.Features.RefundManagement);
        Assert.False(ofAccount.Components.Payments.Features.CapturePayments);
        Assert.False(ofAccount.Components.Payouts.Enabled);
        Assert.True(ofCustomer.Components!.PricingTable.Enabled);
        Assert.False(ofCustomer.Components.BuyButton.Enabled);
    }

    /// <summary>Creates a slice that accepts any parameters.</summary>
    private static async Task<Reply> SendAsync(string components, string form)
    {
        using Caller caller = Caller.Of(Slice.Responding(components));
        return await caller.PostAsync("/v1/things", form);
    }
}
