using System.Text.Json;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Objects;

/// <summary>Changes of objects are reported, so that a test can send webhooks.</summary>
public sealed class ChangeTests
{
    [Fact]
    public async Task Each_change_is_reported_once_with_the_object()
    {
        List<StandInChange> changes = [];
        using Caller caller = ShopSlice.Call(changes.Add);
        string path = $"/v1/customers/{(await caller.PostAsync("/v1/customers", "name=Ann", ("Idempotency-Key", "k"))).Text("id")}";
        await caller.PostAsync("/v1/customers", "name=Ann", ("Idempotency-Key", "k"));
        await caller.PostAsync(path, "name=Bob");
        await caller.PostAsync(path, "name=Bob");
        await caller.GetAsync(path);
        await caller.PostAsync("/v1/customers/cus_none", "name=Bob");
        await caller.DeleteAsync(path);

        Assert.Equal(["customer.created", "customer.updated", "customer.deleted"], changes.Select(change => change.Type));
        Assert.Equal(["Ann", "Bob", "Bob"], changes.Select(change => change.Object.GetProperty("name").GetString()));
        Assert.All(changes, change => Assert.Null(change.Account));
        Assert.All(changes, change => Assert.False(change.IsLivemode));
    }

    [Fact]
    public async Task A_change_is_the_event_that_a_webhook_sends()
    {
        List<StandInChange> changes = [];
        using Caller caller = ShopSlice.Call(changes.Add);
        await caller.PostAsync("/v1/subscriptions", "customer=cus_1", ("Stripe-Account", "acct_1"));

        JsonElement json = JsonDocument.Parse(Assert.Single(changes).EventJson).RootElement;

        Assert.Equal("acct_1", changes[0].Account);
        Assert.StartsWith("evt_", json.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("event", json.GetProperty("object").GetString());
        Assert.Equal("acct_1", json.GetProperty("account").GetString());
        Assert.Equal("2020-01-01.test", json.GetProperty("api_version").GetString());
        Assert.Equal(1_700_000_000, json.GetProperty("created").GetInt64());
        Assert.Equal("customer.subscription.created", json.GetProperty("type").GetString());
        Assert.Equal("cus_1", json.GetProperty("data").GetProperty("object").GetProperty("customer").GetString());
    }

    [Fact]
    public async Task A_change_can_be_read_before_the_response_arrives()
    {
        List<int> statuses = [];
        Caller? caller = null;
        caller = ShopSlice.Call(change => statuses.Add(
            caller!.GetAsync("/v1/customers/" + change.Object.GetProperty("id").GetString()).GetAwaiter().GetResult().StatusCode));
        using (caller)
        {
            await caller.PostAsync("/v1/customers");
        }

        Assert.Equal([200], statuses);
    }
}
