using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Tests.Support;
using static Lattice.Stripe.Tests.Support.PagedCaller;

namespace Lattice.Stripe.Tests;

/// <summary>All pages of a list: which are requested, when, and in which order.</summary>
public class StripePagesTests
{
    [Fact]
    public async Task Each_page_starts_after_the_last_element_of_the_one_before()
    {
        using PagedCaller pages = new(Page(true, "a", "b"), Page(true, "c", "d"), Page(false, "e"));

        List<string> ids = await pages.ReadAsync(new ThingParams { Number = 2 });

        Assert.Equal(["a", "b", "c", "d", "e"], ids);
        Assert.Equal(["?number=2", "?number=2&starting_after=b", "?number=2&starting_after=d"], pages.Queries);
    }

    [Fact]
    public async Task The_parameter_starting_after_is_that_of_the_first_page_alone()
    {
        using PagedCaller pages = new(Page(true, "b"), Page(false, "c"));

        Assert.Equal(["b", "c"], await pages.ReadAsync(new WrittenParams((ref FormWriter form) =>
        {
            form.WriteInt64("limit"u8, 1);
            form.WriteString("starting_after"u8, "a");
            form.WriteString("starting_after_all"u8, "x");
        })));
        Assert.Equal(
            ["?limit=1&starting_after=a&starting_after_all=x", "?limit=1&starting_after_all=x&starting_after=b"], pages.Queries);
    }

    [Fact]
    public async Task With_ending_before_the_pages_and_their_elements_go_backward()
    {
        using PagedCaller pages = new(Page(true, "c", "d"), Page(false, "a", "b"));

        Assert.Equal(
            ["d", "c", "b", "a"],
            await pages.ReadAsync(new WrittenParams((ref FormWriter form) => form.WriteString("ending_before"u8, "e"))));
        Assert.Equal(["?ending_before=e", "?ending_before=c"], pages.Queries);
    }

    [Fact]
    public async Task An_extra_parameter_ending_before_counts_as_well()
    {
        using PagedCaller pages = new(Page(true, "c", "d"), Page(false, "b"));
        var options = new StripeRequestOptions { ExtraParameters = new Dictionary<string, string> { ["ending_before"] = "e" } };

        Assert.Equal(["d", "c", "b"], await pages.ReadAsync(options: options));
        Assert.Equal(["?ending_before=e", "?ending_before=c"], pages.Queries);
    }

    [Fact]
    public async Task A_search_follows_its_tokens()
    {
        using PagedCaller pages = new(
            """{"object":"search_result","url":"/v1/things/search","has_more":true,"next_page":"a&b=","data":[]}""",
            """{"object":"search_result","url":"/v1/things/search","has_more":false,"next_page":null,"total_count":7,"data":[]}""");

        Assert.Empty(await pages.ReadAsync(new ThingParams { Text = "q" }, hasId: false));
        Assert.Equal(["?text=q", "?text=q&page=a%26b%3D"], pages.Queries);
    }

    [Theory]
    [InlineData("/v2/things/thing_1/parts?page=abc&limit=2")]
    [InlineData("https://api.stripe.com/v2/things/thing_1/parts?page=abc&limit=2")]
    [InlineData("https://evil.example/v2/things/thing_1/parts?page=abc&limit=2")]
    public async Task A_list_of_v2_follows_the_query_of_its_URL_at_its_own_address(string url)
    {
        using PagedCaller pages = new(
            $$"""{"data":[{{Element("a")}}],"next_page_url":"{{url}}","previous_page_url":null}""",
            $$"""{"data":[{{Element("b")}}],"next_page_url":null,"previous_page_url":"/v2/things/thing_1/parts?page=x"}""");

        List<string> ids = [];
        await foreach (Thing thing in StripePages.ReadAllAsync(
            PagedCaller.ListV2Operation, null, pages.Client, ["thing_1"], new ThingParams { Text = "q" }, null, CancellationToken.None))
        {
            ids.Add(thing.Id);
        }

        Assert.Equal(["a", "b"], ids);
        Assert.Equal(["?text=q", "?page=abc&limit=2"], pages.Queries);
        Assert.All(pages.Handler.Requests, request => Assert.Equal(
            "https://api.stripe.com/v2/things/thing_1/parts", request.Uri.GetLeftPart(UriPartial.Path)));
    }

    [Fact]
    public async Task A_page_is_requested_when_its_first_element_is_needed()
    {
        using PagedCaller pages = new(Page(true, "a", "b"), Page(false, "c"));
        IAsyncEnumerable<Thing> things = pages.Enumerate();
        Assert.Empty(pages.Handler.Requests);

        await using IAsyncEnumerator<Thing> enumerator = things.GetAsyncEnumerator();
        Assert.True(await enumerator.MoveNextAsync());
        Assert.True(await enumerator.MoveNextAsync());
        Assert.Single(pages.Handler.Requests);
        Assert.True(await enumerator.MoveNextAsync());

        Assert.Equal(2, pages.Handler.Requests.Count);
        Assert.False(await enumerator.MoveNextAsync());
    }

    [Fact]
    public async Task Parameters_that_change_later_do_not_change_the_pages()
    {
        using PagedCaller pages = new(Page(true, "a"), Page(false, "b"));
        var parameters = new ThingParams { Number = 1 };

        await foreach (Thing thing in StripePages.ReadAllAsync(
            Thing.ListOperation, element => element.Id, pages.Client, [], parameters, null, CancellationToken.None))
        {
            parameters.Number = 2;
        }

        Assert.Equal(["?number=1", "?number=1&starting_after=a"], pages.Queries);
    }

    [Fact]
    public async Task A_client_of_ones_own_sees_each_page()
    {
        using PagedCaller pages = new(Page(true, "a"), Page(false, "b"));
        var client = new RecordingClient(pages.Client);

        await foreach (Thing thing in StripePages.ReadAllAsync(
            Thing.ListOperation, element => element.Id, client, [], null, null, CancellationToken.None))
        {
            Assert.NotEqual("", thing.Id);
        }

        Assert.Equal([null, "a"], client.Pages.Select(page => page?.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/v2/things")]
    [InlineData("/v2/things?a b")]
    public void A_URL_of_a_page_has_a_query(string url) => Assert.Throws<ArgumentException>(() => StripePage.FromUrl(url));

    private sealed class RecordingClient(IStripeClient inner) : IStripeClient
    {
        public List<StripePage?> Pages { get; } = [];

        public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
            where TParams : StripeParams
            where TResource : StripeResource
        {
            Pages.Add(request.Page);
            return inner.SendAsync(request, cancellationToken);
        }
    }
}
