using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests.Pipeline;

/// <summary>The memory of the requests that a stand-in keeps.</summary>
public sealed class RequestLogLimitTests
{
    private const int Large = 100_000;

    [Fact]
    public async Task The_contents_of_the_oldest_requests_are_dropped_first()
    {
        using StripeStandIn stripe = Create(maxBytes: 250_000);
        using var caller = new Caller(stripe);
        for (int i = 0; i < 4; i++)
        {
            await caller.PostAsync("/v1/widgets", $"name=n{i}&nickname={new string('x', Large)}");
        }

        Assert.Equal([true, true, false, false], stripe.Requests.Select(request => request.IsContentDropped));
        Assert.Equal(["", "", "n2", "n3"], stripe.Requests.Select(request => NameIn(request)));
        Assert.Equal([0, 0], stripe.Requests.Take(2).Select(request => request.Body.Length + request.GetRedactedParameters().Count));
        Assert.Equal("POST /v1/widgets -> 200 (content dropped)", stripe.Requests[0].ToString());
        Assert.Equal(0, stripe.DroppedRequestCount);
    }

    [Fact]
    public async Task A_request_that_was_taken_before_keeps_its_content()
    {
        using StripeStandIn stripe = Create(maxBytes: 150_000);
        using var caller = new Caller(stripe);
        await caller.PostAsync("/v1/widgets", $"name=first&nickname={new string('x', Large)}");
        ReceivedRequest taken = stripe.Requests[0];
        await caller.PostAsync("/v1/widgets", $"name=second&nickname={new string('x', Large)}");

        Assert.Equal("first", NameIn(taken));
        Assert.True(stripe.Requests[0].IsContentDropped);
    }

    [Fact]
    public async Task Requests_are_dropped_if_that_is_not_enough_and_counted()
    {
        using StripeStandIn stripe = Create(maxBytes: 100_000);
        using var caller = new Caller(stripe);
        for (int i = 0; i < 500; i++)
        {
            await caller.PostAsync("/v1/widgets", "name=n", ("X-Long", new string('x', 1_000)));
        }

        Assert.InRange(stripe.Requests.Count, 20, 60);
        Assert.Equal(500 - stripe.Requests.Count, stripe.DroppedRequestCount);
    }

    [Fact]
    public async Task Long_paths_queries_and_errors_count_as_well()
    {
        using StripeStandIn stripe = Create(maxBytes: 1_000_000);
        using var caller = new Caller(stripe);
        for (int i = 0; i < 30; i++)
        {
            await caller.PostAsync($"/v1/{new string('p', 20_000)}");
            await caller.PostAsync($"/v1/widgets?{new string('q', 20_000)}=1");
        }

        Assert.InRange(stripe.Requests.Count, 5, 30);
        Assert.True(stripe.DroppedRequestCount > 0);
    }

    [Fact]
    public async Task An_assertion_says_that_requests_were_dropped()
    {
        using StripeStandIn stripe = Create(maxBytes: 150_000, maxRequests: 2);
        for (int i = 0; i < 3; i++)
        {
            await Widget.CreateAsync(
                stripe.Client, new WidgetCreateParams { Name = $"n{i}", Metadata = new() { ["k"] = "v" }, Tags = [.. LongTags()] });
        }

        var received = Assert.Throws<StripeAssertionException>(
            () => stripe.AssertReceived(Widget.CreateOperation, expected => expected.WithParameter("name", "n0")));
        var notReceived = Assert.Throws<StripeAssertionException>(
            () => stripe.AssertNotReceived(Widget.CreateOperation, expected => expected.WithParameter("name", "n0")));

        const string Dropped = "\nTo limit the memory, 1 earlier POST /v1/widgets requests were dropped, and the parameters of 1 more. "
            + "To keep them, set StripeStandInOptions.MaxRequests and MaxRequestBytes.";
        Assert.StartsWith("The POST /v1/widgets request is not as expected", received.Message, StringComparison.Ordinal);
        Assert.EndsWith(Dropped, received.Message, StringComparison.Ordinal);
        Assert.Equal("It is not known whether such a POST /v1/widgets request was received." + Dropped, notReceived.Message);
        Assert.Equal("n2", NameIn(stripe.AssertReceived(Widget.CreateOperation)));
        stripe.AssertReceived(Widget.CreateOperation, expected => expected.WithPath("/v1/widgets"));
        stripe.AssertNotReceived(Widgets.Source.CreateOperation);
    }

    [Fact]
    public async Task An_assertion_says_so_if_all_requests_were_dropped()
    {
        using StripeStandIn stripe = Create(maxRequests: 1);
        await Widget.CreateAsync(stripe.Client, new WidgetCreateParams { Name = "n" });
        await Widgets.Source.CreateAsync(stripe.Client);

        var any = Assert.Throws<StripeAssertionException>(() => stripe.AssertReceived(Widget.CreateOperation));
        Assert.Throws<StripeAssertionException>(() => stripe.AssertNotReceived(Widget.CreateOperation));

        Assert.StartsWith("No POST /v1/widgets request can be compared.\nTo limit the memory, 1 earlier", any.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_is_in_memory_not_in_the_objects_that_callers_hold()
    {
        using StripeStandIn stripe = Create(maxBytes: 1);
        using var caller = new Caller(stripe);
        await caller.PostAsync("/v1/widgets", "name=n");

        Assert.Empty(stripe.Requests);
        Assert.Equal(1, stripe.DroppedRequestCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => new StripeStandIn(new StripeStandInOptions { MaxRequestBytes = 0 }));
    }

    private static StripeStandIn Create(long maxBytes = 1_000_000, int maxRequests = 5_000) => new(new StripeStandInOptions
    {
        Slice = WidgetSlice.Slice,
        MaxRequestBytes = maxBytes,
        MaxRequests = maxRequests,
    });

    private static IEnumerable<string> LongTags() => Enumerable.Repeat("0123456789", 4_000);

    private static string NameIn(ReceivedRequest request)
        => request.Parameters.Where(parameter => parameter.Key == "name").Select(parameter => parameter.Value).SingleOrDefault("");
}
