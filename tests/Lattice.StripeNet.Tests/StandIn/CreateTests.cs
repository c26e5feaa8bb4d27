using Lattice.Stripe.Testing;
using Stripe;
using Stripe.TestHelpers;
using StripeNetTests.Support;

namespace StripeNetTests.StandIn;

/// <summary>Stripe.net creates what the slice of the SDK can create, and reads the responses.</summary>
public sealed class CreateTests : IDisposable
{
    private readonly StripeStandIn _stripe = new();
    private readonly StripeClient _client;

    public CreateTests() => _client = StandIns.CreateClient(_stripe);

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task An_account_link_is_one_that_a_seller_can_follow()
    {
        AccountLink link = await _client.V1.AccountLinks.CreateAsync(new AccountLinkCreateOptions
        {
            Account = "acct_1",
            Type = "account_onboarding",
            RefreshUrl = "https://example.com/refresh",
            ReturnUrl = "https://example.com/return",
            CollectionOptions = new AccountLinkCollectionOptionsOptions { Fields = "eventually_due" },
        });

        Assert.Equal("account_link", link.Object);
        Assert.Equal(TimeSpan.FromSeconds(300), link.ExpiresAt - link.Created);
        Assert.Equal(AccountLinkState.Valid, _stripe.AccountLinks.GetState(link.Url));
        Assert.Equal("https://example.com/return", _stripe.AccountLinks.Visit(link.Url).ReturnUrl);
        ReceivedRequest request = _stripe.AssertReceived(HttpMethod.Post, "/v1/account_links", request => request
            .WithParameter("account", "acct_1")
            .WithParameter("collection_options[fields]", "eventually_due")
            .WithHeader("Stripe-Version", StripeConfiguration.ApiVersion));
        Assert.Equal(request.RequestId, link.StripeResponse.RequestId);
        Assert.Equal(request.Headers["Idempotency-Key"], link.StripeResponse.IdempotencyKey);
    }

    [Fact]
    public async Task Sessions_have_their_secrets_and_addresses()
    {
        AccountSession account = await _client.V1.AccountSessions.CreateAsync(new AccountSessionCreateOptions
        {
            Account = "acct_1",
            Components = new AccountSessionComponentsOptions
            {
                AccountOnboarding = new AccountSessionComponentsAccountOnboardingOptions { Enabled = true },
            },
        });
        CustomerSession customer = await _client.V1.CustomerSessions.CreateAsync(new CustomerSessionCreateOptions
        {
            Customer = "cus_1",
            Components = new CustomerSessionComponentsOptions
            {
                PricingTable = new CustomerSessionComponentsPricingTableOptions { Enabled = true },
            },
        });
        Stripe.BillingPortal.Session portal = await _client.V1.BillingPortal.Sessions.CreateAsync(
            new Stripe.BillingPortal.SessionCreateOptions { Customer = "cus_1", ReturnUrl = "https://example.com/account" });
        Account seller = await _client.V1.Accounts.CreateAsync(new AccountCreateOptions { Country = "US" });
        LoginLink login = await _client.V1.Accounts.LoginLinks.CreateAsync(seller.Id);

        Assert.True(account.Components.AccountOnboarding.Enabled);
        Assert.NotEmpty(account.ClientSecret);
        Assert.True(account.ExpiresAt > DateTime.UtcNow);
        Assert.Equal("cus_1", customer.CustomerId);
        Assert.True(customer.Components.PricingTable.Enabled);
        Assert.NotEmpty(customer.ClientSecret);
        Assert.Equal(("cus_1", "https://example.com/account"), (portal.Customer, portal.ReturnUrl));
        Assert.StartsWith("bps_", portal.Id, StringComparison.Ordinal);
        Assert.True(Uri.IsWellFormedUriString(login.Url, UriKind.Absolute));
        _stripe.AssertReceived(HttpMethod.Post, "/v1/accounts/{id}/login_links", request => request
            .WithPath($"/v1/accounts/{seller.Id}/login_links"));
    }

    [Fact]
    public async Task An_ephemeral_key_has_the_version_of_the_app_that_uses_it()
    {
        EphemeralKey key = await _client.V1.EphemeralKeys.CreateAsync(
            new EphemeralKeyCreateOptions { Customer = "cus_1", StripeVersion = "2020-08-27" });

        Assert.Equal("ephemeral_key", key.Object);
        Assert.NotEmpty(key.Secret);
        Assert.Equal(TimeSpan.FromHours(1), key.Expires - key.Created);
        _stripe.AssertReceived(
            HttpMethod.Post, "/v1/ephemeral_keys", request => request.WithHeader("Stripe-Version", "2020-08-27"));
    }

    [Fact]
    public async Task Other_resources_have_what_was_sent()
    {
        DateTime frozen = new(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        TestClock clock = await _client.V1.TestHelpers.TestClocks.CreateAsync(
            new TestClockCreateOptions { FrozenTime = frozen, Name = "New year" });
        FileLink file = await _client.V1.FileLinks.CreateAsync(new FileLinkCreateOptions
        {
            File = "file_1",
            Metadata = new Dictionary<string, string> { ["order"] = "6735" },
        });
        ApplePayDomain domain = await _client.V1.ApplePayDomains.CreateAsync(
            new ApplePayDomainCreateOptions { DomainName = "example.com" });
        Stripe.Billing.MeterEvent usage = await _client.V1.Billing.MeterEvents.CreateAsync(new Stripe.Billing.MeterEventCreateOptions
        {
            EventName = "api_call",
            Payload = new Dictionary<string, string> { ["stripe_customer_id"] = "cus_1", ["value"] = "3" },
            Timestamp = frozen,
        });

        Assert.Equal((frozen, "New year"), (clock.FrozenTime, clock.Name));
        Assert.Equal(("file_1", "6735"), (file.FileId, file.Metadata["order"]));
        Assert.Equal("example.com", domain.DomainName);
        Assert.Equal(("api_call", "3", frozen), (usage.EventName, usage.Payload["value"], usage.Timestamp));
    }

    [Fact]
    public void A_synchronous_call_works_too()
    {
        ApplePayDomain domain = _client.V1.ApplePayDomains.Create(new ApplePayDomainCreateOptions { DomainName = "example.com" });

        Assert.Equal("example.com", domain.DomainName);
    }
}
