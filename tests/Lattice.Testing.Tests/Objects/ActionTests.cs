using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Objects;

/// <summary>Actions lead to the states that they lead to at Stripe.</summary>
public sealed class ActionTests
{
    private static readonly long s_now = Caller.Clock.GetUtcNow().ToUnixTimeSeconds();

    [Fact]
    public async Task A_payment_is_confirmed_and_captured()
    {
        using Caller caller = ShopSlice.Call();
        string path = "/v1/payment_intents/"
            + (await caller.PostAsync("/v1/payment_intents", "amount=5&capture_method=manual")).Text("id");

        Assert.Equal("requires_payment_method", (await caller.GetAsync(path)).Text("status"));
        Assert.Equal("requires_confirmation", (await caller.PostAsync(path, "payment_method=pm_1")).Text("status"));
        Reply confirmed = await caller.PostAsync(path + "/confirm");
        Reply captured = await caller.PostAsync(path + "/capture", "amount_to_capture=4");

        Assert.Equal("requires_capture", confirmed.Text("status"));
        Assert.Equal(5, confirmed.Json.GetProperty("amount_capturable").GetInt64());
        Assert.Equal("pm_1", confirmed.Text("payment_method"));
        Assert.Equal("succeeded", captured.Text("status"));
        Assert.Equal(4, captured.Json.GetProperty("amount_received").GetInt64());
        Assert.Equal(0, captured.Json.GetProperty("amount_capturable").GetInt64());
        Assert.Equal(captured.Body, (await caller.GetAsync(path)).Body);
    }

    [Fact]
    public async Task A_state_that_does_not_allow_an_action_is_an_error()
    {
        using Caller caller = ShopSlice.Call();
        string path = "/v1/payment_intents/" + (await caller.PostAsync("/v1/payment_intents", "amount=5")).Text("id");

        Reply early = await caller.PostAsync(path + "/capture");
        Reply canceled = await caller.PostAsync(path + "/cancel");
        Reply again = await caller.PostAsync(path + "/cancel");

        Assert.Equal(400, early.StatusCode);
        Assert.Equal("payment_intent_unexpected_state", early.Error("code"));
        Assert.Equal("canceled", canceled.Text("status"));
        Assert.Equal(s_now, canceled.Json.GetProperty("canceled_at").GetInt64());
        Assert.Equal("payment_intent_unexpected_state", again.Error("code"));
        Assert.Equal(canceled.Body, (await caller.GetAsync(path)).Body);
    }

    [Fact]
    public async Task A_deletion_ends_what_has_an_end()
    {
        using Caller caller = ShopSlice.Call();
        string path = "/v1/subscriptions/" + (await caller.PostAsync("/v1/subscriptions", "customer=cus_1")).Text("id");

        Reply deleted = await caller.DeleteAsync(path);

        Assert.Equal("canceled", deleted.Text("status"));
        Assert.Equal(s_now, deleted.Json.GetProperty("canceled_at").GetInt64());
        Assert.Equal(s_now, deleted.Json.GetProperty("ended_at").GetInt64());
        Assert.Equal(deleted.Body, (await caller.GetAsync(path)).Body);
    }

    [Specs.Fact]
    public async Task Actions_of_a_complete_specification_lead_to_the_states_of_Stripe()
    {
        using Caller caller = Caller.Of(await File.ReadAllTextAsync(Specs.Full));
        List<string> differences = [];
        foreach (string line in Expected.ReplaceLineEndings("\n").Split('\n'))
        {
            string[] cells = [.. line.Split('|').Select(cell => cell.Trim())];
            Reply created = await caller.PostAsync("/v1/" + cells[0], cells[1]);
            string path = $"/v1/{cells[0]}/{created.Text("id")}";
            foreach (string action in cells[2].Split(' '))
            {
                string[] parts = action.Split('?');
                await caller.PostAsync($"{path}/{parts[0]}", parts.Length > 1 ? parts[1] : "");
            }

            Reply read = await caller.GetAsync(path);
            foreach (string[] pair in cells[3].Split(' ').Select(expectation => expectation.Split('=')))
            {
                string actual = read.Json.TryGetProperty(pair[0], out var value) ? value.ToString() : read.Body;
                if (pair[1] == "*" ? actual.Length == 0 : actual != pair[1].Replace("now", $"{s_now}", StringComparison.Ordinal))
                {
                    differences.Add($"{cells[0]} {cells[2]}: {pair[0]} is {actual} instead of {pair[1]}");
                }
            }
        }

        Assert.Empty(differences);
    }

    /// <summary>Per line: the path below /v1/, the parameters, the actions, and what a read returns; * is any text.</summary>
    private const string Expected = """
        payment_intents | amount=5&currency=usd | confirm | status=succeeded amount_received=5 latest_charge=*
        payment_intents | amount=5&currency=usd&confirm=true&capture_method=manual | capture | status=succeeded amount_received=5
        payment_intents | amount=5&currency=usd | cancel?cancellation_reason=duplicate | status=canceled canceled_at=now
        payment_intents | amount=5&currency=usd&confirm=true&capture_method=manual | cancel | status=canceled amount_capturable=0
        setup_intents | | confirm | status=succeeded
        setup_intents | | cancel?cancellation_reason=duplicate | status=canceled cancellation_reason=duplicate
        charges | amount=5&currency=usd&capture=false | capture?amount=3 | captured=True amount_captured=3 amount=5
        charges | amount=5&currency=usd | refund?amount=3 | refunded=True amount_refunded=3 amount=5
        invoices | customer=cus_1 | finalize | status=open
        invoices | customer=cus_1 | finalize pay | status=paid paid=True
        invoices | customer=cus_1 | finalize void | status=void
        invoices | customer=cus_1 | mark_uncollectible | status=uncollectible
        quotes | | finalize | status=open
        quotes | | finalize accept | status=accepted
        quotes | | cancel | status=canceled
        checkout/sessions | success_url=https://example.com/ | expire | status=expired
        refunds | charge=ch_1 | cancel | status=canceled
        payouts | amount=5&currency=usd | cancel | status=canceled
        topups | amount=5&currency=usd&description=a&statement_descriptor=b | cancel | status=canceled
        payment_methods | type=card | attach?customer=cus_1 | customer=cus_1
        payment_methods | type=card | attach?customer=cus_1 detach | customer=
        subscription_schedules | | cancel | status=canceled canceled_at=now
        subscription_schedules | | release | status=released released_at=now
        accounts | | reject?reason=fraud | charges_enabled=False
        """;
}
