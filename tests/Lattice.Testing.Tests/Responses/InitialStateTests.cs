using System.Text.Json;
using Lattice.Stripe.TestHelpers;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Responses;

/// <summary>The states and lifetimes of new resources.</summary>
public sealed class InitialStateTests
{
    private static readonly DateTimeOffset s_now = Caller.Clock.GetUtcNow();

    [Fact]
    public async Task Properties_that_are_the_purpose_of_a_resource_are_never_null()
    {
        using Caller caller = Caller.Of(Slice.Responding(Nullable("thing")));

        Reply reply = await caller.PostAsync("/v1/things", "name=");

        Assert.Matches("^t_secret_[0-9A-Za-z]{32}$", reply.Text("secret")!);
        Assert.Matches("^t_secret_[0-9A-Za-z]{32}$", reply.Text("client_secret")!);
        Assert.StartsWith("https://pages.stand-in.invalid/thing/", reply.Text("url"), StringComparison.Ordinal);
        Assert.Null(reply.Text("return_url"));
        Assert.Equal("""{"url":null}""", JsonSerializer.Serialize(reply.Json.GetProperty("nested")));
    }

    [Theory]
    [InlineData("name=x", null)]
    [InlineData("url=", null)]
    [InlineData("url=https://example.com/", "https://example.com/")]
    public async Task A_URL_that_the_request_could_have_sent_is_not_generated(string form, string? expected)
    {
        using Caller caller = Caller.Of(Slice.Responding(
            Nullable("thing"),
            """{ "type": "object", "properties": { "url": { "type": "string", "enum": ["https://example.com/", ""] }, "name": {} } }"""));

        Reply reply = await caller.PostAsync("/v1/things", form);

        Assert.Equal(expected, reply.Text("url"));
    }

    [Theory]
    [InlineData("", "true", "true", "false")]
    [InlineData("active=false&valid=false&enabled=true", "false", "false", "true")]
    public async Task A_new_resource_is_active_unless_the_request_overrides_it(string form, string active, string valid, string enabled)
    {
        const string Thing = """
            { "type": "object", "properties": {
              "active": { "type": "boolean" }, "valid": { "type": "boolean" }, "enabled": { "type": "boolean" } } }
            """;
        using Caller caller = Caller.Of(Slice.Responding($$"""{ "thing": {{Thing}} }""", Thing));

        Reply reply = await caller.PostAsync("/v1/things", form);

        Assert.Equal($$"""{"active":{{active}},"valid":{{valid}},"enabled":{{enabled}}}""", JsonSerializer.Serialize(reply.Json));
    }

    [Fact]
    public async Task The_status_of_a_resource_is_not_that_of_an_object_inside_it()
    {
        using Caller caller = Caller.Of(Slice.Responding("""
            { "thing": { "type": "object", "x-resourceId": "payment_intent", "properties": {
              "status": { "type": "string", "enum": ["canceled", "requires_payment_method"] },
              "inner": { "type": "object", "properties": {
                "status": { "type": "string", "enum": ["blue", "requires_payment_method"] } } } } } }
            """));

        Reply reply = await caller.PostAsync("/v1/things");

        Assert.Equal("""{"status":"requires_payment_method","inner":{"status":"blue"}}""", JsonSerializer.Serialize(reply.Json));
    }

    [Fact]
    public async Task A_state_that_the_slice_lacks_is_not_returned()
    {
        using Caller caller = Caller.Of(Slice.Responding("""
            { "thing": { "type": "object", "x-resourceId": "payment_intent", "properties": {
              "status": { "type": "string", "enum": ["new", "old"] } } } }
            """));

        Assert.Equal("new", (await caller.PostAsync("/v1/things")).Text("status"));
    }

    [Fact]
    public async Task A_new_resource_has_no_failure_details()
    {
        using Caller caller = Caller.Of(Slice.Responding("""
            { "thing": { "type": "object", "required": ["failure_code"], "properties": {
              "failure_code": { "type": "string", "nullable": true }, "failure_reason": { "type": "string" } } } }
            """));

        Assert.Equal("""{"failure_code":null}""", JsonSerializer.Serialize((await caller.PostAsync("/v1/things")).Json));
    }

