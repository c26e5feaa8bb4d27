using System.Text.Json;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Objects;

/// <summary>Lists and searches.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task A_list_has_the_newest_object_first_in_pages_of_ten()
    {
        using Caller caller = ShopSlice.Call();
        string[] ids = await CreateAsync(caller, 12);

        Reply page = await caller.GetAsync("/v1/customers");

        Assert.Equal(ids.Reverse().Take(10), IdsOf(page));
        Assert.Equal("list", page.Text("object"));
        Assert.Equal("/v1/customers", page.Text("url"));
        Assert.True(page.Json.GetProperty("has_more").GetBoolean());
    }

    [Fact]
    public async Task Pages_follow_each_other_in_both_directions()
    {
        using Caller caller = ShopSlice.Call();
        string[] ids = await CreateAsync(caller, 5);
        string[] newest = [.. ids.Reverse()];

        Reply second = await caller.GetAsync($"/v1/customers?limit=2&starting_after={newest[1]}");
        Reply last = await caller.GetAsync($"/v1/customers?limit=2&starting_after={newest[3]}");
        Reply back = await caller.GetAsync($"/v1/customers?limit=2&ending_before={newest[4]}");
        Reply start = await caller.GetAsync($"/v1/customers?limit=2&ending_before={newest[2]}");

        Assert.Equal(newest[2..4], IdsOf(second));
        Assert.True(second.Json.GetProperty("has_more").GetBoolean());
        Assert.Equal(newest[4..], IdsOf(last));
        Assert.False(last.Json.GetProperty("has_more").GetBoolean());
        Assert.Equal(newest[2..4], IdsOf(back));
        Assert.True(back.Json.GetProperty("has_more").GetBoolean());
        Assert.Equal(newest[..2], IdsOf(start));
        Assert.False(start.Json.GetProperty("has_more").GetBoolean());
    }

    [Theory]
    [InlineData("limit=0", "This value must be greater than or equal to 1.", "limit")]
    [InlineData("limit=-5", "This value must be greater than or equal to 1.", "limit")]
    [InlineData("limit=101", "This value must be less than or equal to 100.", "limit")]
    [InlineData("starting_after=cus_none", "No such customer: 'cus_none'", "starting_after")]
    [InlineData("ending_before=cus_none", "No such customer: 'cus_none'", "ending_before")]
    [InlineData("starting_after=a&ending_before=b", "You may only specify one of these parameters: ending_before, starting_after.",
        "ending_before")]
    public async Task A_page_that_does_not_exist_is_an_error(string query, string message, string param)
    {
        using Caller caller = ShopSlice.Call();

        Reply reply = await caller.GetAsync("/v1/customers?" + query);

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal(message, reply.Error("message"));
        Assert.Equal(param, reply.Error("param"));
    }

    [Theory]
    [InlineData("email=a@b.c", "a")]
    [InlineData("created=1700000000", "cba")]
    [InlineData("created[gte]=1700000000&created[lt]=1700000001", "cba")]
    [InlineData("created[gt]=1700000000", "")]
    [InlineData("unknown=x", "cba")]
    public async Task A_parameter_that_equals_a_field_filters(string query, string expected)
    {
        using Caller caller = ShopSlice.Call();
        await caller.PostAsync("/v1/customers", "name=a&email=a@b.c");
        await caller.PostAsync("/v1/customers", "name=b&email=B@b.c");
        await caller.PostAsync("/v1/customers", "name=c");

        Reply reply = await caller.GetAsync("/v1/customers?" + query);

        Assert.Equal(expected, string.Concat(Data(reply).Select(customer => customer.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task A_list_of_ids_and_an_expandable_field_filter_by_id()
    {
        using Caller caller = ShopSlice.Call();
        string[] ids = await CreateAsync(caller, 3);
        Reply first = await caller.PostAsync("/v1/subscriptions", $"customer={ids[0]}");
        await caller.PostAsync("/v1/subscriptions", $"customer={ids[1]}");

        Assert.Equal([ids[2], ids[0]], IdsOf(await caller.GetAsync($"/v1/customers?ids[]={ids[0]}&ids[]={ids[2]}")));
        Assert.Equal([first.Text("id")!], IdsOf(await caller.GetAsync($"/v1/subscriptions?customer={ids[0]}")));
    }

    [Fact]
    public async Task Canceled_subscriptions_are_listed_on_request()
    {
        using Caller caller = ShopSlice.Call();
        string active = (await caller.PostAsync("/v1/subscriptions")).Text("id")!;
        string canceled = (await caller.PostAsync("/v1/subscriptions")).Text("id")!;
        await caller.DeleteAsync("/v1/subscriptions/" + canceled);

        Assert.Equal([active], IdsOf(await caller.GetAsync("/v1/subscriptions")));
        Assert.Equal([canceled], IdsOf(await caller.GetAsync("/v1/subscriptions?status=canceled")));
        Assert.Equal([canceled, active], IdsOf(await caller.GetAsync("/v1/subscriptions?status=all")));
    }

    [Fact]
    public async Task A_parent_in_the_path_filters_and_the_parent_shows_its_children()
    {
        using Caller caller = ShopSlice.Call();
        string[] ids = await CreateAsync(caller, 2);
        string card = (await caller.PostAsync($"/v1/customers/{ids[0]}/cards", "brand=visa")).Text("id")!;
        await caller.PostAsync($"/v1/customers/{ids[1]}/cards", "brand=amex");

        Assert.Equal([card], IdsOf(await caller.GetAsync($"/v1/customers/{ids[0]}/cards")));
        JsonElement cards = (await caller.GetAsync("/v1/customers/" + ids[0])).Json.GetProperty("cards");
        Assert.Equal(card, Assert.Single(cards.GetProperty("data").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Pages_of_version_2_follow_each_other_by_their_addresses()
    {
        using Caller caller = ShopSlice.Call();
        List<string> ids = [];
        foreach (string label in (string[])["a", "a", "b", "a"])
        {
            string body = $$"""{ "label": "{{label}}" }""";
            ids.Add((await caller.PostJsonAsync("/v2/core/things", body)).Text("id")!);
        }

        Reply first = await caller.GetAsync("/v2/core/things?limit=2&label=a");
        Reply second = await caller.GetAsync(first.Text("next_page_url")!);
        Reply again = await caller.GetAsync(second.Text("previous_page_url")!);

        Assert.Equal([ids[3], ids[1]], IdsOf(first));
        Assert.Null(first.Text("previous_page_url"));
        Assert.StartsWith("/v2/core/things?limit=2&label=a&page=", first.Text("next_page_url"), StringComparison.Ordinal);
        Assert.Equal([ids[0]], IdsOf(second));
        Assert.Null(second.Text("next_page_url"));
        Assert.Equal([ids[3], ids[1]], IdsOf(again));
        Assert.Equal(400, (await caller.GetAsync("/v2/core/things?page=nonsense")).StatusCode);
    }

    [Theory]
    [InlineData("""email:"A@b.c" """, "a")]
    [InlineData("""metadata["k"]:"v" """, "ba")]
    [InlineData("""metadata["k"]:"v" AND name:'b'""", "b")]
    [InlineData("created>=1700000000", "cba")]
    [InlineData("created<1700000000", "")]
    [InlineData("""address.city:"Bern" """, "c")]
    [InlineData("""name:"say \"c\"" """, "")]
    public async Task A_search_finds_what_all_clauses_match(string query, string expected)
    {
        using Caller caller = ShopSlice.Call();
        await caller.PostAsync("/v1/customers", "name=a&email=a@b.c&metadata[k]=v");
        await caller.PostAsync("/v1/customers", "name=b&metadata[k]=v");
        await caller.PostAsync("/v1/customers", "name=c&address[city]=Bern");

        Reply reply = await SearchAsync(caller, query);

        Assert.Equal(expected, string.Concat(Data(reply).Select(customer => customer.GetProperty("name").GetString())));
        Assert.Equal("search_result", reply.Text("object"));
    }

    [Fact]
    public async Task Pages_of_a_search_follow_each_other_by_their_tokens()
    {
        using Caller caller = ShopSlice.Call();
        string[] ids = await CreateAsync(caller, 3);

        Reply first = await SearchAsync(caller, "created>0", "&limit=2&expand[]=total_count");
        Reply second = await SearchAsync(caller, "created>0", $"&limit=2&page={first.Text("next_page")}");

        Assert.Equal([ids[2], ids[1]], IdsOf(first));
        Assert.Equal(3, first.Json.GetProperty("total_count").GetInt32());
        Assert.True(first.Json.GetProperty("has_more").GetBoolean());
        Assert.Equal([ids[0]], IdsOf(second));
        Assert.Null(second.Text("next_page"));
        Assert.False(second.Json.TryGetProperty("total_count", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("name:unquoted")]
    [InlineData("""name:"a" OR name:"b" """)]
    [InlineData("""nonsense:"a" """)]
    public async Task A_query_that_cannot_be_used_is_an_error(string query)
    {
        using Caller caller = ShopSlice.Call();

        Reply reply = await SearchAsync(caller, query);

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal("query", reply.Error("param"));
    }

    private static Task<Reply> SearchAsync(Caller caller, string query, string others = "")
        => caller.GetAsync($"/v1/customers/search?query={Uri.EscapeDataString(query)}{others}");

    private static async Task<string[]> CreateAsync(Caller caller, int count)
    {
        var ids = new string[count];
        for (int i = 0; i < count; i++)
        {
            ids[i] = (await caller.PostAsync("/v1/customers")).Text("id")!;
        }

        return ids;
    }

    private static JsonElement[] Data(Reply reply) => [.. reply.Json.GetProperty("data").EnumerateArray()];

    private static IEnumerable<string> IdsOf(Reply reply) => Data(reply).Select(element => element.GetProperty("id").GetString()!);
}
