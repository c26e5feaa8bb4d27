using System.Globalization;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Http;

/// <summary>An attempt ends when its time is over, by the clock of the options.</summary>
public sealed class TimeoutTests
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData(null, null, 80_000)]
    [InlineData(3_000, null, 3_000)]
    [InlineData(3_000, 500, 500)]
    [InlineData(null, 90_000, 90_000)]
    public async Task A_call_ends_when_its_time_is_over_and_not_earlier(int? client, int? request, int expected)
    {
        var clock = new FakeTimeProvider();
        using var caller = new Caller(Silent(), options =>
        {
            options.TimeProvider = clock;
            options.AttemptTimeout = client is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : options.AttemptTimeout;
        });
        Task<StripeResult<Thing>> call = caller.TryAsync(null, new StripeRequestOptions
        {
            AttemptTimeout = request is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            IdempotencyKey = "key-1",
        });

        clock.Advance(TimeSpan.FromMilliseconds(expected) - s_tick);
        Assert.False(call.IsCompleted);
        clock.Advance(s_tick);
        StripeResult<Thing> result = await call;

        StripeError error = Caller.Failed(result);
        Assert.Equal(StripeErrorType.TimeoutError, error.Type);
        Assert.True(error.IsOutcomeUnknown);
        Assert.Null(error.StatusCode);
        Assert.Null(error.RequestId);
        Assert.Null(error.GetRawBody());
        Assert.Null(result.Response);
        Assert.Equal("key-1", error.IdempotencyKey);
        Assert.Equal(1, error.Attempts);
        Assert.Contains("api.stripe.com", error.Message, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($" {expected / 1000m:0.###} s"), error.Message, StringComparison.Ordinal);
        Assert.StartsWith("(timeout_error): ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_is_the_same_in_every_culture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        using var scope = new CultureScope(culture);
        var clock = new FakeTimeProvider();
        using var caller = new Caller(Silent(), options => options.TimeProvider = clock);
        Task<StripeResult<Thing>> call = caller.TryAsync(null, new StripeRequestOptions { AttemptTimeout = TimeSpan.FromSeconds(1.5) });

        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Contains(" 1.5 s", Caller.Failed(await call).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_for_the_body_counts_as_well()
    {
        var clock = new FakeTimeProvider();
        using var body = new StallingStream();
        using var caller = new Caller(
            new StubHandler((_, _) => Task.FromResult(StubResponse.Of(200, new StreamContent(body)))),
            options => options.TimeProvider = clock);
        Task<StripeResult<Thing>> call = caller.TryAsync();
        Assert.False(call.IsCompleted);

        clock.Advance(TimeSpan.FromSeconds(80));

        StripeError error = Caller.Failed(await call);
        Assert.Equal(StripeErrorType.TimeoutError, error.Type);
        Assert.True(error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task An_infinite_timeout_never_ends_a_call()
    {
        var clock = new FakeTimeProvider();
        var response = new TaskCompletionSource<HttpResponseMessage>();
        using var caller = new Caller(new StubHandler((_, cancellation) => response.Task.WaitAsync(cancellation)), options =>
        {
            options.TimeProvider = clock;
            options.AttemptTimeout = Timeout.InfiniteTimeSpan;
        });
        Task<StripeResult<Thing>> call = caller.TryAsync();

        clock.Advance(TimeSpan.FromDays(3_650));
        Assert.False(call.IsCompleted);
        response.SetResult(StubResponse.Of(200, StubResponse.Thing));

        Assert.True((await call).IsSuccess);
    }

    [Fact]
    public async Task A_timeout_of_the_handler_is_not_reported_with_the_time_of_the_client()
    {
        using var caller = new Caller(
            StubHandler.Failing(new TaskCanceledException("hidden")),
            options => options.AttemptTimeout = Timeout.InfiniteTimeSpan);

        StripeError error = Caller.Failed(await caller.TryAsync(null, new StripeRequestOptions()));
        StripeError withOurs = Caller.Failed(
            await caller.TryAsync(null, new StripeRequestOptions { AttemptTimeout = TimeSpan.FromSeconds(77) }));

        Assert.Equal(StripeErrorType.TimeoutError, error.Type);
        Assert.True(error.IsOutcomeUnknown);
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("-0.001", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("77", withOurs.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeout_that_the_handler_reports_as_a_broken_connection_is_a_timeout()
    {
        var clock = new FakeTimeProvider();
        using var caller = new Caller(Breaking(), options => options.TimeProvider = clock);
        Task<StripeResult<Thing>> call = caller.TryAsync();

        clock.Advance(TimeSpan.FromSeconds(80));

        Assert.Equal(StripeErrorType.TimeoutError, Caller.Failed(await call).Type);
    }

    [Fact]
    public async Task The_timeout_of_the_callers_HttpClient_applies_as_well()
    {
        using var handler = Silent();
        using var http = new HttpClient(handler) { Timeout = s_tick };
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, http);

        StripeError error = Caller.Failed(await Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None));

        Assert.Equal(StripeErrorType.TimeoutError, error.Type);
        Assert.DoesNotContain("80 s", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Never responds, but ends when it is canceled.</summary>
    private static StubHandler Silent() =>
        new((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation).ContinueWith<HttpResponseMessage>(
            _ => throw new OperationCanceledException(cancellation), TaskScheduler.Default));

    /// <summary>Some handlers end with a failed connection when they are canceled.</summary>
    private static StubHandler Breaking() =>
        new((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation).ContinueWith<HttpResponseMessage>(
            _ => throw new HttpRequestException("hidden"), TaskScheduler.Default));
}
