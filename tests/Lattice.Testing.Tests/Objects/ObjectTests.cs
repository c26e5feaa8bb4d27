using System.Text.Json;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Objects;

/// <summary>Objects that were created can be read, updated and deleted.</summary>
public sealed class ObjectTests
{
    [Fact]
    public async Task A_created_object_is_read_as_it_was_returned()
    {
        using Caller caller = ShopSlice.Call();

        Reply created = await caller.PostAsync("/v1/customers", "name=Ann&address[city]=Bern&metadata[a]=1");
        Reply read = await caller.GetAsync($"/v1/customers/{created.Text("id")}");

        Assert.Equal(200, read.StatusCode);
        Assert.Equal(created.Body, read.Body);
    }

    [Fact]
    public async Task An_unknown_id_is_the_error_of_Stripe()
    {
        using Caller caller = ShopSlice.Call();

        foreach (Reply reply in new[]
        {
            await caller.GetAsync("/v1/customers/cus_1"),
            await caller.PostAsync("/v1/customers/cus_1", "name=Ann"),
            await caller.DeleteAsync("/v1/customers/cus_1"),
            await caller.PostAsync("/v1/customers/cus_1/cards", "brand=visa"),
            await caller.GetAsync("/v1/customers/cus_1/cards"),
        })
        {
            Assert.Equal(404, reply.StatusCode);
            Assert.Equal("invalid_request_error", reply.Error("type"));
            Assert.Equal("resource_missing", reply.Error("code"));
            Assert.Equal("No such customer: 'cus_1'", reply.Error("message"));
            Assert.Equal("customer", reply.Error("param"));
        }

        Reply subscription = await caller.GetAsync("/v1/subscriptions/sub_1");
        Assert.Equal("No such subscription: 'sub_1'", subscription.Error("message"));
        Assert.Equal("id", subscription.Error("param"));
        Assert.Equal("No such payment_intent: 'pi_1'", (await caller.PostAsync("/v1/payment_intents/pi_1/cancel")).Error("message"));

        Reply v2 = await caller.GetAsync("/v2/core/things/thing_1");
        Assert.Equal(404, v2.StatusCode);
        Assert.Equal("resource_missing", v2.Error("code"));
        Assert.Null(v2.Error("param"));
    }

