using System.Net;
using Lattice.Stripe;
using Lattice.Stripe.Testing;
using StripeNetTests.Support;

namespace StripeNetTests.Pages;

/// <summary>What "Beside Stripe.net" says of the two packages.</summary>
public sealed class BesideTests : IDisposable
{
    private static readonly AccountLinkCreateParams s_ours = new() { Account = "acct_1", Type = AccountLinkCreateType.AccountOnboarding };
    private static readonly Stripe.AccountLinkCreateOptions s_theirs = new() { Account = "acct_1", Type = "account_onboarding" };

    private readonly StripeStandIn _stripe = new();

    public void Dispose() => _stripe.Dispose();

    [Theory]
    [InlineData("StripeClient")]
    [InlineData("IStripeClient")]
    [InlineData("StripeException")]
    [InlineData("StripeError")]
    [InlineData("StripeList`1")]
    [InlineData("AccountLink")]
    public void A_name_is_in_both(string name)
    {
        Assert.Contains(typeof(Stripe.StripeClient).Assembly.GetExportedTypes(), type => type.FullName == $"Stripe.{name}");
        Assert.Contains(
            typeof(StripeClient).Assembly.GetExportedTypes().Concat(typeof(AccountLink).Assembly.GetExportedTypes()),
            type => type.FullName == $"Lattice.Stripe.{name}");
    }

    [Fact]
    public void No_type_for_tests_has_the_name_of_one_of_Stripe_net()
    {
        IEnumerable<Type> types = typeof(StripeStandIn).Assembly.GetExportedTypes()
            .Concat(typeof(StripeStandInServer).Assembly.GetExportedTypes());

        Assert.Empty(types.Select(type => type.Name).Intersect(
            typeof(Stripe.StripeClient).Assembly.GetExportedTypes().Where(type => type.Namespace == "Stripe").Select(type => type.Name)));
    }

    [Fact]
    public async Task Both_send_the_same_key_and_account_and_their_own_version()
    {
        using var stripe = new StripeStandIn(new StripeStandInOptions { ApiKey = StandIns.ApiKey });
        using var http = new HttpClient(stripe.CreateHandler());
        using var added = new StripeClient(new StripeClientOptions { ApiKey = StandIns.ApiKey, StripeAccount = "acct_2" }, http);
        var existing = new Stripe.StripeClient(new Stripe.StripeClientOptions
        {
            ApiKey = StandIns.ApiKey,
            HttpClient = new Stripe.SystemNetHttpClient(http),
            StripeAccount = "acct_2",
        });

        await existing.V1.AccountLinks.CreateAsync(s_theirs);
        await AccountLink.CreateAsync(added, s_ours);
        await AccountLink.CreateAsync(added, s_ours, new StripeRequestOptions { ApiVersion = Stripe.StripeConfiguration.ApiVersion });

        Assert.All(stripe.Requests, request => Assert.Equal((200, "acct_2"), (request.StatusCode, request.Headers["Stripe-Account"])));
        Assert.Equal(
            ["2026-10-28.endive", StripeApiVersion.Current, "2026-10-28.endive"],
            stripe.Requests.Select(request => request.Headers["Stripe-Version"]));
        Assert.Equal("2026-10-28.endive", StripeApiVersion.Current);
    }

    [Fact]
    public async Task Both_send_the_same_parameters()
    {
        const string Key = "onboarding-acct_1";
        Stripe.AccountLink theirs = await StandIns.CreateClient(_stripe).V1.AccountLinks.CreateAsync(
            s_theirs, new Stripe.RequestOptions { IdempotencyKey = Key });
        AccountLink ours = await AccountLink.CreateAsync(_stripe.Client, s_ours, new StripeRequestOptions { IdempotencyKey = Key });

        Assert.True(ours.GetResponse()!.IsIdempotentReplay);
        Assert.Equal(theirs.Url, ours.Url.Reveal());
    }

    [Fact]
    public async Task Each_has_an_exception_of_its_own()
    {
        var theirs = await Assert.ThrowsAsync<Stripe.StripeException>(
            () => StandIns.CreateClient(_stripe).V1.AccountLinks.CreateAsync(new Stripe.AccountLinkCreateOptions { Account = "acct_1" }));
#pragma warning disable LAT1001 // The parameter is missing on purpose.
        var ours = await Assert.ThrowsAsync<StripeException>(
            () => AccountLink.CreateAsync(_stripe.Client, new AccountLinkCreateParams { Account = "acct_1" }));
#pragma warning restore LAT1001

        Assert.Equal(
            (theirs.HttpStatusCode, theirs.StripeError.Code, theirs.StripeError.Param),
            (ours.Error.StatusCode!.Value, ours.Error.Code, ours.Error.Param));
        Assert.False(ours.Error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_connection_that_fails_is_an_HttpRequestException_there_and_an_unknown_outcome_here()
    {
        _stripe.On(AccountLink.CreateOperation).Drop().Always();

        await Assert.ThrowsAsync<HttpRequestException>(() => StandIns.CreateClient(_stripe).V1.AccountLinks.CreateAsync(s_theirs));
        var ours = await Assert.ThrowsAsync<StripeException>(() => AccountLink.CreateAsync(_stripe.Client, s_ours));

        Assert.Equal(StripeErrorType.ConnectionError, ours.Error.Type);
        Assert.True(ours.Error.IsOutcomeUnknown);
        Assert.NotNull(ours.Error.IdempotencyKey);
    }

    [Fact]
    public async Task A_timeout_is_a_TaskCanceledException_there_and_a_timeout_error_here()
    {
        _stripe.On(AccountLink.CreateOperation).Delay(TimeSpan.FromMinutes(1)).Always();
        using var http = new HttpClient(_stripe.CreateHandler()) { Timeout = TimeSpan.FromMilliseconds(200) };
        var existing = new Stripe.StripeClient(StandIns.ApiKey, httpClient: new Stripe.SystemNetHttpClient(http, maxNetworkRetries: 0));
        using var added = new StripeClient(new StripeClientOptions { ApiKey = StandIns.ApiKey, MaxRetries = 0 }, http);

        await Assert.ThrowsAsync<TaskCanceledException>(() => existing.V1.AccountLinks.CreateAsync(s_theirs));
        var ours = await Assert.ThrowsAsync<StripeException>(() => AccountLink.CreateAsync(added, s_ours));

        Assert.Equal(StripeErrorType.TimeoutError, ours.Error.Type);
    }

    [Fact]
    public async Task The_default_timeouts_and_retries_are_the_same()
    {
        var ours = new StripeClientOptions();

        Assert.Equal(Stripe.SystemNetHttpClient.DefaultHttpTimeout, ours.AttemptTimeout);
        Assert.Equal(Stripe.SystemNetHttpClient.DefaultMaxNumberRetries, ours.MaxRetries);
        _stripe.On(AccountLink.CreateOperation).FailWith(HttpStatusCode.ServiceUnavailable).Always();
        await Assert.ThrowsAsync<Stripe.StripeException>(
            () => StandIns.CreateClient(_stripe, maxRetries: 1).V1.AccountLinks.CreateAsync(s_theirs));
        Assert.Equal(2, _stripe.Requests.Count);
    }
}
