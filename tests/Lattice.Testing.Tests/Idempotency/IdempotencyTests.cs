using System.Net;
using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests.Idempotency;

public sealed class IdempotencyTests : IDisposable
{
    private const string Path = "/v1/widgets";

    private readonly FakeTimeProvider _clock = new();
    private readonly StripeStandIn _stripe;
    private readonly Caller _caller;

    public IdempotencyTests()
    {
        _stripe = WidgetSlice.CreateStandIn(_clock);
        _caller = new Caller(_stripe);
    }

    public void Dispose()
    {
        _caller.Dispose();
        _stripe.Dispose();
    }

    [Fact]
    public async Task A_repeated_request_gets_the_same_response()
    {
        Reply first = await SendAsync("name=n&metadata[a]=1&metadata[b]=2");
        Reply again = await SendAsync("metadata[b]=2&name=n&metadata%5Ba%5D=1");

        Assert.Equal(200, again.StatusCode);
        Assert.Equal(first.Body, again.Body);
        Assert.Null(first.Header("Idempotent-Replayed"));
        Assert.Equal("true", again.Header("Idempotent-Replayed"));
        Assert.NotEqual(first.Header("Request-Id"), again.Header("Request-Id"));
    }

    /// <summary>A rate limit, authentication, and the network come before Stripe looks at the key.</summary>
    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_repetition_can_fail_before_its_key_is_looked_at(int status)
    {
        _stripe.On(Widget.CreateOperation).FailWith((HttpStatusCode)status);
        await SendAsync("name=n");
        Reply first = await SendAsync("name=n");
        _stripe.On(Widget.CreateOperation).FailWith((HttpStatusCode)status);

        Reply rejected = await SendAsync("name=n");
        Reply again = await SendAsync("name=n");

        Assert.Equal(status, rejected.StatusCode);
        Assert.Null(rejected.Header("Idempotent-Replayed"));
        Assert.Equal((200, "true", first.Body), (again.StatusCode, again.Header("Idempotent-Replayed"), again.Body));
    }