    [Fact]
    public async Task The_union_case_named_after_the_collection_is_created()
    {
        using Caller caller = new(new StripeStandIn(new StripeStandInOptions
        {
            Slice = StripeSlice.Parse(Slice.With(
            $$"""
            { "/v1/owners/{owner}/cards": { "post": {{Slice.Operation("CreateCard")}} },
              "/v1/owners/{owner}/methods": { "post": {{Slice.Operation("CreateMethod")}} } }
            """,
            """
            { "thing": { "anyOf": [ { "$ref": "#/components/schemas/account" }, { "$ref": "#/components/schemas/card" } ] },
              "account": { "type": "object", "properties": { "object": { "type": "string", "enum": ["account"] } } },
              "card": { "type": "object", "properties": { "object": { "type": "string", "enum": ["card"] } } } }
            """))
        }));

        Assert.Equal("card", (await caller.PostAsync("/v1/owners/ow_1/cards")).Text("object"));
        Assert.Equal("account", (await caller.PostAsync("/v1/owners/ow_1/methods")).Text("object"));
    }

    [Theory]
    [InlineData("cancel", "canceled")]
    [InlineData("confirm", "succeeded")]
    [InlineData("touch", "requires_payment_method")]
    public async Task An_action_sets_its_status(string action, string expected)
    {
        using Caller caller = new(new StripeStandIn(new StripeStandInOptions
        {
            Slice = StripeSlice.Parse(Slice.With(
            $$"""{ "/v1/things/{thing}/{{action}}": { "post": {{Slice.Operation("Act")}} } }""",
            """
            { "thing": { "type": "object", "x-resourceId": "setup_intent", "properties": {
              "status": { "type": "string", "enum": ["canceled", "requires_payment_method", "succeeded"] } } } }
            """))
        }));

        Assert.Equal(expected, (await caller.PostAsync($"/v1/things/seti_1/{action}")).Text("status"));
    }

    [Fact]
    public async Task Resources_of_the_built_in_slice_have_the_initial_states_of_Stripe()
    {
        using var stripe = new StripeStandIn(new StripeStandInOptions { TimeProvider = Caller.Clock });

        FileLink link = await FileLink.CreateAsync(stripe.Client, new FileLinkCreateParams { File = "file_1" });
        TestClock clock = await TestClock.CreateAsync(stripe.Client, new TestClockCreateParams { FrozenTime = s_now });
        EphemeralKey key = await EphemeralKey.CreateAsync(stripe.Client, new EphemeralKeyCreateParams { Customer = "cus_1" });
        AccountLink page = await AccountLink.CreateAsync(
            stripe.Client, new AccountLinkCreateParams { Account = "acct_1", Type = AccountLinkCreateType.AccountOnboarding });

        Assert.NotNull(link.Url);
        Assert.Null(link.ExpiresAt);
        Assert.Equal(TestClockStatus.Ready, clock.Status);
        Assert.Equal(s_now.AddDays(30), clock.DeletesAfter);
        Assert.Equal(s_now.AddHours(1), key.Expires);
        Assert.Equal(s_now.AddSeconds(300), page.ExpiresAt);
    }

    [Specs.Fact]
    public async Task Resources_of_a_complete_specification_have_the_initial_states_of_Stripe()
    {
        using Caller caller = Caller.OfForgetful(await File.ReadAllTextAsync(Specs.Full));
        List<string> differences = [];
        foreach (string line in Expected.ReplaceLineEndings("\n").Split('\n'))
        {
            string[] cells = [.. line.Split('|').Select(cell => cell.Trim())];
            Reply reply = await caller.PostAsync("/v1/" + cells[0], cells[1]);
            foreach (string[] pair in cells[2].Split(' ').Select(expectation => expectation.Split('=')))
            {
                string actual = reply.Json.TryGetProperty(pair[0], out JsonElement value) ? Show(value) : reply.Body;
                if (actual != pair[1])
                {
                    differences.Add($"{cells[0]} {cells[1]}: {pair[0]} is {actual} instead of {pair[1]}");
                }
            }
        }

        Assert.Empty(differences);
    }

