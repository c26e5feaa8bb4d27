using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>The app with a Stripe key: it retrieves accounts from Stripe, and reads its sellers from the configuration.</summary>
public sealed class RealStripeTests
{
    private const string Key = "sk_test_no_key_at_all";
    private const string Account = "GET /v1/accounts/acct_1Planted";

    [Theory]
    [InlineData("""{ "details_submitted": false, "charges_enabled": true, "payouts_enabled": true }""", "Not finished")]
    [InlineData("""{ "details_submitted": true, "requirements": { "currently_due": ["external_account"] } }""", "Information needed")]
    [InlineData("""{ "details_submitted": true, "charges_enabled": true, "payouts_enabled": true }""", "Ready to be paid")]
    [InlineData(
        """{ "details_submitted": true, "charges_enabled": true, "payouts_enabled": true, "requirements": null }""", "Ready to be paid")]
    [InlineData(
        """{ "details_submitted": true, "charges_enabled": true, "payouts_enabled": true, "requirements": { "currently_due": [] } }""",
        "Ready to be paid")]
    [InlineData("""{ "details_submitted": true, "charges_enabled": true, "payouts_enabled": false }""", "In review")]
    [InlineData("""{ "details_submitted": true, "charges_enabled": false, "payouts_enabled": true }""", "In review")]
    public async Task The_badge_shows_the_state_of_the_account(string account, string badge) =>
        Assert.Equal([badge], (await ShowAsync(200, AsAccount(account))).Response.Badges);

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "<html>It works!</html>")]
    [InlineData(200, "[]")]
    [InlineData(200, "null")]
    [InlineData(200, "{}")]
    [InlineData(200, """{ "details_submitted": "yes" }""")]
    [InlineData(200, """{ "details_submitted": true }""")]
    [InlineData(200, """{ "id": "acct_1Planted", "object": "account" }""")]
    [InlineData(200, """{ "id": "acct_1Planted", "object": "account", "details_submitted": "yes" }""")]
    [InlineData(200, """{ "details_submitted": true, """)]
    [InlineData(200, "\"text\"")]
    [InlineData(401, """{ "error": { "message": "Invalid API Key provided: sk_test_no_key_at_all" } }""")]
    [InlineData(404, """{ "error": { "type": "invalid_request_error" } }""")]
    [InlineData(500, "")]
    public async Task A_response_that_is_not_an_account_is_shown_as_unknown_and_logged(int status, string body)
    {
        (Response response, LogLines log) = await ShowAsync(status, body);

        Assert.Equal((200, "Unknown"), (response.StatusCode, Assert.Single(response.Badges)));
        Assert.Single(log.At(LogLevel.Warning), line => line.Contains("acct_1Planted", StringComparison.Ordinal));
        Assert.DoesNotContain(Key, log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seller_is_redirected_to_Stripe_and_back()
    {
        await using CannedStripe stripe = await CannedStripe.StartAsync();
        stripe.Responses[Account] = (200, AsAccount("""{ "details_submitted": false }"""));
        stripe.Responses["POST /v1/account_links"] = (200, """
            { "object": "account_link", "created": 1, "expires_at": 301, "url": "https://connect.stripe.com/setup/planted-link" }
            """);
        await using RunningApp running = await StartAsync(stripe.Address);
        using Visitor visitor = running.NewVisitor();

        Response redirect = await visitor.PressAsync("Start onboarding for Planted & Sons");
        stripe.Responses[Account] = (200, AsAccount("""{ "details_submitted": true, "charges_enabled": true, "payouts_enabled": true }"""));
        string sent = stripe.Requests.Single(request => request.Request == "POST /v1/account_links").Body;
        Response back = await visitor.GetAsync(QueryHelpers.ParseQuery(sent)["return_url"]!);

        Assert.Equal((303, "https://connect.stripe.com/setup/planted-link"), (redirect.StatusCode, redirect.Location));
        Assert.Contains("form-action 'self' https://*.stripe.com", redirect.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("Welcome back, Planted & Sons", back.Heading);
        Assert.Equal(["Ready to be paid"], back.Badges);
        Assert.Equal([$"Bearer {Key}"], stripe.Requests.Select(request => request.Authorization).Distinct());
        string everything = string.Join('\n', running.Log.Text, running.Traces, back.Text);
        Assert.DoesNotContain(Key, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("planted-link", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_path_of_the_base_address_is_kept()
    {
        await using CannedStripe stripe = await CannedStripe.StartAsync();
        stripe.Responses["GET /proxy/v1/accounts/acct_1Planted"] = (200, AsAccount("""{ "details_submitted": false }"""));
        await using RunningApp running = await StartAsync(new Uri(stripe.Address, "/proxy"));
        using Visitor visitor = running.NewVisitor();

        Assert.Equal(["Not finished"], (await visitor.GetAsync()).Badges);
    }

    [Fact]
    public async Task Pages_are_shown_while_Stripe_is_unreachable()
    {
        // Nothing listens on this port: connections are refused.
        await using RunningApp running = await StartAsync(new Uri("http://127.0.0.1:1/"));
        using Visitor visitor = running.NewVisitor();

        Response list = await visitor.GetAsync();
        Response failed = await visitor.PressAsync("Start onboarding for Planted & Sons");

        Assert.Equal((200, "Unknown"), (list.StatusCode, Assert.Single(list.Badges)));
        Assert.Equal((503, "Stripe cannot be reached right now"), (failed.StatusCode, failed.Heading));
        Assert.NotEmpty(failed.GetForm("Try again"));
        Assert.DoesNotContain(Key, running.Log.Text + running.Traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_does_not_start_with_a_seller_without_an_account()
    {
        var exception = await Assert.ThrowsAsync<ConfigurationException>(
            () => RunningApp.StartAsync(null, $"--STRIPE_API_KEY={Key}", "--Sellers:0:Name=Planted & Sons"));

        Assert.Contains("Sellers:0:Account", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Adds to some fields those that every account has.</summary>
    private static string AsAccount(string fields) => """{ "id": "acct_1Planted", "object": "account", """ + fields[1..];

    private static async Task<(Response Response, LogLines Log)> ShowAsync(int status, string account)
    {
        await using CannedStripe stripe = await CannedStripe.StartAsync();
        stripe.Responses[Account] = (status, account);
        await using RunningApp running = await StartAsync(stripe.Address);
        using Visitor visitor = running.NewVisitor();
        return (await visitor.GetAsync(), running.Log);
    }

    private static Task<RunningApp> StartAsync(Uri stripe) => RunningApp.StartAsync(
        configure: null,
        $"--STRIPE_API_KEY={Key}",
        $"--Stripe:BaseAddress={stripe}",
        "--Stripe:MaxRetries=0",
        "--Sellers:0:Name=Planted & Sons",
        "--Sellers:0:Account=acct_1Planted");
}