    [Fact]
    public async Task The_connection_of_a_repetition_can_be_lost()
    {
        Reply first = await SendAsync("name=n");
        _stripe.On(Widget.CreateOperation).Drop();

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("name=n"));
        Assert.Equal(first.Body, (await SendAsync("name=n")).Body);
    }

    [Fact]
    public async Task The_response_to_a_repetition_can_be_lost_again()
    {
        _stripe.On(Widget.CreateOperation).Drop(carriedOut: true).Times(3);
        for (int i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("name=n"));
        }

        Assert.Equal("true", (await SendAsync("name=n")).Header("Idempotent-Replayed"));
        Assert.Null((await _caller.PostAsync(Path, "name=other", ("Idempotency-Key", "other"))).Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task The_oldest_keys_are_forgotten_if_their_responses_are_too_large()
    {
        using Caller caller = Caller.OfForgetful(Slice.Responding(
            """{ "thing": { "type": "object", "properties": { "text": { "type": "string" } } } }""",
            """{ "type": "object", "properties": { "text": { "type": "string" } } }"""));
        string form = "text=" + new string('x', 4 * 1024 * 1024);
        for (int i = 0; i < 17; i++)
        {
            await caller.PostAsync("/v1/things", form, ("Idempotency-Key", $"{i}"));
        }

        Reply latest = await caller.PostAsync("/v1/things", form, ("Idempotency-Key", "16"));
        Reply oldest = await caller.PostAsync("/v1/things", form, ("Idempotency-Key", "0"));

        Assert.Equal("true", latest.Header("Idempotent-Replayed"));
        Assert.Null(oldest.Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task Requests_without_a_key_are_carried_out_each_time()
        => Assert.NotEqual((await _caller.PostAsync(Path, "name=n")).Body, (await _caller.PostAsync(Path, "name=n")).Body);

    [Theory]
    [InlineData(Path, "name=other")]
    [InlineData(Path, "name=n&amount=1")]
    [InlineData(Path, "nope=1")]
    [InlineData("/v1/sources", "name=n")]
    public async Task Another_request_with_the_same_key_is_an_error(string path, string form)
    {
        await SendAsync("name=n");

        Reply reply = await SendAsync(form, path);

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal("idempotency_error", reply.Error("type"));
        Assert.Contains(
            path == Path ? "other parameters" : "another endpoint (POST /v1/widgets)", reply.Error("message"), StringComparison.Ordinal);
        Assert.Null(reply.Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task The_error_of_v2_has_its_code()
    {
        await _caller.PostJsonAsync("/v2/core/widgets", """{ "name": "a", "sizes": [1, 2] }""", ("Idempotency-Key", "k"));

        Reply same = await _caller.PostJsonAsync("/v2/core/widgets", """{ "sizes": [1,2], "name": "a" }""", ("Idempotency-Key", "k"));
        Reply other = await _caller.PostJsonAsync("/v2/core/widgets", """{ "name": "a", "sizes": [2, 1] }""", ("Idempotency-Key", "k"));

        Assert.Equal("true", same.Header("Idempotent-Replayed"));
        Assert.Equal(400, other.StatusCode);
        Assert.Equal("idempotency_error", other.Error("code"));
    }

    [Fact]
    public async Task A_repetition_while_the_first_request_is_in_progress_is_a_conflict()
    {
        _stripe.On(Widget.CreateOperation).Delay(TimeSpan.FromSeconds(1));

        Task<Reply> delayed = SendAsync("name=n");
        Reply second = await SendAsync("name=n");
        _clock.Advance(TimeSpan.FromSeconds(1));
        Reply first = await delayed;
        Reply third = await SendAsync("name=n");

        Assert.Equal(409, second.StatusCode);
        Assert.Equal("idempotency_error", second.Error("type"));
        Assert.Equal("idempotency_key_in_use", second.Error("code"));
        Assert.Equal(200, first.StatusCode);
        Assert.Equal(first.Body, third.Body);
    }

    [Theory]
    [InlineData("nope=1", $"Bearer {Caller.Key}", 400)]
    [InlineData("name=n", "Bearer pk_test_1234", 401)]
    public async Task An_invalid_request_does_not_use_up_the_key(string form, string authorization, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Path, UriKind.Relative))
        {
            Content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
            Headers = { { "Authorization", authorization }, { "Idempotency-Key", "key" } },
        };
        Assert.Equal(status, (await _caller.SendAsync(request)).StatusCode);

        Reply reply = await SendAsync("name=other");

        Assert.Equal(200, reply.StatusCode);
        Assert.Null(reply.Header("Idempotent-Replayed"));
    }

    [Theory]
    [InlineData("Stripe-Account", "acct_other")]
    [InlineData("Stripe-Context", "acct_other")]
    public async Task A_key_belongs_to_one_account(string header, string value)
    {
        Reply own = await SendAsync("name=n");
        Reply others = await _caller.PostAsync(Path, "name=other", ("Idempotency-Key", "key"), (header, value));

        Assert.Equal(200, own.StatusCode);
        Assert.Equal(200, others.StatusCode);
        Assert.Null(others.Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task A_key_is_remembered_for_a_day()
    {
        Reply first = await SendAsync("name=n");
        _clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Reply justInTime = await SendAsync("name=n");
        _clock.Advance(TimeSpan.FromTicks(1));
        Reply tooLate = await SendAsync("name=n");

        Assert.Equal(first.Body, justInTime.Body);
        Assert.NotEqual(first.Body, tooLate.Body);
        Assert.Null(tooLate.Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task New_keys_replace_the_oldest_ones()
    {
        await SendAsync("name=n");
        for (int i = 0; i < 9_999; i++)
        {
            await _caller.PostAsync("/v1/sources", "", ("Idempotency-Key", $"other-{i}"));
        }

        Assert.Equal("true", (await SendAsync("name=n")).Header("Idempotent-Replayed"));

        await _caller.PostAsync("/v1/sources", "", ("Idempotency-Key", "one more"));

        Assert.Null((await SendAsync("name=n")).Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task Only_one_of_many_concurrent_requests_is_carried_out()
    {
        Reply[] replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => SendAsync("name=n"))));

        Assert.Single(replies, reply => reply.StatusCode == 200 && reply.Header("Idempotent-Replayed") is null);
        Assert.Single(replies.Where(reply => reply.StatusCode == 200).Select(reply => reply.Body).Distinct());
        Assert.All(replies, reply => Assert.True(reply.StatusCode is 200 or 409));
    }

    private Task<Reply> SendAsync(string form, string path = Path) => _caller.PostAsync(path, form, ("Idempotency-Key", "key"));
}
