using System.Text.Json;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Objects;

/// <summary>Lists inside objects contain what the objects were created with.</summary>
public sealed class ElementTests
{
    [Fact]
    public async Task A_list_contains_its_elements_in_the_order_of_the_parameters()
    {
        using Caller caller = ShopSlice.Call();
        string price = (await caller.PostAsync("/v1/prices", "currency=chf&unit_amount=5")).Text("id")!;

        Reply created = await caller.PostAsync(
            "/v1/subscriptions",
            $"items[0][price]={price}&items[0][quantity]=3&items[1][price]=price_other"
            + "&items[2][price_data][currency]=usd&items[2][price_data][unit_amount]=7");
        Reply read = await caller.GetAsync("/v1/subscriptions/" + created.Text("id"));

        JsonElement[] items = ItemsOf(created);
        Assert.Equal(3, items.Length);
        Assert.Equal(3, items.Select(item => item.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(items, item => Assert.StartsWith("si_", item.GetProperty("id").GetString(), StringComparison.Ordinal));
        Assert.All(items, item => Assert.Equal(created.Text("id"), item.GetProperty("subscription").GetString()));
        Assert.Equal([3, 1, 1], items.Select(item => item.GetProperty("quantity").GetInt64()));
        Assert.Equal(price, items[0].GetProperty("price").GetProperty("id").GetString());
        Assert.Equal(5, items[0].GetProperty("price").GetProperty("unit_amount").GetInt64());
        Assert.Equal("price_other", items[1].GetProperty("price").GetProperty("id").GetString());
        Assert.Equal(7, items[2].GetProperty("price").GetProperty("unit_amount").GetInt64());
        Assert.Equal(created.Body, read.Body);
        JsonElement listed = (await caller.GetAsync($"/v1/subscription_items?subscription={created.Text("id")}")).Json.GetProperty("data");
        Assert.Equal(JsonSerializer.Serialize(items), JsonSerializer.Serialize(listed));
    }

    [Fact]
    public async Task Elements_can_be_added_changed_and_deleted()
    {
        using Caller caller = ShopSlice.Call();
        Reply created = await caller.PostAsync("/v1/subscriptions", "items[0][price]=price_a&items[1][price]=price_b");
        string path = "/v1/subscriptions/" + created.Text("id");
        string[] ids = [.. ItemsOf(created).Select(item => item.GetProperty("id").GetString()!)];

        Reply changed = await caller.PostAsync(
            path, $"items[0][id]={ids[0]}&items[0][quantity]=9&items[1][id]={ids[1]}&items[1][deleted]=true&items[2][price]=price_c");
        await caller.PostAsync("/v1/subscription_items", $"subscription={created.Text("id")}&price=price_d");

        Assert.Equal(["price_c", "price_a"], ItemsOf(changed).Select(PriceOf));
        Assert.Equal(9, ItemsOf(changed)[^1].GetProperty("quantity").GetInt64());
        Assert.Equal(["price_d", "price_c", "price_a"], ItemsOf(await caller.GetAsync(path)).Select(PriceOf));

        await caller.DeleteAsync("/v1/subscription_items/" + ids[0]);
        Assert.Equal(["price_d", "price_c"], ItemsOf(await caller.GetAsync(path)).Select(PriceOf));
    }

    [Fact]
    public async Task A_list_inside_an_object_has_at_most_ten_elements()
    {
        using Caller caller = ShopSlice.Call();
        string form = string.Join('&', Enumerable.Range(0, 11).Select(i => $"items[{i}][price]=price_{i}"));

        Reply created = await caller.PostAsync("/v1/subscriptions", form);

        Assert.Equal(10, ItemsOf(created).Length);
        Assert.True(created.Json.GetProperty("items").GetProperty("has_more").GetBoolean());
    }

    [Specs.Fact]
    public async Task Lists_of_a_complete_specification_contain_their_elements()
    {
        using Caller caller = Caller.Of(await File.ReadAllTextAsync(Specs.Full));
        (string Path, string Form, string List, string Elements)[] cases =
        [
            ("/v1/subscriptions", "customer=cus_1&items[0][price]=price_1&items[1][price]=price_2", "items", ""),
            ("/v1/checkout/sessions", "success_url=https://example.com/&line_items[0][price]=price_1&line_items[1][price]=price_2",
                "line_items", "/line_items"),
            ("/v1/payment_links", "line_items[0][price]=price_1&line_items[0][quantity]=1&line_items[1][price]=price_2"
                + "&line_items[1][quantity]=2", "line_items", "/line_items"),
            ("/v1/quotes", "line_items[0][price]=price_1&line_items[1][price]=price_2", "line_items", "/line_items"),
            ("/v1/customers", "tax_id_data[0][type]=eu_vat&tax_id_data[0][value]=1&tax_id_data[1][type]=gb_vat&tax_id_data[1][value]=2",
                "tax_ids", "/tax_ids"),
        ];
        foreach ((string path, string form, string list, string elements) in cases)
        {
            Reply created = await caller.PostAsync(path, form);
            string own = $"{path}/{created.Text("id")}";
            string[] expected = [.. IdsIn(created.Json.GetProperty(list))];

            Assert.Equal(2, expected.Length);
            Assert.Equal(expected, IdsIn((await caller.GetAsync(own)).Json.GetProperty(list)));
            if (elements.Length > 0)
            {
                Assert.Equal(expected, IdsIn((await caller.GetAsync(own + elements)).Json));
            }
        }
    }

    private static IEnumerable<string> IdsIn(JsonElement list)
        => list.GetProperty("data").EnumerateArray().Select(element => element.GetProperty("id").GetString()!);

    private static JsonElement[] ItemsOf(Reply reply) => [.. reply.Json.GetProperty("items").GetProperty("data").EnumerateArray()];

    private static string? PriceOf(JsonElement item) => item.GetProperty("price").GetProperty("id").GetString();
}
