using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Pipeline;

/// <summary>How long a call waits between its attempts, and when it stops instead.</summary>
public class RetryDelayTests
{
    [Fact]
    public async Task The_delays_double_up_to_five_seconds_and_vary_by_half()
    {
        using var caller = new RetryingCaller(Enumerable.Repeat(RetryingCaller.Response(500, ""), 8), options => options.MaxRetries = 6);

        await caller.TryAsync();

        double[] longest = [0.5, 1, 2, 4, 5, 5];
        Assert.Equal(longest.Length, caller.Waits.Count);
        Assert.All(caller.Waits.Zip(longest), wait => Assert.InRange(wait.First.TotalSeconds, wait.Second / 2, wait.Second));
    }

    [Theory]
    [InlineData("3", 3.0)]
    [InlineData("5", 5.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("2, 3.25", 3.25)]
    [InlineData("Thu, 01 Jan 1970 00:00:04 GMT", 4.0)]
    public async Task A_delay_is_at_least_as_long_as_Stripe_requests(string retryAfter, double seconds)
    {
        using var caller = new RetryingCaller([RetryingCaller.Response(429, "", ("Retry-After", retryAfter)), RetryingCaller.Success]);

        Assert.True((await caller.TryAsync()).IsSuccess);
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(caller.Waits));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("1.5.2")]
    [InlineData("1e3")]
    [InlineData("+3")]
    [InlineData(",")]
    [InlineData("Thu, 01 Jan 1969 00:00:00 GMT")]
    public async Task A_Retry_After_that_is_past_or_invalid_has_no_effect(string retryAfter)
    {
        using var caller = new RetryingCaller([RetryingCaller.Response(429, "", ("Retry-After", retryAfter)), RetryingCaller.Success]);

        Assert.True((await caller.TryAsync()).IsSuccess);
        Assert.InRange(Assert.Single(caller.Waits).TotalSeconds, 0.25, 0.5);
    }

    [Theory]
    [InlineData("6", 6.0)]
    [InlineData("Thu, 01 Jan 1970 01:00:00 GMT", 3600.0)]
    [InlineData("Thursday, 01-Jan-70 01:00:00 GMT", 3600.0)]
    [InlineData("Thu Jan  1 01:00:00 1970", 3600.0)]
    [InlineData("2147483648", 2147483648.0)]
    [InlineData("99999999999999999999", 4294967295.0)]
    public async Task A_delay_beyond_the_maximum_ends_the_call(string retryAfter, double seconds)
    {
        using var caller = new RetryingCaller([RetryingCaller.Response(429, "", ("Retry-After", retryAfter))]);

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
        Assert.Empty(caller.Waits);
    }

    [Fact]
    public async Task The_maximum_delay_is_an_option()
    {
        using var caller = new RetryingCaller(
            [RetryingCaller.Response(429, "", ("Retry-After", "60")), RetryingCaller.Success],
            options => options.MaxRetryDelay = TimeSpan.FromMinutes(1));

        Assert.True((await caller.TryAsync()).IsSuccess);
        Assert.Equal(TimeSpan.FromMinutes(1), Assert.Single(caller.Waits));
    }

    [Fact]
    public async Task A_call_does_not_wait_beyond_its_total_time()
    {
        using var caller = new RetryingCaller([RetryingCaller.Response(429, "", ("Retry-After", "4"))]);
        caller.Clock.LetTimersStand();

        StripeError error = Caller.Failed(await caller.TryAsync(new StripeRequestOptions { TotalTimeout = TimeSpan.FromSeconds(3) }));

        Assert.Equal(TimeSpan.FromSeconds(4), error.RetryAfter);
        Assert.Single(caller.Handler.Requests);
    }

    [Fact]
    public async Task An_attempt_without_remaining_time_is_neither_sent_nor_counted()
    {
        var clock = new FakeTimeProvider();
        using var caller = new RetryingCaller(
            [RetryingCaller.Response(500, "{}", StubResponse.RequestId), RetryingCaller.Success], options => options.TimeProvider = clock);
        Task<StripeResult<Thing>> call = caller.TryAsync(new StripeRequestOptions { TotalTimeout = TimeSpan.FromSeconds(5) });

        // The delay before the second attempt is longer than it should be.
        clock.Advance(TimeSpan.FromSeconds(10));
        StripeError error = Caller.Failed(await call);

        Assert.Equal(StripeErrorType.TimeoutError, error.Type);
        Assert.Equal(1, error.Attempts);
        Assert.True(error.IsOutcomeUnknown);
        Assert.Single(caller.Handler.Requests);
    }

