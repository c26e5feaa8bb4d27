using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Parameters;

/// <summary>Enums whose values Stripe may extend without a new specification (<c>x-stripeBypassValidation</c>).</summary>
public sealed class OpenEnumTests
{
    private const string Parameters = """
        { "type": "object", "properties": {
          "kind": { "type": "string", "enum": ["a", "b"], "x-stripeBypassValidation": true },
          "list": { "type": "array", "items": { "type": "string", "enum": ["a"], "x-stripeBypassValidation": true } },
          "clearable": { "anyOf": [
            { "type": "string", "enum": ["a"], "x-stripeBypassValidation": true }, { "type": "string", "enum": [""] } ] },
          "closed": { "type": "string", "enum": ["a"] } } }
        """;

    private static readonly StripeSlice s_slice = StripeSlice.Parse(Slice.Responding(
        """
        { "thing": { "type": "object", "properties": {
          "kind": { "type": "string", "enum": ["a", "b"], "x-stripeBypassValidation": true } } } }
        """,
        Parameters));

    [Theory]
    [InlineData("kind=nonsense", "kind")]
    [InlineData("list[0]=a&list[1]=nonsense", "list[1]")]
    [InlineData("clearable=nonsense", "clearable")]
    public async Task A_value_that_is_not_listed_is_an_error_that_says_how_to_allow_it(string form, string param)
    {
        using var caller = new Caller(new StripeStandIn(new StripeStandInOptions { Slice = s_slice }));

        Reply reply = await caller.PostAsync("/v1/things", form);

        Assert.Equal((400, "invalid_request_error", param), (reply.StatusCode, reply.Error("type"), reply.Error("param")));
        Assert.StartsWith($"Invalid {param}: must be one of a", reply.Error("message"), StringComparison.Ordinal);
        Assert.Contains("StripeStandInOptions.AllowUnlistedValues", reply.Error("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_allows_values_that_are_not_listed_but_only_for_open_enums()
    {
        using var caller = new Caller(new StripeStandIn(new StripeStandInOptions { Slice = s_slice, AllowUnlistedValues = true }));

        Reply open = await caller.PostAsync("/v1/things", "kind=preview&list[0]=preview&clearable=preview");
        Reply closed = await caller.PostAsync("/v1/things", "closed=preview");

        Assert.Equal((200, "preview"), (open.StatusCode, open.Text("kind")));
        Assert.Equal("Invalid closed: must be one of a", closed.Error("message"));
    }

    [Fact]
    public async Task A_misspelled_type_of_an_account_link_is_an_error()
    {
        using var stripe = new StripeStandIn();
        using var lenient = new StripeStandIn(new StripeStandInOptions { AllowUnlistedValues = true });
        var parameters = new AccountLinkCreateParams { Account = "acct_1", Type = "nonsense" };

        StripeResult<AccountLink> refused = await AccountLink.TryCreateAsync(stripe.Client, parameters);
        StripeResult<AccountLink> accepted = await AccountLink.TryCreateAsync(lenient.Client, parameters);

        Assert.Equal("type", refused.Error!.Param);
        Assert.True(accepted.IsSuccess);
    }

    [Fact]
    public async Task JSON_is_checked_as_well()
    {
        string slice = Slice.With($$"""
            { "/v2/things": { "post": {
              "operationId": "CreateThing",
              "requestBody": { "content": { "application/json": { "schema": {{Parameters}} } } },
              "responses": { "200": { "description": "", "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/thing" } } } } } } } }
            """);
        using Caller caller = Caller.Of(slice);

        Assert.Equal(400, (await caller.PostJsonAsync("/v2/things", """{ "kind": "nonsense" }""")).StatusCode);
        Assert.Equal(200, (await caller.PostJsonAsync("/v2/things", """{ "kind": "b" }""")).StatusCode);
    }
}
