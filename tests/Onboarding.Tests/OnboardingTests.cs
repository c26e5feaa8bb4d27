using Lattice.Stripe.Testing;
using Microsoft.Playwright;
using Onboarding.StripeApi;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>The onboarding flow in a browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OnboardingTests(Chromium chromium)
{
    private const string Start = "Start onboarding for Harbor Books";

    [BrowserFact]
    public async Task A_seller_onboards()
    {
        await using Visit visit = await Visit.StartAsync(chromium);
        await visit.OpenAsync();
        await visit.PressAsync(Start);
        await visit.SeeAsync("Get ready to be paid");
        await visit.PressAsync("Finish and return");
        await visit.SeeAsync("Welcome back, Harbor Books");

        Assert.Equal("Ready to be paid", await visit.Page.Locator(".badge").TextContentAsync());
        Assert.Equal("account.updated acct_1HarborBooks: 200", Assert.Single(await visit.StripeServer.GetWebhooksAsync()).ToString());
        ReceivedRequest request = Assert.Single(visit.Stripe.Received(AccountLink.CreateOperation));
        Assert.Equal(200, request.StatusCode);
        visit.Stripe.AssertReceived(AccountLink.CreateOperation, sent => sent
            .WithParameter("account", "acct_1HarborBooks")
            .WithParameter("type", "account_onboarding"));
    }

    [BrowserFact]
    public async Task A_seller_who_leaves_the_form_can_continue_it()
    {
        await using Visit visit = await Visit.StartAsync(chromium);
        await visit.OpenAsync();
        await visit.PressAsync(Start);
        await visit.PressAsync("Leave without finishing");
        await visit.SeeAsync("Welcome back, Harbor Books");

        string? state = await visit.Page.Locator(".badge").TextContentAsync();
        await visit.PressAsync("Continue onboarding for Harbor Books");
        await visit.PressAsync("Finish and return");
        await visit.SeeAsync("Welcome back, Harbor Books");

        // Only the state of the account, not the return URL, shows whether the form was finished.
        Assert.Equal("Not finished", state);
        Assert.Equal("Ready to be paid", await visit.Page.Locator(".badge").TextContentAsync());
    }

    [BrowserFact]
    public async Task A_seller_updates_their_details()
    {
        await using Visit visit = await Visit.StartAsync(chromium);
        await visit.OpenAsync();
        await visit.PressAsync("Update details for Lemon Street Bakery");
        await visit.SeeAsync("Update your details");
        await visit.PressAsync("Save and return");
        await visit.SeeAsync("Welcome back, Lemon Street Bakery");

        visit.Stripe.AssertReceived(AccountLink.CreateOperation, sent => sent
            .WithParameter("account", "acct_1LemonStreet")
            .WithParameter("type", "account_update"));
    }

    [BrowserFact]
    public async Task The_redirect_to_the_form_is_not_cached_and_sends_no_referrer()
    {
        await using Visit visit = await Visit.StartAsync(chromium);
        await visit.OpenAsync();

        IResponse redirect = await visit.Page.RunAndWaitForResponseAsync(
            () => visit.PressAsync(Start), response => response.Request.Method == "POST");
        await visit.SeeAsync("Get ready to be paid");

        Assert.Equal(303, redirect.Status);
        Assert.Equal("no-store", await redirect.HeaderValueAsync("Cache-Control"));
        Assert.Equal("no-referrer", await redirect.HeaderValueAsync("Referrer-Policy"));
        Assert.Equal("", await visit.Page.EvaluateAsync<string>("document.referrer"));
    }
}
