using Lattice.Stripe.Serialization.Json;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Pipeline;

/// <summary>How one attempt gives way to the next.</summary>
public class RepeatedAttemptTests
{
    [Fact]
    public async Task An_attempt_that_times_out_is_repeated()
    {
        var clock = new CallClock();
        int attempts = 0;
        using var handler = new StubHandler(async (_, cancellation) =>
        {
            if (++attempts == 1)
            {
                clock.EndAttempt(0);
                await Task.Delay(Timeout.Infinite, cancellation);
            }

            return StubResponse.Of(200, StubResponse.Thing);
        });
        using var client = new StripeClient(
            new StripeClientOptions { ApiKey = Caller.Key, AttemptTimeout = CallClock.AttemptTimeout, TimeProvider = clock }, handler);

        StripeResult<Thing> result = await Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None);

        Assert.Equal(2, result.GetValueOrThrow().GetResponse()!.Attempts);
        Assert.Single(handler.Requests.Select(request => request.Header("Idempotency-Key")).Distinct());
    }

    [Fact]
    public async Task The_response_of_a_failed_attempt_is_disposed_before_the_delay()
    {
        List<WatchedContent> contents = [];
        List<int> disposedAtWait = [];
        using var caller = new RetryingCaller(Enumerable.Repeat(() =>
        {
            contents.Add(new WatchedContent());
            return StubResponse.Of(500, contents[^1]);
        }, 3));
        caller.Clock.OnWaitStarting = () => disposedAtWait.Add(contents.Count(content => content.IsDisposed));

        await caller.TryAsync();

        Assert.Equal([1, 2], disposedAtWait);
        Assert.Equal(3, contents.Count);
        Assert.All(contents, content => Assert.True(content.IsDisposed));
    }

    [Fact]
    public async Task The_request_of_a_failed_attempt_is_disposed_and_the_next_has_its_own()
    {
        List<HttpRequestMessage> requests = [];
        using var handler = new StubHandler((request, _) =>
        {
            Assert.All(requests, earlier => Assert.Throws<ObjectDisposedException>(() => earlier.Method = HttpMethod.Put));
            requests.Add(request);
            return Task.FromResult(StubResponse.Of(requests.Count < 3 ? 500 : 200, StubResponse.Thing));
        });
        using StripeClient client = RetryingCaller.Connect(handler);

        await Thing.CreateOperation.SendAsync(client, [], new ThingParams { Text = "t" }, null, CancellationToken.None);

        Assert.Equal(3, requests.Distinct().Count());
    }

    [Fact]
    public async Task Canceling_during_a_later_attempt_ends_the_call_with_its_key()
    {
        using var source = new CancellationTokenSource();
        using var caller = new RetryingCaller([RetryingCaller.Response(500, ""), () =>
        {
            source.Cancel();
            throw new OperationCanceledException(source.Token);
        }]);

        var exception = await Assert.ThrowsAsync<StripeCanceledException>(
            () => caller.TryAsync(new StripeRequestOptions { IdempotencyKey = "key-1" }, source.Token));

        Assert.Equal("key-1", exception.IdempotencyKey);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal(2, caller.Handler.Requests.Count);
    }

    [Fact]
    public async Task A_get_is_repeated_without_a_key()
    {
        int attempts = 0;
        using var handler = new StubHandler((_, _) => Task.FromResult(StubResponse.Of(++attempts == 1 ? 503 : 200, StubResponse.Thing)));
        using StripeClient client = RetryingCaller.Connect(handler);
        var operation = new StripeOperation<StripeNoParams, Thing>(
            "Thing.Get", HttpMethod.Get, "/v1/thing", Thing.ApiVersion, StripeJsonReader.Read<Thing>);

        Assert.True((await operation.TrySendAsync(client, [], null, null, CancellationToken.None)).IsSuccess);

        Assert.Equal(2, handler.Requests.Count);
        Assert.All(handler.Requests, request => Assert.Null(request.Header("Idempotency-Key")));
    }

    [Fact]
    public async Task The_jitter_of_the_delays_varies()
    {
        using var caller = new RetryingCaller(Enumerable.Repeat(RetryingCaller.Response(500, ""), 60), options => options.MaxRetries = 59);

        await caller.TryAsync();

        TimeSpan[] longest = [.. caller.Waits.Skip(5)];
        Assert.All(longest, wait => Assert.InRange(wait.TotalSeconds, 2.5, 5));
        Assert.InRange(longest.Distinct().Count(), 40, longest.Length);
    }

    private sealed class WatchedContent() : ByteArrayContent("{}"u8.ToArray())
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