    [Fact]
    public async Task An_id_in_a_parameter_need_not_exist()
    {
        using Caller caller = ShopSlice.Call();

        Reply reply = await caller.PostAsync("/v1/subscriptions", "customer=cus_1&items[0][price]=price_1&expand[]=customer");

        Assert.Equal("cus_1", reply.Json.GetProperty("customer").GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_update_changes_what_was_sent_and_keeps_the_rest()
    {
        using Caller caller = ShopSlice.Call();
        Reply created = await caller.PostAsync(
            "/v1/customers", "name=Ann&email=a@b.c&address[city]=Bern&address[line1]=x&metadata[a]=1&metadata[b]=2");
        string path = $"/v1/customers/{created.Text("id")}";

        Reply updated = await caller.PostAsync(path, "name=Bob&email=&address[city]=Basel&metadata[a]=&metadata[c]=3");

        Assert.Equal(created.Text("id"), updated.Text("id"));
        Assert.Equal("Bob", updated.Text("name"));
        Assert.Null(updated.Text("email"));
        Assert.Equal("""{"city":"Basel","line1":"x"}""", JsonSerializer.Serialize(updated.Json.GetProperty("address")));
        Assert.Equal("""{"b":"2","c":"3"}""", JsonSerializer.Serialize(updated.Json.GetProperty("metadata")));
        Assert.Equal(created.Json.GetProperty("created").GetInt64(), updated.Json.GetProperty("created").GetInt64());
        Assert.Equal(updated.Body, (await caller.GetAsync(path)).Body);

        Reply cleared = await caller.PostAsync(path, "metadata=");
        Assert.Equal("{}", JsonSerializer.Serialize(cleared.Json.GetProperty("metadata")));
    }

    [Fact]
    public async Task A_deleted_object_is_read_in_its_deleted_form_where_the_operation_has_one()
    {
        using Caller caller = ShopSlice.Call();
        string path = $"/v1/customers/{(await caller.PostAsync("/v1/customers", "name=Ann")).Text("id")}";

        Reply deleted = await caller.DeleteAsync(path);

        Assert.Equal(
            $$"""{"id":"{{deleted.Text("id")}}","object":"customer","deleted":true}""", JsonSerializer.Serialize(deleted.Json));
        Assert.Equal(deleted.Body, (await caller.GetAsync(path)).Body);
        Assert.Equal(404, (await caller.PostAsync(path, "name=Bob")).StatusCode);
        Assert.Equal(404, (await caller.DeleteAsync(path)).StatusCode);
        Assert.Equal(404, (await caller.PostAsync(path + "/cards", "brand=visa")).StatusCode);
        Assert.Empty((await caller.GetAsync("/v1/customers")).Json.GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task A_deleted_object_is_missing_where_the_operation_has_no_deleted_form()
    {
        using Caller caller = ShopSlice.Call();
        string customer = $"/v1/customers/{(await caller.PostAsync("/v1/customers")).Text("id")}";
        string card = $"{customer}/cards/{(await caller.PostAsync(customer + "/cards", "brand=visa")).Text("id")}";
        string thing = $"/v2/core/things/{(await caller.PostJsonAsync("/v2/core/things", """{ "label": "a" }""")).Text("id")}";

        Assert.Equal(200, (await caller.GetAsync(card)).StatusCode);
        Assert.True((await caller.DeleteAsync(card)).Json.GetProperty("deleted").GetBoolean());
        Assert.Equal("v2.core.thing", (await caller.DeleteAsync(thing)).Text("object"));

        Assert.Equal("resource_missing", (await caller.GetAsync(card)).Error("code"));
        Assert.Equal(404, (await caller.GetAsync(thing)).StatusCode);
    }

    [Fact]
    public async Task An_object_below_another_parent_is_missing()
    {
        using Caller caller = ShopSlice.Call();
        string first = $"/v1/customers/{(await caller.PostAsync("/v1/customers")).Text("id")}";
        string second = $"/v1/customers/{(await caller.PostAsync("/v1/customers")).Text("id")}";
        string card = (await caller.PostAsync(first + "/cards", "brand=visa")).Text("id")!;

        Assert.Equal(200, (await caller.GetAsync($"{first}/cards/{card}")).StatusCode);
        Assert.Equal(404, (await caller.GetAsync($"{second}/cards/{card}")).StatusCode);
        Assert.Empty((await caller.GetAsync(second + "/cards")).Json.GetProperty("data").EnumerateArray());
    }

    [Theory]
    [InlineData("Stripe-Account")]
    [InlineData("Stripe-Context")]
    public async Task Accounts_do_not_see_the_objects_of_each_other(string header)
    {
        using Caller caller = ShopSlice.Call();
        string own = $"/v1/customers/{(await caller.PostAsync("/v1/customers", "name=a")).Text("id")}";
        string other = $"/v1/customers/{(await caller.PostAsync("/v1/customers", "name=b", (header, "acct_1"))).Text("id")}";

        Assert.Equal(200, (await caller.GetAsync(own)).StatusCode);
        Assert.Equal(404, (await caller.GetAsync(other)).StatusCode);
        Assert.Equal(404, (await caller.GetOfAccountAsync(own, "acct_1", header)).StatusCode);
        Assert.Equal(200, (await caller.GetOfAccountAsync(other, "acct_1", header)).StatusCode);
        Assert.Equal(404, (await caller.GetOfAccountAsync(other, "acct_2", header)).StatusCode);
        Assert.Single((await caller.GetOfAccountAsync("/v1/customers", "acct_1", header)).Json.GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Test_mode_and_live_mode_do_not_see_the_objects_of_each_other()
    {
        using Caller caller = ShopSlice.Call();
        string test = $"/v1/customers/{(await caller.PostAsync("/v1/customers")).Text("id")}";
        string live = $"/v1/customers/{(await caller.PostAsync("/v1/customers", authorization: "Bearer sk_live_1")).Text("id")}";

        Assert.Equal(404, (await caller.GetAsync(live)).StatusCode);
        Assert.Equal(404, (await caller.GetAsync(test, "sk_live_1")).StatusCode);
        Assert.Equal(200, (await caller.GetAsync(live, "rk_live_2")).StatusCode);
    }

    [Fact]
    public async Task An_id_of_the_request_can_be_used_once()
    {
        using Caller caller = ShopSlice.Call();

        Reply first = await caller.PostAsync("/v1/payment_intents", "id=pi_mine&amount=5");
        Reply second = await caller.PostAsync("/v1/payment_intents", "id=pi_mine&amount=6");

        Assert.Equal("pi_mine", first.Text("id"));
        Assert.Equal(400, second.StatusCode);
        Assert.Equal("resource_already_exists", second.Error("code"));
        Assert.Equal(5, (await caller.GetAsync("/v1/payment_intents/pi_mine")).Json.GetProperty("amount").GetInt64());
    }

    [Fact]
    public async Task An_object_without_an_id_belongs_to_its_path()
    {
        using Caller caller = ShopSlice.Call();

        await caller.PostAsync("/v1/settings", "color=red");

        Assert.Equal("red", (await caller.GetAsync("/v1/settings")).Text("color"));
        Assert.Null((await caller.GetOfAccountAsync("/v1/settings", "acct_1")).Text("color"));
    }

    [Fact]
    public async Task A_repeated_request_creates_one_object()
    {
        using Caller caller = ShopSlice.Call();

        Reply first = await caller.PostAsync("/v1/customers", "name=Ann", ("Idempotency-Key", "k"));
        Reply second = await caller.PostAsync("/v1/customers", "name=Ann", ("Idempotency-Key", "k"));

        Assert.Equal(first.Body, second.Body);
        Assert.Single((await caller.GetAsync("/v1/customers")).Json.GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Reads_expand_the_objects_that_exist()
    {
        using Caller caller = ShopSlice.Call();
        string customer = (await caller.PostAsync("/v1/customers", "name=Ann")).Text("id")!;
        Reply created = await caller.PostAsync("/v1/subscriptions", $"customer={customer}&expand[]=customer");
        string path = $"/v1/subscriptions/{created.Text("id")}";

        Reply expanded = await caller.GetAsync(path + "?expand[]=customer");
        Reply list = await caller.GetAsync("/v1/subscriptions?expand[]=data.customer");

        Assert.Equal("Ann", created.Json.GetProperty("customer").GetProperty("name").GetString());
        Assert.Equal("Ann", expanded.Json.GetProperty("customer").GetProperty("name").GetString());
        Assert.Equal("Ann", list.Json.GetProperty("data")[0].GetProperty("customer").GetProperty("name").GetString());
        Assert.Equal(customer, (await caller.GetAsync(path)).Text("customer"));

        await caller.DeleteAsync("/v1/customers/" + customer);
        Reply deleted = await caller.GetAsync(path + "?expand[]=customer");
        Assert.True(deleted.Json.GetProperty("customer").GetProperty("deleted").GetBoolean());
    }

    [Fact]
    public async Task The_memory_is_limited_and_forgets_what_was_not_changed_for_longest()
    {
        using Caller caller = ShopSlice.Call(maxBytes: 20_000);
        string first = $"/v1/customers/{(await caller.PostAsync("/v1/customers")).Text("id")}";
        string second = $"/v1/customers/{(await caller.PostAsync("/v1/customers")).Text("id")}";
        await caller.PostAsync(first, "name=Ann");
        string last = "";
        int forgotten = 0;
        while ((await caller.GetAsync(second)).StatusCode == 200)
        {
            last = $"/v1/customers/{(await caller.PostAsync("/v1/customers")).Text("id")}";
            Assert.True(++forgotten < 100, "Nothing is forgotten.");
        }

        Assert.Equal(200, (await caller.GetAsync(first)).StatusCode);
        Assert.Equal(200, (await caller.GetAsync(last)).StatusCode);
        Assert.Equal(404, (await caller.GetAsync(second)).StatusCode);

        Reply large = await caller.PostAsync("/v1/customers", "name=" + new string('x', 4_000));
        Assert.Equal(200, large.StatusCode);
        Assert.Equal(404, (await caller.GetAsync(first)).StatusCode);
    }

    [Fact]
    public async Task Without_memory_every_id_stands_for_an_object()
    {
        using Caller caller = ShopSlice.Call(maxBytes: 0);
        string created = (await caller.PostAsync("/v1/customers", "name=Ann")).Text("id")!;

        Assert.Null((await caller.GetAsync("/v1/customers/" + created)).Text("name"));
        Assert.Equal("cus_1", (await caller.GetAsync("/v1/customers/cus_1")).Text("id"));
        Assert.Equal("canceled", (await caller.PostAsync("/v1/payment_intents/pi_1/cancel")).Text("status"));
        Assert.Equal("succeeded", (await caller.PostAsync("/v1/payment_intents/pi_1/capture")).Text("status"));
        Assert.Empty((await caller.GetAsync("/v1/customers")).Json.GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Concurrent_updates_do_not_lose_each_other()
    {
        using Caller caller = ShopSlice.Call();
        string path = $"/v1/customers/{(await caller.PostAsync("/v1/customers")).Text("id")}";

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => caller.PostAsync(path, $"metadata[k{i}]={i}"))));

        Assert.Equal(40, (await caller.GetAsync(path)).Json.GetProperty("metadata").EnumerateObject().Count());
    }

    [Fact]
    public void The_limit_of_the_memory_cannot_be_negative()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new StripeStandIn(new StripeStandInOptions { MaxObjectBytes = -1 }));
}
