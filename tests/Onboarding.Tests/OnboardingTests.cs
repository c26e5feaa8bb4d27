using Lattice.Stripe;
using Lattice.Stripe.Testing;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>The way of a person who onboards.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OnboardingTests(Chromium chromium)
{
    private const string Start = "Start onboarding for Harbour Books";

    [BrowserFact]
    public async Task A_seller_onboards()
    {
        await using Visit visit = await Visit.StartAsync(chromium);
        await visit.OpenAsync();
        await visit.PressAsync(Start);
        await visit.SeeAsync("Get ready to be paid");
        await visit.PressAsync("Finish and return");
        await visit.SeeAsync("Welcome back, Harbour Books");

        Assert.Equal("Ready to be paid", await visit.Page.Locator(".badge").TextContentAsync());
        ReceivedRequest request = Assert.Single(visit.Stripe.Received(AccountLink.CreateOperation));
        Assert.Equal(200, request.Status);
        visit.Stripe.AssertReceived(AccountLink.CreateOperation, sent => sent
            .WithParameter("account", "acct_1HarbourBooks")
            .WithParameter("type", "account_onboarding"));
    }
}
