using System.Net;
using Lattice.Stripe.Tests.Support;
using static Lattice.Stripe.Tests.Support.PagedCaller;

namespace Lattice.Stripe.Tests;

/// <summary>A list whose pages cannot all be read: what was read counts, and the exception says where it ended.</summary>
public class StripePageExceptionTests
{
    [Theory]
    [InlineData("/v2/things/thing_2/parts?page=abc")]
    [InlineData("/v2/things?page=abc")]
    [InlineData("/v2/things/thing_1/parts")]
    [InlineData("?page=abc")]
    [InlineData("nonsense")]
    [InlineData("https://v2/things/thing_1/parts?page=abc")]
    [InlineData("://v2/things/thing_1/parts?page=abc")]
    public async Task A_URL_at_another_path_is_an_error(string url)
    {
        using PagedCaller pages = new($$"""{"data":[{{Element("a")}}],"next_page_url":"{{url}}"}""");

        StripePageException exception = await Assert.ThrowsAsync<StripePageException>(async () =>
        {
            await foreach (Thing thing in StripePages.ReadAllAsync(
                PagedCaller.ListV2Operation, null, pages.Client, ["thing_1"], null, null, CancellationToken.None))
            {
                Assert.Equal("a", thing.Id);
            }
        });

        Assert.Equal((2, 1, StripeErrorType.DecodingError), (exception.PageNumber, exception.ElementsRead, exception.Error.Type.Value));
        Assert.Equal("The list names a next page that is at another address.", exception.Error.Message);
        Assert.Equal((HttpStatusCode.OK, "req_1", 1), (exception.Error.StatusCode, exception.Error.RequestId, exception.Error.Attempts));
        Assert.Single(pages.Handler.Requests);
    }

    [Fact]
    public async Task An_error_in_the_middle_says_where_and_the_enumeration_can_be_continued()
    {
        using PagedCaller pages = new(Page(true, "a", "b"), "error", Page(false, "c"));
        List<string> ids = [];

        StripePageException exception = await Assert.ThrowsAsync<StripePageException>(() => pages.ReadAsync(into: ids));

        Assert.Equal(["a", "b"], ids);
        Assert.Equal((2, 2), (exception.PageNumber, exception.ElementsRead));
        Assert.Equal(("starting_after", "b"), (exception.GetPage()!.Name, exception.GetPage()!.Value));
        Assert.Equal(HttpStatusCode.BadRequest, exception.Error.StatusCode);
        Assert.Equal("req_1", exception.Response!.RequestId);
        Assert.Equal(["c"], await pages.ReadAsync(start: exception.GetPage()));
        Assert.Equal("?starting_after=b", pages.Queries[^1]);
    }

    [Fact]
    public async Task The_exception_shows_no_value_of_a_query()
    {
        using PagedCaller pages = new(Page(true, "id_of_element"), "error");

        StripePageException exception = await Assert.ThrowsAsync<StripePageException>(
            () => pages.ReadAsync(new ThingParams { Text = "secret@example.com" }));

        Assert.StartsWith("Page 2 of the list, after 1 elements, could not be read. ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("id_of_element", exception.ToString() + exception.GetPage(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"object":"list","url":"/v1/things","has_more":true,"data":[]}""", 0, "but the page is empty.")]
    [InlineData(
        """{"object":"list","url":"/v1/things","has_more":true,"data":[{"amount":1}]}""", 1, "but it does not say where the next page starts.")]
    public async Task A_list_that_does_not_say_where_it_continues_is_an_error(string page, int elements, string reason)
    {
        using PagedCaller pages = new(page);

        StripePageException exception = await Assert.ThrowsAsync<StripePageException>(() => pages.ReadAsync());

        Assert.Equal((2, elements), (exception.PageNumber, (int)exception.ElementsRead));
        Assert.Equal($"The list says that it has more elements, {reason}", exception.Error.Message);
    }

    [Fact]
    public async Task The_error_has_the_attempts_of_the_page_that_is_wrong()
    {
        using PagedCaller pages = new("retry", """{"object":"list","url":"/v1/things","has_more":true,"data":[]}""");

        StripePageException exception = await Assert.ThrowsAsync<StripePageException>(
            () => pages.ReadAsync(options: new StripeRequestOptions { MaxRetries = 1 }));

        Assert.Equal(2, exception.Error.Attempts);
    }

    [Fact]
    public async Task A_list_that_continues_where_it_was_is_an_error()
    {
        using PagedCaller pages = new(Page(true, "a"), Page(true, "a"), Page(true, "a"));

        StripePageException exception = await Assert.ThrowsAsync<StripePageException>(() => pages.ReadAsync());

        Assert.Equal(2, exception.ElementsRead);
        Assert.Equal("The list names the same page as the next one again.", exception.Error.Message);
        Assert.Equal(2, pages.Handler.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_stops_with_its_token(bool isOfEnumeration)
    {
        using PagedCaller pages = new(Page(true, "a"), Page(false, "b"));
        using var source = new CancellationTokenSource();
        IAsyncEnumerable<Thing> things = pages.Enumerate(isOfEnumeration ? default : source.Token);

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
}
