using System.Net;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>The test in the README's section on testing.</summary>
public sealed class UnitTestExample
{
    [Fact]
    public async Task Onboarding_survives_a_rate_limit()
    {
        using var stripe = new StripeStandIn();
        stripe.On(AccountLink.CreateOperation).FailWith(HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(1));

        Uri page = await new Onboarding(stripe.Client).StartAsync("acct_123");

        Assert.Equal(AccountLinkState.Valid, stripe.AccountLinks.GetState(page.AbsoluteUri));
        stripe.AssertReceived(AccountLink.CreateOperation, request => request
            .WithParameter("account", "acct_123")
            .WithParameter("type", "account_onboarding"));
    }

    /// <summary>The tested part of an application.</summary>
    private sealed class Onboarding(IStripeClient stripe)
    {
        public async Task<Uri> StartAsync(string account)
        {
            AccountLink link = await AccountLink.CreateAsync(stripe, new AccountLinkCreateParams
            {
                Account = account,
                Type = AccountLinkCreateType.AccountOnboarding,
                RefreshUrl = "https://example.com/connect/refresh",
                ReturnUrl = "https://example.com/connect/return",
            });
            return new Uri(link.Url.Reveal());
        }
    }
}
