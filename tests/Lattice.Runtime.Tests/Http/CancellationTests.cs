using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Http;

/// <summary>The caller's cancellation ends a call in the same way at any time.</summary>
public sealed class CancellationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_canceled_token_sends_nothing(bool hasKey)
    {
        // This handler would respond, because it ignores its token.
        using Caller caller = Caller.Succeeding();
        var token = new CancellationToken(canceled: true);

        var exception = await Assert.ThrowsAsync<StripeCanceledException>(
            () => caller.TryAsync(null, hasKey ? new StripeRequestOptions { IdempotencyKey = "key-1" } : null, token));

        Assert.Equal(token, exception.CancellationToken);
        Assert.True(hasKey ? exception.IdempotencyKey == "key-1" : exception.IdempotencyKey is { Length: > 30 });
        Assert.Empty(caller.Handler.Requests);
    }

    [Theory]
    [InlineData("cancellation")]
    [InlineData("failed connection")]
    [InlineData("broken stream")]
    public async Task Canceling_while_Stripe_works_ends_in_one_exception(string handlerEndsIn)
    {
        using var source = new CancellationTokenSource();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var caller = new Caller(new StubHandler(async (_, cancellation) =>
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            catch (OperationCanceledException) when (handlerEndsIn != "cancellation")
            {
                throw handlerEndsIn == "broken stream" ? new IOException("hidden") : new HttpRequestException("hidden");
            }

            throw new InvalidOperationException("A delay without end has ended.");
        }));
        Task<StripeResult<Thing>> call = caller.TryAsync(null, new StripeRequestOptions { IdempotencyKey = "key-1" }, source.Token);
        await started.Task;
        Assert.False(call.IsCompleted);

        await source.CancelAsync();

        var exception = await Assert.ThrowsAsync<StripeCanceledException>(() => call);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal("key-1", exception.IdempotencyKey);
        Assert.DoesNotContain("hidden", exception.ToString(), StringComparison.Ordinal);
        Assert.True(call.IsCanceled);
    }

    [Fact]
    public async Task Canceling_while_the_body_arrives_ends_in_the_same_exception()
    {
        using var source = new CancellationTokenSource();
        using var body = new StallingStream();
        using var caller = new Caller(new StubHandler((_, _) => Task.FromResult(StubResponse.Of(200, new StreamContent(body)))));
        Task<Thing> call = caller.CreateAsync(null, null, source.Token);
        await body.Stalled;

        await source.CancelAsync();

        var exception = await Assert.ThrowsAsync<StripeCanceledException>(() => call);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal(caller.Sent.Header("Idempotency-Key"), exception.IdempotencyKey);
    }

    [Fact]
    public async Task Canceling_after_the_call_has_no_effect()
    {
        using var source = new CancellationTokenSource();
        using Caller caller = Caller.Succeeding();

        StripeResult<Thing> result = await caller.TryAsync(null, null, source.Token);
        await source.CancelAsync();

        Assert.True(result.IsSuccess);
    }

    [Fact]
    public async Task It_is_caught_like_any_cancellation()
    {
        using Caller caller = Caller.Succeeding();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => caller.CreateAsync(null, null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Canceling_a_call_does_not_affect_the_handlers_of_earlier_calls()
    {
        // The tokens of calls share their sources, one call after the other.
        int reached = 0;
        using var canceled = new CancellationTokenSource();
        using var caller = new Caller(new StubHandler((_, cancellation) =>
        {
            cancellation.Register(() => Interlocked.Increment(ref reached));
            return Task.FromResult(StubResponse.Of(200, StubResponse.Thing));
        }));
        for (int i = 0; i < 10; i++)
        {
            await caller.CreateAsync();
        }

        using var stalled = new Caller(new StubHandler(async (_, cancellation) =>
        {
            await canceled.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation);
            return StubResponse.Of(200, StubResponse.Thing);
        }));
        await Assert.ThrowsAsync<StripeCanceledException>(() => stalled.CreateAsync(cancellationToken: canceled.Token));

        Assert.Equal(0, reached);
    }
}
