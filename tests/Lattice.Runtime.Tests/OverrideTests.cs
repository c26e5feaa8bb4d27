using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests;

/// <summary>The options of one call apply to every attempt of that call and to no other call.</summary>
public sealed class OverrideTests
{
    private static readonly StripeRequestOptions s_all = new()
    {
        ApiKey = "rk_test_other",
        ApiVersion = "2022-02-02",
        StripeAccount = "acct_other",
        StripeContext = "ctx_other",
        IdempotencyKey = "key-other",
        AttemptTimeout = CallClock.AttemptTimeout,
        TotalTimeout = TimeSpan.FromHours(1),
        MaxRetries = 1,
        ExtraHeaders = new Dictionary<string, string> { ["X-Other"] = "1" },
        ExtraParameters = new Dictionary<string, string> { ["other"] = "1" },
    };

    [Fact]
    public async Task The_next_call_uses_the_options_of_the_client()
    {
        using Caller caller = Caller.Succeeding(options => options.StripeAccount = "acct_client");
        using Caller fresh = Caller.Succeeding(options => options.StripeAccount = "acct_client");

        await caller.CreateAsync(new ThingParams { Text = "t" }, s_all);
        await caller.CreateAsync(new ThingParams { Text = "t" });
        await fresh.CreateAsync(new ThingParams { Text = "t" });

        Assert.Equal("acct_other", caller.Handler.Requests[0].Header("Stripe-Account"));
        Assert.Equal(WithoutKey(fresh.Sent), WithoutKey(caller.Handler.Requests[1]));
        Assert.NotEqual("key-other", caller.Handler.Requests[1].Header("Idempotency-Key"));
        Assert.Equal("text=t", caller.Handler.Requests[1].Body);
    }

    [Fact]
    public async Task All_attempts_of_the_call_use_the_overrides()
    {
        using var caller = new RetryingCaller(
            [RetryingCaller.Response(500, ""), RetryingCaller.Success], options => options.TimeProvider = new CallClock());

        Assert.True((await caller.TryAsync(s_all)).IsSuccess);

        Assert.Equal(2, caller.Handler.Requests.Count);
        Assert.All(caller.Handler.Requests, request =>
        {
            Assert.Equal("Bearer rk_test_other", request.Header("Authorization"));
            Assert.Equal("2022-02-02", request.Header("Stripe-Version"));
            Assert.Equal("acct_other", request.Header("Stripe-Account"));
            Assert.Equal("ctx_other", request.Header("Stripe-Context"));
            Assert.Equal("key-other", request.Header("Idempotency-Key"));
            Assert.Equal("1", request.Header("X-Other"));
            Assert.Equal("text=t&other=1", request.Body);
        });
    }

    [Fact]
    public async Task Timeouts_and_retries_can_be_set_for_one_call()
    {
        using var caller = new RetryingCaller(
            Enumerable.Repeat(RetryingCaller.Fail(new TimeoutException()), 2),
            options => options.AttemptTimeout = TimeSpan.FromSeconds(80));
        caller.Clock.LetTimersStand();

        await caller.TryAsync(
            new StripeRequestOptions { AttemptTimeout = TimeSpan.FromSeconds(3), TotalTimeout = TimeSpan.FromSeconds(2), MaxRetries = 0 });
        await caller.TryAsync(new StripeRequestOptions { MaxRetries = 0 });

        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(80)], caller.Waits);
    }

    [Fact]
    public async Task The_retries_of_one_call_do_not_affect_the_next()
    {
        using var caller = new RetryingCaller(Enumerable.Repeat(RetryingCaller.Response(500, ""), 5));

        int once = Caller.Failed(await caller.TryAsync(new StripeRequestOptions { MaxRetries = 0 })).Attempts;
        int byDefault = Caller.Failed(await caller.TryAsync()).Attempts;

        Assert.Equal((1, 3), (once, byDefault));
    }

    [Fact]
    public async Task Concurrent_calls_keep_their_own_options()
    {
        using Caller caller = Caller.Succeeding();

        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => caller.CreateAsync(
            new ThingParams { Number = i },
            i % 2 == 0
                ? null
                : new StripeRequestOptions { ApiKey = $"rk_{i}", StripeAccount = $"acct_{i}", IdempotencyKey = $"key-{i}" }))));

        Assert.Equal(400, caller.Handler.Requests.Count);
        Assert.All(caller.Handler.Requests, request =>
        {
            string number = request.Body!["number=".Length..];
            bool isPlain = int.Parse(number) % 2 == 0;
            Assert.Equal(isPlain ? $"Bearer {Caller.Key}" : $"Bearer rk_{number}", request.Header("Authorization"));
            Assert.Equal(isPlain ? null : $"acct_{number}", request.Header("Stripe-Account"));
            Assert.Equal(isPlain, request.Header("Idempotency-Key") != $"key-{number}");
        });
    }

    [Fact]
    public async Task An_error_does_not_contain_the_key_of_the_call()
    {
        const string Key = "rk_test_of_the_call";
        using Caller caller = Caller.Responding(401, $$$"""{"error":{"message":"Bearer {{{Key}}} is wrong."}}""");

        StripeError withIt = Caller.Failed(await caller.TryAsync(null, new StripeRequestOptions { ApiKey = Key }));
        StripeError without = Caller.Failed(await caller.TryAsync());

        Assert.Equal("Bearer [redacted] is wrong.", withIt.Message);
        Assert.Equal($"Bearer {Key} is wrong.", without.Message);
    }

    [Fact]
    public async Task A_short_key_is_not_redacted_in_messages()
    {
        using var caller = new Caller(
            StubHandler.Responding(400, """{"error":{"message":"A test failed.","param":"test"}}"""), options => options.ApiKey = "test");

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Equal("A test failed.", error.Message);
        Assert.Equal("test", error.Param);
    }

    private static IEnumerable<string> WithoutKey(RecordedRequest request) => request.Headers
        .Where(header => header.Key != "Idempotency-Key")
        .Select(header => $"{header.Key}: {header.Value}")
        .Order(StringComparer.Ordinal);
}
