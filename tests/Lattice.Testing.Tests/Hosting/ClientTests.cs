using System.Diagnostics;
using System.Net;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Hosting;

/// <summary>The client of a stand-in.</summary>
public sealed class ClientTests
{
    private static readonly AccountLinkCreateParams s_parameters = new()
    {
        Account = "acct_1",
        Type = AccountLinkCreateType.AccountOnboarding,
    };

    [Fact]
    public async Task The_client_needs_no_configuration()
    {
        using var stripe = new StripeStandIn();

        AccountLink link = await AccountLink.CreateAsync(stripe.Client, s_parameters);

        Assert.True(link.Url.HasValue);
        Assert.Same(stripe.Client, stripe.Client);
    }

    [Fact]
    public async Task The_client_uses_the_key_of_the_stand_in()
    {
        using var stripe = new StripeStandIn(new StripeStandInOptions { ApiKey = "sk_live_the_only_one" });

        Assert.True((await AccountLink.TryCreateAsync(stripe.Client, s_parameters)).IsSuccess);
    }

    [Theory]
    [InlineData("order 4 2")]
    [InlineData("a,b;c=d")]
    [InlineData("!\"#$%&'()*+,-./0123456789:;<=>?@ABC[\\]^_`abc{|}~")]
    [InlineData("a  b")]
    public async Task An_idempotency_key_may_have_any_character_of_a_header(string key)
    {
        using var stripe = new StripeStandIn();
        var options = new StripeRequestOptions { IdempotencyKey = key };

        AccountLink first = await AccountLink.CreateAsync(stripe.Client, s_parameters, options);
        AccountLink again = await AccountLink.CreateAsync(stripe.Client, s_parameters, options);

        Assert.Equal(first.Url.Reveal(), again.Url.Reveal());
        Assert.True(again.GetResponse()!.IsIdempotentReplay);
        Assert.Equal(key, again.GetResponse()!.IdempotencyKey);
        stripe.AssertReceived(AccountLink.CreateOperation, expected => expected.WithHeader("Idempotency-Key", key));
    }

    [Fact]
    public async Task The_client_does_not_wait_between_retries_on_a_stopped_clock()
    {
        var clock = new FakeTimeProvider();
        using var stripe = new StripeStandIn(new StripeStandInOptions { TimeProvider = clock });
        stripe.On(AccountLink.CreateOperation)
            .FailWith(StripeErrorType.RateLimitError, retryAfter: TimeSpan.FromSeconds(5))
            .FailWith(HttpStatusCode.ServiceUnavailable);

        AccountLink link = await AccountLink.CreateAsync(stripe.Client, s_parameters).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(3, link.GetResponse()!.Attempts);
        Assert.Equal(clock.Start, link.Created);
    }

    [Fact]
    public async Task The_client_does_not_wait_between_retries_on_the_system_clock()
    {
        using var stripe = new StripeStandIn();
        stripe.On(AccountLink.CreateOperation).FailWith(StripeErrorType.RateLimitError, retryAfter: TimeSpan.FromSeconds(5)).Times(2);
        long start = Stopwatch.GetTimestamp();

        await AccountLink.CreateAsync(stripe.Client, s_parameters);

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10), "Two waits of five seconds were to be left out.");
    }

    [Fact]
    public async Task The_timeouts_of_the_client_run_on_the_clock_of_the_stand_in()
    {
        var clock = new FakeTimeProvider();
        using var stripe = new StripeStandIn(new StripeStandInOptions { TimeProvider = clock });
        stripe.On(AccountLink.CreateOperation).Delay(TimeSpan.FromSeconds(10));
        var options = new StripeRequestOptions { AttemptTimeout = TimeSpan.FromSeconds(2), MaxRetries = 0 };

        Task<StripeResult<AccountLink>> call = AccountLink.TryCreateAsync(stripe.Client, s_parameters, options);
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(StripeErrorType.TimeoutError, (await call).Error!.Type);
    }

    [Fact]
    public async Task The_client_is_disposed_with_the_stand_in()
    {
        var stripe = new StripeStandIn();
        IStripeClient client = stripe.Client;

        stripe.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => AccountLink.CreateAsync(client, s_parameters));
        using var caller = new Caller(stripe);
        Assert.Equal(200, (await caller.PostAsync("/v1/account_links", "account=acct_1&type=account_update")).StatusCode);
    }

    [Fact]
    public void A_stand_in_whose_client_was_not_used_can_be_disposed_twice()
    {
        var stripe = new StripeStandIn();

        stripe.Dispose();
        stripe.Dispose();

        Assert.Empty(stripe.Requests);
    }
}
