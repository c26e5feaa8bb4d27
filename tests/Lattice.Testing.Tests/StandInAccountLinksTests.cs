using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>Account links as the form that they open sees them.</summary>
public sealed class StandInAccountLinksTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly StripeStandIn _stripe;

    public StandInAccountLinksTests()
        => _stripe = new StripeStandIn(new StripeStandInOptions
        {
            TimeProvider = _clock,
            PageAddress = new Uri("https://pages.test/forms"),
        });

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task A_link_works_once()
    {
        string url = await CreateAsync();
        Assert.Equal(AccountLinkState.Valid, _stripe.AccountLinks.GetState(url));

        AccountLinkVisit first = _stripe.AccountLinks.Visit(url);
        AccountLinkVisit second = _stripe.AccountLinks.Visit(url);

        Assert.Equal(
            new AccountLinkVisit(
                AccountLinkState.Valid, "acct_1", "account_onboarding", "https://example.com/refresh", "https://example.com/return"),
            first);
        Assert.Equal(first with { State = AccountLinkState.AlreadyUsed }, second);
        Assert.Equal(AccountLinkState.AlreadyUsed, _stripe.AccountLinks.GetState(url));
    }

    [Fact]
    public async Task A_link_works_for_300_seconds()
    {
        string url = await CreateAsync();

        _clock.Advance(TimeSpan.FromSeconds(300) - TimeSpan.FromTicks(1));
        Assert.Equal(AccountLinkState.Valid, _stripe.AccountLinks.GetState(url));
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(AccountLinkState.Expired, _stripe.AccountLinks.GetState(url));
        Assert.Equal(AccountLinkState.Expired, _stripe.AccountLinks.Visit(url).State);
        Assert.Equal("https://example.com/refresh", _stripe.AccountLinks.Visit(url).RefreshUrl);
    }

    [Fact]
    public void A_link_that_was_not_returned_is_unknown()
    {
        Assert.Equal(AccountLinkState.Unknown, _stripe.AccountLinks.GetState("https://pages.test/forms/account_link/acct_1/x"));
        Assert.Equal(new AccountLinkVisit(AccountLinkState.Unknown, null, null, null, null), _stripe.AccountLinks.Visit(""));
    }

    [Fact]
    public async Task Links_refer_to_the_pages_in_the_options()
        => Assert.Matches("^https://pages.test/forms/account_link/acct_1/[0-9A-Za-z]{32}$", await CreateAsync());

    [Fact]
    public async Task Only_one_of_many_concurrent_visits_finds_the_link_valid()
    {
        string url = await CreateAsync();

        AccountLinkVisit[] visits = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => _stripe.AccountLinks.Visit(url))));

        Assert.Single(visits, visit => visit.State == AccountLinkState.Valid);
    }

    [Fact]
    public async Task A_repeated_request_creates_no_new_link()
    {
        var options = new StripeRequestOptions { IdempotencyKey = "key" };
        string url = await CreateAsync(options);
        _stripe.AccountLinks.Visit(url);

        string again = await CreateAsync(options);

        Assert.Equal(url, again);
        Assert.Equal(AccountLinkState.AlreadyUsed, _stripe.AccountLinks.GetState(again));
    }

    [Fact]
    public async Task A_stubbed_link_can_be_visited()
    {
        _stripe.On(AccountLink.CreateOperation).RespondWith(new AccountLink
        {
            Url = new SecretString("https://example.com/form"),
            ExpiresAt = _clock.GetUtcNow().AddSeconds(10),
        });

        Assert.Equal("https://example.com/form", await CreateAsync());
        Assert.Equal("acct_1", _stripe.AccountLinks.Visit("https://example.com/form").Account);
    }

    [Fact]
    public async Task A_stubbed_link_without_an_expiry_expires_after_300_seconds()
    {
        _stripe.On(AccountLink.CreateOperation).RespondWith(new AccountLink { Url = new SecretString("https://example.com/form") });

        await CreateAsync();
        Assert.Equal(AccountLinkState.Valid, _stripe.AccountLinks.GetState("https://example.com/form"));
        _clock.Advance(TimeSpan.FromSeconds(300));

        Assert.Equal(AccountLinkState.Expired, _stripe.AccountLinks.GetState("https://example.com/form"));
    }

    [Theory]
    [InlineData("""{ "url": "https://example.com/form", "expires_at": "soon" }""")]
    [InlineData("""{ "url": "https://example.com/form", "expires_at": 9223372036854775807 }""")]
    [InlineData("""{ "url": 5, "expires_at": 5 }""")]
    public async Task A_malformed_link_can_be_stubbed_but_not_visited(string response)
    {
        using var handler = new CannedHandler(response);
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, handler);
        var parameters = new AccountLinkCreateParams { Account = "acct_1", Type = AccountLinkCreateType.AccountOnboarding };
        _stripe.On(AccountLink.CreateOperation).RespondWith(await AccountLink.CreateAsync(client, parameters));

        AccountLink link = await AccountLink.CreateAsync(_stripe.Client, parameters);

        Assert.Equal(AccountLinkState.Unknown, _stripe.AccountLinks.GetState("https://example.com/form"));
        Assert.Equal(200, (int)link.GetResponse()!.StatusCode);
    }

    [Fact]
    public async Task Links_of_v2_can_be_visited()
    {
        using var stripe = new StripeStandIn(new StripeStandInOptions { TimeProvider = _clock, Slice = StripeSlice.Parse(V2Slice) });
        using var caller = new Caller(stripe);
        Reply reply = await caller.PostJsonAsync("/v2/core/account_links", """
            { "account": "acct_2", "use_case": { "type": "account_update", "account_update": { "refresh_url": "https://example.com/r" } } }
            """);

        AccountLinkVisit visit = stripe.AccountLinks.Visit(reply.Text("url")!);

        Assert.Equal(new AccountLinkVisit(AccountLinkState.Valid, "acct_2", "account_update", "https://example.com/r", null), visit);
        Assert.Equal("2000-01-01T00:05:00.000Z", reply.Text("expires_at"));
    }

    [Theory]
    [InlineData("relative")]
    [InlineData("https://pages.test/?a=b")]
    [InlineData("https://pages.test/#a")]
    public void The_address_of_pages_must_be_absolute_without_a_query_or_fragment(string address)
    {
        var options = new StripeStandInOptions { PageAddress = new Uri(address, UriKind.RelativeOrAbsolute) };

        Assert.Equal("options.PageAddress", Assert.Throws<ArgumentException>(() => new StripeStandIn(options)).ParamName);
    }

    private static string V2Slice { get; } = Slice.With(
        $$"""
        { "/v2/core/account_links": { "post": {{Slice.Operation("Create", """
            { "type": "object", "properties": { "account": { "type": "string" }, "use_case": { "type": "object", "properties": {
              "type": { "type": "string" },
              "account_update": { "type": "object", "properties": { "refresh_url": { "type": "string" } } } } } } }
            """).Replace("application/x-www-form-urlencoded", "application/json", StringComparison.Ordinal)
            .Replace("schemas/thing", "schemas/v2.core.account_link", StringComparison.Ordinal)}} } }
        """,
        """
        { "v2.core.account_link": { "type": "object", "properties": {
          "url": { "type": "string" }, "expires_at": { "type": "string", "format": "date-time" } } } }
        """);

    private async Task<string> CreateAsync(StripeRequestOptions? options = null)
    {
        AccountLink link = await AccountLink.CreateAsync(
            _stripe.Client,
            new AccountLinkCreateParams
            {
                Account = "acct_1",
                Type = AccountLinkCreateType.AccountOnboarding,
                RefreshUrl = "https://example.com/refresh",
                ReturnUrl = "https://example.com/return",
            },
            options);
        return link.Url.Reveal();
    }
}