    /// <summary>Per line: the path below /v1/, the parameters, the response. ? is any text, and +60 a time in 60 seconds.</summary>
    private const string Expected = """
        payment_intents | amount=5&currency=usd | status=requires_payment_method client_secret=? amount_received=0 latest_charge=null
        payment_intents | amount=5&currency=usd&payment_method=pm_1 | status=requires_confirmation payment_method=pm_1
        payment_intents | amount=5&currency=usd&payment_method=pm_1&confirm=true | status=succeeded amount_received=5 latest_charge=?
        payment_intents | amount=5&currency=usd&confirm=true&capture_method=manual | status=requires_capture amount_capturable=5
        payment_intents/pi_1/confirm | | status=succeeded
        payment_intents/pi_1/cancel | | status=canceled
        setup_intents | | status=requires_payment_method client_secret=? usage=off_session
        setup_intents | payment_method=pm_1 | status=requires_confirmation
        checkout/sessions | success_url=https://example.com/ | status=open payment_status=unpaid url=? expires_at=+86400
        checkout/sessions | success_url=https://example.com/&mode=setup | status=open payment_status=no_payment_required
        charges | amount=5&currency=usd | status=succeeded paid=true captured=true amount_captured=5 refunded=false
        charges | amount=5&currency=usd&capture=false | status=succeeded paid=true captured=false amount_captured=0
        products | name=a | active=true url=null
        products | name=a&active=false&url=https://example.com/ | active=false url=https://example.com/
        prices | currency=usd&unit_amount=5 | active=true type=one_time recurring=null unit_amount_decimal=5
        prices | currency=usd&recurring[interval]=month | type=recurring unit_amount=null
        coupons | | valid=true duration=once
        coupons | duration=forever | duration=forever
        customers | | livemode=false delinquent=false
        subscriptions | customer=cus_1 | status=active latest_invoice=? current_period_end=+2592000
        subscriptions | customer=cus_1&payment_behavior=default_incomplete | status=incomplete
        subscriptions | customer=cus_1&trial_period_days=7 | status=trialing
        customers/cus_1/bank_accounts | | object=bank_account status=new
        accounts/acct_1/persons | | political_exposure=none
        accounts/acct_1/capabilities/transfers | requested=true | status=active requested=true
        invoices | customer=cus_1 | status=draft paid=false billing_reason=manual
        invoices/in_1/finalize | | status=open
        invoices/in_1/pay | | status=paid paid=true
        file_links | file=file_1 | url=? expires_at=null expired=false
        ephemeral_keys | customer=cus_1 | secret=? expires=+3600
        account_links | account=acct_1&type=account_onboarding | url=? expires_at=+300
        quotes | | status=draft expires_at=+2592000
        refunds | charge=ch_1 | status=succeeded charge=ch_1
        payouts | amount=5&currency=usd | status=pending
        test_helpers/test_clocks | frozen_time=1700000000 | status=ready deletes_after=+2592000
        test_helpers/test_clocks/clock_1/advance | frozen_time=1700000060 | status=advancing
        webhook_endpoints | url=https://example.com/&enabled_events[]=charge.failed | status=enabled url=https://example.com/ secret=?
        """;

    private static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { Length: > 24 } => "?",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when value.GetInt64() - s_now.ToUnixTimeSeconds() is > 0 and var ahead => $"+{ahead}",
        _ => value.GetRawText(),
    };

    /// <summary>A resource whose properties are all optional or nullable.</summary>
    private static string Nullable(string name) => $$"""
        { "{{name}}": { "type": "object", "properties": {
          "secret": { "type": "string", "nullable": true },
          "client_secret": { "type": "string", "nullable": true },
          "url": { "type": "string", "nullable": true },
          "return_url": { "type": "string", "nullable": true },
          "nested": { "type": "object", "properties": { "url": { "type": "string", "nullable": true } } } } } }
        """;
}
