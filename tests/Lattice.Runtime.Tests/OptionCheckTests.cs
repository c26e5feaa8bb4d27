using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests;

/// <summary>An option that cannot be sent is rejected. The message does not quote the value, which may be a key.</summary>
public sealed class OptionCheckTests
{
    private const string Hidden = "sk_live_hidden";

    public static TheoryData<string> BadTexts =>
    [
        "",
        " ",
        Hidden + " ",
        " " + Hidden,
        Hidden + "\n",
        Hidden + "\r\nInjected: 1",
        Hidden + "\t",
        Hidden + "\0",
        Hidden + "\u007f",
        Hidden + "\u00a0",
        Hidden + "é",
        Hidden + "\u200b",
        "\uFEFF" + Hidden,
    ];

    [Theory]
    [MemberData(nameof(BadTexts))]
    public void A_client_rejects_an_invalid_key_without_printing_it(string key)
    {
        AssertQuotesNothing(Assert.ThrowsAny<ArgumentException>(() => new StripeClient(key)));
        AssertQuotesNothing(Assert.ThrowsAny<ArgumentException>(() => new StripeClient(new StripeClientOptions { ApiKey = key })));
    }

    [Fact]
    public void A_client_requires_a_key()
    {
        Assert.ThrowsAny<ArgumentException>(() => new StripeClient((string)null!));
        Assert.ThrowsAny<ArgumentException>(() => new StripeClient(new StripeClientOptions()));
        Assert.Throws<ArgumentNullException>(() => new StripeClient((StripeClientOptions)null!));
    }

    [Theory]
    [MemberData(nameof(BadTexts))]
    public void A_client_rejects_options_that_are_not_allowed_in_a_header(string text)
    {
        foreach (var set in new Action<StripeClientOptions>[]
        {
            options => options.ApiVersion = text,
            options => options.StripeAccount = text,
            options => options.StripeContext = text,
        })
        {
            AssertQuotesNothing(Assert.ThrowsAny<ArgumentException>(() => Caller.Succeeding(set)));
        }
    }

    [Theory]
    [MemberData(nameof(BadTexts))]
    public async Task A_call_rejects_options_that_are_not_allowed_in_a_header(string text)
    {
        using Caller caller = Caller.Succeeding();
        foreach (var options in new StripeRequestOptions[]
        {
            new() { ApiKey = text },
            new() { ApiVersion = text },
            new() { StripeAccount = text },
            new() { StripeContext = text },
            new() { IdempotencyKey = text },
        })
        {
            AssertQuotesNothing(await Assert.ThrowsAnyAsync<ArgumentException>(() => caller.TryAsync(null, options)));
        }

        Assert.Empty(caller.Handler.Requests);
    }

    public static TheoryData<long> BadTimeouts =>
        [0, -1, -TimeSpan.TicksPerSecond, TimeSpan.TicksPerDay * 25, long.MaxValue, long.MinValue];

    [Theory]
    [MemberData(nameof(BadTimeouts))]
    public async Task A_timeout_must_be_positive_and_within_the_range_of_timers(long ticks)
    {
        using Caller caller = Caller.Succeeding();

        Assert.Throws<ArgumentOutOfRangeException>(() => Caller.Succeeding(options => options.AttemptTimeout = new TimeSpan(ticks)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => caller.TryAsync(null, new StripeRequestOptions { AttemptTimeout = new TimeSpan(ticks) }));

        Assert.Empty(caller.Handler.Requests);
    }

    [Fact]
    public async Task A_timeout_may_be_24_days_or_infinite()
    {
        foreach (TimeSpan timeout in new[] { TimeSpan.FromDays(24), Timeout.InfiniteTimeSpan })
        {
            using Caller caller = Caller.Succeeding(options => options.AttemptTimeout = timeout);

            Assert.True((await caller.TryAsync(null, new StripeRequestOptions { AttemptTimeout = timeout })).IsSuccess);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void MaxResponseBytes_must_be_positive(int value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Caller.Succeeding(options => options.MaxResponseBytes = value));

    [Theory]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///x")]
    [InlineData("/v1")]
    [InlineData("https://example.com/?a=b")]
    [InlineData("https://example.com/#a")]
    [InlineData("https://user:sk_live_hidden@example.com/")]
    public void A_base_address_must_be_an_http_or_https_URL(string address) =>
        AssertQuotesNothing(Assert.Throws<ArgumentException>(
            () => Caller.Succeeding(options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute))));

    [Fact]
    public void A_null_base_address_or_clock_is_rejected()
    {
        Assert.Throws<ArgumentNullException>(() => Caller.Succeeding(options => options.BaseAddress = null!));
        Assert.Throws<ArgumentNullException>(() => Caller.Succeeding(options => options.TimeProvider = null!));
    }

    [Fact]
    public async Task The_maximum_delays_and_timeouts_can_be_used()
    {
        var longest = TimeSpan.FromDays(24);
        using var caller = new RetryingCaller([RetryingCaller.Response(429, "", ("Retry-After", "2073600")), RetryingCaller.Success], options =>
        {
            options.MaxRetryDelay = longest;
            options.MaxRetries = 100;
        });

        Assert.True((await caller.TryAsync()).IsSuccess);
        Assert.Equal(longest, Assert.Single(caller.Waits));
    }

    [Fact]
    public void The_defaults_are_as_documented()
    {
        var options = new StripeClientOptions();

        Assert.Null(options.ApiKey);
        Assert.Equal(new Uri("https://api.stripe.com/"), options.BaseAddress);
        Assert.Null(options.ApiVersion);
        Assert.Null(options.StripeAccount);
        Assert.Null(options.StripeContext);
        Assert.Equal(TimeSpan.FromSeconds(80), options.AttemptTimeout);
        Assert.Null(options.TotalTimeout);
        Assert.Equal(2, options.MaxRetries);
        Assert.Equal(TimeSpan.FromSeconds(5), options.MaxRetryDelay);
        Assert.Equal(MissingFieldPolicy.Report, options.MissingFields);
        Assert.Equal(10 * 1024 * 1024, options.MaxResponseBytes);
        Assert.Same(TimeProvider.System, options.TimeProvider);
    }

    private static void AssertQuotesNothing(Exception exception) =>
        Assert.DoesNotContain(Hidden, exception.ToString(), StringComparison.Ordinal);
}
