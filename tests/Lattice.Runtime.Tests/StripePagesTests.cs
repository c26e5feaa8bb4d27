using System.Net;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests;

/// <summary>All pages of a list: which are requested, in which order, and what happens if one fails.</summary>
public class StripePagesTests
{
    private static readonly StripeOperation<FormParams, StripeList<Thing>> s_listV2 = new(
        "V2.Thing.List", HttpMethod.Get, "/v2/things/{thing}/parts", Thing.ApiVersion, StripeJsonReader.ReadList<Thing>)
    {
        HasQuery = true,
    };

    [Fact]
    public async Task Each_page_starts_after_the_last_element_of_the_one_before()
    {
        using Pages pages = new(Page(true, "a", "b"), Page(true, "c", "d"), Page(false, "e"));

        List<string> ids = await ReadAsync(pages, new ThingParams { Number = 2 });

        Assert.Equal(["a", "b", "c", "d", "e"], ids);
        Assert.Equal(["?number=2", "?number=2&starting_after=b", "?number=2&starting_after=d"], pages.Queries);
    }

    [Fact]
    public async Task The_parameter_starting_after_is_that_of_the_first_page_alone()
    {
        using Pages pages = new(Page(true, "b"), Page(false, "c"));

        Assert.Equal(["b", "c"], await ReadAsync(pages, new WrittenParams((ref FormWriter form) =>
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
        using Pages pages = new(Page(true, "c", "d"), Page(false, "a", "b"));

        Assert.Equal(
            ["d", "c", "b", "a"],
            await ReadAsync(pages, new WrittenParams((ref FormWriter form) => form.WriteString("ending_before"u8, "e"))));
        Assert.Equal(["?ending_before=e", "?ending_before=c"], pages.Queries);
    }

    [Fact]
    public async Task An_extra_parameter_ending_before_counts_as_well()
    {
        using Pages pages = new(Page(true, "c", "d"), Page(false, "b"));
        var options = new StripeRequestOptions { ExtraParameters = new Dictionary<string, string> { ["ending_before"] = "e" } };

        Assert.Equal(["d", "c", "b"], await ReadAsync(pages, options: options));
        Assert.Equal(["?ending_before=e", "?ending_before=c"], pages.Queries);
    }

    [Fact]
    public async Task A_search_follows_its_tokens()
    {
        using Pages pages = new(
            """{"object":"search_result","url":"/v1/things/search","has_more":true,"next_page":"a&b=","data":[]}""",
            """{"object":"search_result","url":"/v1/things/search","has_more":false,"next_page":null,"total_count":7,"data":[]}""");

        Assert.Empty(await ReadAsync(pages, new ThingParams { Text = "q" }, getId: null));
        Assert.Equal(["?text=q", "?text=q&page=a%26b%3D"], pages.Queries);
    }

    [Theory]
    [InlineData("/v2/things/thing_1/parts?page=abc&limit=2")]
    [InlineData("https://api.stripe.com/v2/things/thing_1/parts?page=abc&limit=2")]
    [InlineData("https://evil.example/v2/things/thing_1/parts?page=abc&limit=2")]
    public async Task A_list_of_v2_follows_the_query_of_its_URL_at_its_own_address(string url)
    {
        using Pages pages = new(
            $$"""{"data":[{{Element("a")}}],"next_page_url":"{{url}}","previous_page_url":null}""",
            $$"""{"data":[{{Element("b")}}],"next_page_url":null,"previous_page_url":"/v2/things/thing_1/parts?page=x"}""");

        List<string> ids = [];
        await foreach (Thing thing in StripePages.ReadAllAsync(
            s_listV2, null, pages.Client, ["thing_1"], new ThingParams { Text = "q" }, null, CancellationToken.None))
        {
            ids.Add(thing.Id);
        }

        Assert.Equal(["a", "b"], ids);
        Assert.Equal(["?text=q", "?page=abc&limit=2"], pages.Queries);
        Assert.All(pages.Handler.Requests, request => Assert.Equal(
            "https://api.stripe.com/v2/things/thing_1/parts", request.Uri.GetLeftPart(UriPartial.Path)));
    }

    [Theory]
    [InlineData("/v2/things/thing_2/parts?page=abc")]
    [InlineData("/v2/things?page=abc")]
    [InlineData("/v2/things/thing_1/parts")]
    [InlineData("?page=abc")]
    [InlineData("nonsense")]
    public async Task A_URL_at_another_path_is_an_error(string url)
    {
        using Pages pages = new($$"""{"data":[{{Element("a")}}],"next_page_url":"{{url}}"}""");

        StripePageException exception = await Assert.ThrowsAsync<StripePageException>(async () =>
        {
            await foreach (Thing thing in StripePages.ReadAllAsync(
                s_listV2, null, pages.Client, ["thing_1"], null, null, CancellationToken.None))
            {
                Assert.Equal("a", thing.Id);
            }
        });

        Assert.Equal((2, 1, StripeErrorType.DecodingError), (exception.PageNumber, exception.ElementsRead, exception.Error.Type.Value));
        Assert.Single(pages.Handler.Requests);
    }

    [Fact]
    public async Task An_error_in_the_middle_says_where_and_the_enumeration_can_be_continued()
    {
        using Pages pages = new(Page(true, "a", "b"), "error", Page(false, "c"));
        List<string> ids = [];

        StripePageException exception = await Assert.ThrowsAsync<StripePageException>(() => ReadAsync(pages, into: ids));

        Assert.Equal(["a", "b"], ids);
        Assert.Equal((2, 2), (exception.PageNumber, exception.ElementsRead));
        Assert.Equal(("starting_after", "b"), (exception.GetPage()!.Name, exception.GetPage()!.Value));
        Assert.Equal(HttpStatusCode.BadRequest, exception.Error.StatusCode);
        Assert.Equal("req_1", exception.Response!.RequestId);
        Assert.Equal(["c"], await ReadAsync(pages, start: exception.GetPage()));
        Assert.Equal("?starting_after=b", pages.Queries[^1]);
    }

    [Fact]
    public async Task The_exception_shows_no_value_of_a_query()
    {
        using Pages pages = new(Page(true, "id_of_element"), "error");

        StripePageException exception = await Assert.ThrowsAsync<StripePageException>(
            () => ReadAsync(pages, new ThingParams { Text = "secret@example.com" }));

        Assert.StartsWith("Page 2 of the list, after 1 elements, could not be read. ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("id_of_element", exception.ToString() + exception.GetPage(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"object":"list","url":"/v1/things","has_more":true,"data":[]}""", 0)]
    [InlineData("""{"object":"list","url":"/v1/things","has_more":true,"data":[{"amount":1}]}""", 1)]
    public async Task A_list_that_does_not_say_where_it_continues_is_an_error(string page, int elements)
    {
        using Pages pages = new(page);

        StripePageException exception = await Assert.ThrowsAsync<StripePageException>(() => ReadAsync(pages));

        Assert.Equal((2, elements), (exception.PageNumber, (int)exception.ElementsRead));
    }

    [Fact]
    public async Task A_list_that_continues_where_it_was_is_an_error()
    {
        using Pages pages = new(Page(true, "a"), Page(true, "a"), Page(true, "a"));

        StripePageException exception = await Assert.ThrowsAsync<StripePageException>(() => ReadAsync(pages));

        Assert.Equal(2, exception.ElementsRead);
        Assert.Equal(2, pages.Handler.Requests.Count);
    }

    [Fact]
    public async Task A_page_is_requested_when_its_first_element_is_needed()
    {
        using Pages pages = new(Page(true, "a", "b"), Page(false, "c"));
        IAsyncEnumerable<Thing> things = Enumerate(pages);
        Assert.Empty(pages.Handler.Requests);

        await using IAsyncEnumerator<Thing> enumerator = things.GetAsyncEnumerator();
        Assert.True(await enumerator.MoveNextAsync());
        Assert.True(await enumerator.MoveNextAsync());
        Assert.Single(pages.Handler.Requests);
        Assert.True(await enumerator.MoveNextAsync());

        Assert.Equal(2, pages.Handler.Requests.Count);
        Assert.False(await enumerator.MoveNextAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_stops_with_its_token(bool isOfEnumeration)
    {
        using Pages pages = new(Page(true, "a"), Page(false, "b"));
        using var source = new CancellationTokenSource();
        IAsyncEnumerable<Thing> things = Enumerate(pages, isOfEnumeration ? default : source.Token);

        StripeCanceledException exception = await Assert.ThrowsAsync<StripeCanceledException>(async () =>
        {
            await foreach (Thing thing in things.WithCancellation(isOfEnumeration ? source.Token : default))
            {
                await source.CancelAsync();
            }
        });

        Assert.False(exception.IsOutcomeUnknown);
        Assert.Single(pages.Handler.Requests);
    }

    [Fact]
    public async Task Parameters_that_change_later_do_not_change_the_pages()
    {
        using Pages pages = new(Page(true, "a"), Page(false, "b"));
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
        using Pages pages = new(Page(true, "a"), Page(false, "b"));
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

    private static Task<List<string>> ReadAsync(
        Pages pages,
        FormParams? parameters = null,
        StripeRequestOptions? options = null,
        StripePage? start = null,
        List<string>? into = null) => ReadAsync(pages, parameters, element => element.Id, options, start, into);

    private static async Task<List<string>> ReadAsync(
        Pages pages,
        FormParams? parameters,
        Func<Thing, string?>? getId,
        StripeRequestOptions? options = null,
        StripePage? start = null,
        List<string>? into = null)
    {
        List<string> ids = into ?? [];
        await foreach (Thing thing in StripePages.ReadAllAsync(
            Thing.ListOperation, getId, pages.Client, [], parameters, options, CancellationToken.None, start))
        {
            ids.Add(thing.Id);
        }

        return ids;
    }

    private static IAsyncEnumerable<Thing> Enumerate(Pages pages, CancellationToken cancellationToken = default) =>
        StripePages.ReadAllAsync(Thing.ListOperation, element => element.Id, pages.Client, [], null, null, cancellationToken);

    private static string Page(bool hasMore, params string[] ids) =>
        $$"""{"object":"list","url":"/v1/things","has_more":{{(hasMore ? "true" : "false")}},"data":[{{string.Join(',', ids.Select(Element))}}]}""";

    private static string Element(string id) => $$$"""{"id":"{{{id}}}","amount":1,"live":true,"tags":[],"owner":{"name":"o"}}""";

    /// <summary>A client that gets these pages; "error" is a 400.</summary>
    private sealed class Pages : IDisposable
    {
        private readonly Caller _caller;

        public Pages(params string[] pages)
        {
            int next = 0;
            Handler = new StubHandler((_, _) =>
            {
                string page = pages[next++];
                return Task.FromResult(page == "error"
                    ? StubResponse.Of(400, """{"error":{"type":"invalid_request_error","message":"No."}}""", StubResponse.RequestId)
                    : StubResponse.Of(200, page, StubResponse.RequestId));
            });
            _caller = new Caller(Handler);
        }

        public StubHandler Handler { get; }

        public StripeClient Client => _caller.Client;

        public List<string> Queries => [.. Handler.Requests.Select(request => request.Uri.Query)];

        public void Dispose() => _caller.Dispose();
    }

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