    [Theory]
    [InlineData("Fri, 01 Jan 2100 00:00:10 GMT", "Fri, 01 Jan 2100 00:00:13 GMT", 3)]
    [InlineData("Fri, 01 Jan 2100 00:00:10 GMT", "Fri, 01 Jan 2100 00:00:09 GMT", 0)]
    [InlineData("not a date", "Thu, 01 Jan 1970 00:00:04 GMT", 4)]
    public async Task A_date_is_relative_to_the_date_of_the_response_and_not_to_the_clock(string date, string retryAfter, double seconds)
    {
        using var caller = new RetryingCaller(
            [RetryingCaller.Response(429, "", ("Date", date), ("Retry-After", retryAfter)), RetryingCaller.Success]);

        Assert.True((await caller.TryAsync()).IsSuccess);
        Assert.InRange(Assert.Single(caller.Waits).TotalSeconds, Math.Max(seconds, 0.25), Math.Max(seconds, 0.5));
    }

    [Fact]
    public async Task The_longest_delay_of_repeated_headers_applies()
    {
        using var caller = new RetryingCaller(
            [RetryingCaller.Response(429, "", ("Retry-After", "2"), ("Retry-After", "4")), RetryingCaller.Success]);

        Assert.True((await caller.TryAsync()).IsSuccess);
        Assert.Equal(TimeSpan.FromSeconds(4), Assert.Single(caller.Waits));
    }

    [Theory]
    [InlineData("False", 1)]
    [InlineData(" FALSE ", 1)]
    [InlineData("true, false", 1)]
    [InlineData("TRUE", 2)]
    public async Task Stripe_Should_Retry_is_not_case_sensitive(string value, int attempts)
    {
        using var caller = new RetryingCaller(
            [RetryingCaller.Response(value == "TRUE" ? 400 : 503, "", ("Stripe-Should-Retry", value)), RetryingCaller.Success]);

        await caller.TryAsync();

        Assert.Equal(attempts, caller.Handler.Requests.Count);
    }

    [Fact]
    public async Task A_call_is_not_repeated_after_its_total_time()
    {
        RetryingCaller caller = null!;
        using (caller = new RetryingCaller(
            [() =>
            {
                caller.Clock.Advance(TimeSpan.FromSeconds(10));
                return StubResponse.Of(500, "");
            }],
            options => options.TotalTimeout = TimeSpan.FromSeconds(10)))
        {
            caller.Clock.LetTimersStand();
            Assert.Equal(1, Caller.Failed(await caller.TryAsync()).Attempts);
        }
    }

    [Theory]
    [InlineData(-1, 3, 3)]
    [InlineData(10, 3, 3)]
    [InlineData(2, 3, 2)]
    public async Task An_attempt_ends_with_its_timeout_or_the_total_time_whichever_is_shorter(double attempt, double total, double expected)
    {
        using var caller = new RetryingCaller(
            [() => throw new OperationCanceledException()],
            options => options.AttemptTimeout = attempt < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(attempt));
        caller.Clock.LetTimersStand();

        await caller.TryAsync(new StripeRequestOptions { TotalTimeout = TimeSpan.FromSeconds(total), MaxRetries = 0 });

        Assert.Equal(TimeSpan.FromSeconds(expected), Assert.Single(caller.Waits));
    }

    [Fact]
    public async Task Canceling_the_delay_ends_the_call_with_its_key()
    {
        using var source = new CancellationTokenSource();
        using var caller = new RetryingCaller([RetryingCaller.Response(500, "")]);
        caller.Clock.OnWait = source.Cancel;

        StripeCanceledException exception = await Assert.ThrowsAsync<StripeCanceledException>(
            () => caller.TryAsync(new StripeRequestOptions { IdempotencyKey = "key_1" }, source.Token));

        Assert.Equal("key_1", exception.IdempotencyKey);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Single(caller.Handler.Requests);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task A_number_of_retries_out_of_range_is_rejected(int retries)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new StripeClient(new StripeClientOptions { ApiKey = Caller.Key, MaxRetries = retries }));
        using var caller = new RetryingCaller([]);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => caller.TryAsync(new StripeRequestOptions { MaxRetries = retries }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => caller.TryAsync(new StripeRequestOptions { TotalTimeout = TimeSpan.FromSeconds(retries == -1 ? -1 : 0) }));
    }
}
