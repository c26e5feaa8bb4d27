using System.Net;
using System.Threading.RateLimiting;
using Lattice.Stripe.Testing;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Guides;

/// <summary>The handler in the guide to many callers, under load.</summary>
public sealed class AtScaleTests : IDisposable
{
    private const string Page = "runtime/Lattice.Runtime/at-scale.md";
    private const int Calls = 1_000;
    private const int Permitted = 50;

    private readonly StripeStandIn _stripe;
    private int _received;

    public AtScaleTests() =>
        _stripe = new StripeStandIn(new StripeStandInOptions { OnReceived = _ => Interlocked.Increment(ref _received) });

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task A_thousand_calls_at_once_never_exceed_the_limit()
    {
        using TokenBucketRateLimiter limiter = CreateLimiter(Permitted, Calls);
        using StripeClient client = CreateClient(limiter, new StripeClientOptions());

        Task<StripeResult<Refund>>[] calls = [.. Enumerable.Range(0, Calls).Select(_ => Task.Run(() => RefundAsync(client)))];
        await WaitAsync(() => limiter.GetStatistics()!.CurrentQueuedCount == Calls - Permitted);
        for (int sent = Permitted; sent < Calls; sent += Permitted)
        {
            await WaitAsync(() => Volatile.Read(ref _received) >= sent);
            Assert.Equal(sent, Volatile.Read(ref _received));
            Assert.Equal(Calls - sent, limiter.GetStatistics()!.CurrentQueuedCount);
            limiter.TryReplenish();
        }

        Assert.All(await Task.WhenAll(calls), result => Assert.True(result.IsSuccess));
        Assert.Equal(Calls, _received);
    }

    [Fact]
    public async Task A_full_queue_is_an_error_at_once_and_its_outcome_is_known()
    {
        using TokenBucketRateLimiter limiter = CreateLimiter(permitted: 1, queue: 10);
        using StripeClient client = CreateClient(limiter, new StripeClientOptions());
        await RefundAsync(client);
        Task<StripeResult<Refund>>[] waiting = [.. Enumerable.Range(0, 10).Select(_ => RefundAsync(client))];

        StripeError error = (await RefundAsync(client)).Error!;

        Assert.Equal((StripeErrorType.ConnectionError, false, 1), (error.Type, error.IsOutcomeUnknown, error.Attempts));
        Assert.Contains("Too many requests", error.GetException()!.Message, StringComparison.Ordinal);
        Assert.All(waiting, call => Assert.False(call.IsCompleted));
        Assert.Equal(1, _received);
    }

    [Fact]
    public async Task A_call_that_is_canceled_while_it_waits_was_not_sent()
    {
        using TokenBucketRateLimiter limiter = CreateLimiter(permitted: 1, queue: 10);
        using StripeClient client = CreateClient(limiter, new StripeClientOptions());
        using var cancellation = new CancellationTokenSource();
        await RefundAsync(client);
        Task<StripeResult<Refund>> call = RefundAsync(client, cancellation.Token);

        await cancellation.CancelAsync();

        Assert.False((await Assert.ThrowsAsync<StripeCanceledException>(() => call)).IsOutcomeUnknown);
        Assert.Equal(1, _received);
    }

    [Fact]
    public async Task A_call_that_waits_longer_than_an_attempt_may_last_was_not_sent()
    {
        var clock = new FakeTimeProvider();
        using TokenBucketRateLimiter limiter = CreateLimiter(permitted: 1, queue: 10);
        using StripeClient client = CreateClient(limiter, new StripeClientOptions { TimeProvider = clock, MaxRetries = 0 });
        await RefundAsync(client);
        Task<StripeResult<Refund>> call = RefundAsync(client);

        clock.Advance(TimeSpan.FromSeconds(81));

        StripeError error = (await call).Error!;
        Assert.Equal((StripeErrorType.TimeoutError, false), (error.Type, error.IsOutcomeUnknown));
        Assert.Equal(1, _received);
    }

    [Fact]
    public async Task Each_attempt_counts()
    {
        using TokenBucketRateLimiter limiter = CreateLimiter(permitted: 5, queue: 0);

        // On this clock, the time of an attempt would be over at once.
        var options = new StripeClientOptions { TimeProvider = new SkippingTimeProvider(), AttemptTimeout = Timeout.InfiniteTimeSpan };
        using StripeClient client = CreateClient(limiter, options);
        _stripe.On(Refund.CreateOperation).FailWith(HttpStatusCode.TooManyRequests).Times(2);

        Assert.True((await RefundAsync(client)).IsSuccess);

        Assert.Equal(2, limiter.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public void Each_tenant_has_one_client_of_its_own()
    {
        dynamic tenants = GuideTypes.Create(Page, "LimitedTenants", (string tenant) => new SecretString($"sk_test_{tenant}"));

        object first = tenants.Get("first");

        Assert.Same(first, tenants.Get("first"));
        Assert.NotSame(first, tenants.Get("second"));
        tenants.Dispose();
    }

    // It is replenished by hand, so that no test waits for a clock: each time, the bucket is full again.
    private static TokenBucketRateLimiter CreateLimiter(int permitted, int queue) => new(new TokenBucketRateLimiterOptions
    {
        TokensPerPeriod = permitted,
        TokenLimit = permitted,
        ReplenishmentPeriod = TimeSpan.FromTicks(1),
        QueueLimit = queue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        AutoReplenishment = false,
    });

    private StripeClient CreateClient(RateLimiter limiter, StripeClientOptions options)
    {
        var handler = (DelegatingHandler)GuideTypes.Create(Page, "RateLimitHandler", limiter);
        handler.InnerHandler = _stripe.CreateHandler();
        options.ApiKey = StandIns.ApiKey;
        return new StripeClient(options, handler);
    }

    private static Task<StripeResult<Refund>> RefundAsync(IStripeClient client, CancellationToken cancellationToken = default) =>
        Refund.TryCreateAsync(client, new RefundCreateParams { PaymentIntent = "pi_123" }, cancellationToken: cancellationToken);

    private static async Task WaitAsync(Func<bool> condition)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
        {
            await Task.Delay(1, timeout.Token);
        }
    }
}
