using System.Net;
using System.Text.RegularExpressions;
using Lattice.Stripe;
using Lattice.Stripe.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Onboarding.StripeApi;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>Flows that do not go as planned, in a browser: the seller gets to the form anyway, or learns why not.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class InterruptedFlowTests(Chromium chromium)
{
    private const string Start = "Start onboarding for Harbor Books";

    [BrowserFact]
    public async Task An_expired_link_is_replaced_without_the_seller_noticing()
    {
        await using Visit visit = await Visit.StartAsync(chromium);
        await visit.OpenAsync();
        await visit.PressAsync(Start);
        await visit.SeeAsync("Get ready to be paid");

        await visit.PressAsync("Let the link expire");

        // The form is shown again, without an intermediate page.
        await visit.SeeAsync("Get ready to be paid");
        IReadOnlyList<ReceivedRequest> requests = visit.Stripe.Received(AccountLink.CreateOperation);
        Assert.Equal([200, 200], requests.Select(request => request.StatusCode));
        Assert.Equal(requests[0].Parameters, requests[1].Parameters);
        Assert.NotEqual(requests[0].Headers["Idempotency-Key"], requests[1].Headers["Idempotency-Key"]);
        await visit.PressAsync("Finish and return");
        await visit.SeeAsync("Welcome back, Harbor Books");
    }

    [BrowserFact]
    public async Task A_link_that_expires_before_the_browser_opens_it_is_replaced()
    {
        await using Visit visit = await Visit.StartAsync(chromium, afterResponse: (path, clock) =>
        {
            // The response takes longer to reach the browser than the link is valid.
            if (path == "/onboarding/start")
            {
                clock.Advance(TimeSpan.FromSeconds(301));
            }
        });
        await visit.OpenAsync();

        await visit.PressAsync(Start);

        await visit.SeeAsync("Get ready to be paid");
        Assert.Equal(2, visit.Stripe.Received(AccountLink.CreateOperation).Count);
    }

    [BrowserFact]
    public async Task A_link_that_never_works_does_not_cause_an_endless_redirect_loop()
    {
        await using Visit visit = await Visit.StartAsync(chromium, afterResponse: (_, clock) => clock.Advance(TimeSpan.FromSeconds(301)));
        await visit.OpenAsync();

        await visit.PressAsync(Start);

        await visit.SeeAsync("The form does not open");
        Assert.Equal(6, visit.Stripe.Received(AccountLink.CreateOperation).Count);
        Assert.Contains(visit.Log.At(LogLevel.Warning), line => line.Contains("no link of flow", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Trying_again_opens_the_form_once_Stripe_is_available_again()
    {
        await using Visit visit = await Visit.StartAsync(chromium);
        visit.Stripe.On(AccountLink.CreateOperation).FailWith(HttpStatusCode.ServiceUnavailable).Times(3);
        await visit.OpenAsync();

        await visit.PressAsync(Start);
        await visit.SeeAsync("Stripe cannot be reached right now");
        await visit.PressAsync("Try again");

        await visit.SeeAsync("Get ready to be paid");
        Assert.Equal([503, 503, 503, 200], visit.Stripe.Received(AccountLink.CreateOperation).Select(request => request.StatusCode));
    }

    [BrowserFact]
    public async Task Trying_again_without_a_response_does_not_create_a_second_link()
    {
        await using Visit visit = await Visit.StartAsync(chromium);
        visit.Stripe.On(AccountLink.CreateOperation).Drop().Times(3);
        await visit.OpenAsync();

        await visit.PressAsync(Start);
        await visit.SeeAsync("Stripe cannot be reached right now");
        await visit.PressAsync("Try again");

        await visit.SeeAsync("Get ready to be paid");
        Assert.Single(visit.Stripe.Received(AccountLink.CreateOperation).Select(request => request.Headers["Idempotency-Key"]).Distinct());
    }

    [BrowserFact]
    public async Task A_double_click_opens_one_form()
    {
        await using Visit visit = await Visit.StartAsync(chromium);
        await visit.OpenAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = Start }).DblClickAsync();
        await visit.SeeAsync("Get ready to be paid");

        Assert.Single(visit.Opened, IsForm);
        Assert.DoesNotContain(visit.Opened, address => address.Contains("/refresh", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_second_post_at_the_same_time_opens_one_form()
    {
        await using Visit visit = await Visit.StartAsync(chromium);
        await visit.OpenAsync();
        IAPIRequestContext sameCookies = visit.Page.Context.APIRequest;
        IFormData form = sameCookies.CreateFormData();
        foreach ((string name, string value) in Response.GetForm(await visit.Page.ContentAsync(), Start))
        {
            form.Append(name, value);
        }

        // A browser cancels the first of two posts; this request represents it.
        Task<IAPIResponse> posting = sameCookies.PostAsync(
            new Uri(visit.Address, "/onboarding/start").AbsoluteUri, new() { Form = form, MaxRedirects = 0 });
        await visit.PressAsync(Start);
        await visit.SeeAsync("Get ready to be paid");

        Assert.Equal(303, (await posting).Status);
        Assert.Single(visit.Opened, IsForm);
        Assert.DoesNotContain(visit.Opened, address => address.Contains("/refresh", StringComparison.Ordinal));
        Assert.Single(visit.Stripe.Received(AccountLink.CreateOperation).Select(request => request.Headers["Idempotency-Key"]).Distinct());
    }

    [BrowserFact]
    public async Task An_error_from_Stripe_is_shown_and_logged_without_secrets()
    {
        await using Visit visit = await Visit.StartAsync(chromium);
        visit.Stripe.On(AccountLink.CreateOperation).FailWith(
            StripeErrorType.InvalidRequestError, code: "account_invalid", message: "No such account. Key sk_test_planted0123456789.");
        await visit.OpenAsync();

        await visit.PressAsync(Start);

        string page = await visit.Page.ContentAsync();
        string requestId = visit.Stripe.Received(AccountLink.CreateOperation)[0].RequestId;
        Assert.Contains(requestId, page, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_test_", page, StringComparison.Ordinal);
        Assert.Contains(
            visit.Log.At(LogLevel.Error).Concat(visit.Log.At(LogLevel.Warning)),
            line => line.Contains(requestId, StringComparison.Ordinal));
        Assert.DoesNotContain("planted0123456789", visit.Log.Text, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_refresh_URL_does_not_work_in_another_browser()
    {
        await using Visit visit = await Visit.StartAsync(chromium);
        await visit.OpenAsync();
        await visit.PressAsync(Start);
        await visit.SeeAsync("Get ready to be paid");
        string refresh = visit.Stripe.Received(AccountLink.CreateOperation)[0].Parameters
            .Single(parameter => parameter.Key == "refresh_url").Value;

        await using IBrowserContext stranger = await chromium.Browser.NewContextAsync();
        IPage page = await stranger.NewPageAsync();
        IResponse? response = await page.GotoAsync(refresh);

        Assert.Equal(403, response!.Status);
        Assert.Single(visit.Stripe.Received(AccountLink.CreateOperation));
    }

    [BrowserFact]
    public async Task An_expired_link_is_replaced_for_a_browser_that_used_another_host_name()
    {
        await using Visit visit = await Visit.StartAsync(chromium);
        await visit.OpenAsync($"http://localhost:{visit.Address.Port}/");

        await visit.PressAsync(Start);
        await visit.SeeAsync("Get ready to be paid");
        await visit.PressAsync("Let the link expire");

        await visit.SeeAsync("Get ready to be paid");
        Assert.Equal(2, visit.Stripe.Received(AccountLink.CreateOperation).Count);
    }

    [BrowserFact]
    public async Task Logs_traces_pages_and_history_contain_no_link_and_no_key()
    {
        await using Visit visit = await Visit.StartAsync(chromium, isPhone: true);
        List<string> pages = [];
        await visit.OpenAsync();
        pages.Add(await visit.Page.ContentAsync());
        await visit.PressAsync(Start);
        await visit.SeeAsync("Get ready to be paid");
        pages.Add(await visit.Page.ContentAsync());
        await visit.PressAsync("Finish and return");
        await visit.SeeAsync("Welcome back, Harbor Books");
        pages.Add(await visit.Page.ContentAsync());

        string everything = string.Join('\n', [visit.Log.Text, visit.Traces, .. pages, .. visit.Opened]);
        Assert.Contains(" POST /onboarding/start ", visit.Traces, StringComparison.Ordinal);
        Assert.Contains("   POST /v1/account_links ", visit.Traces, StringComparison.Ordinal);
        Assert.DoesNotMatch(LinkPath(), everything);
        Assert.DoesNotContain("sk_test_", everything, StringComparison.Ordinal);
    }

    private static bool IsForm(string address) => address.Contains("/pages/forms/", StringComparison.Ordinal);

    // Only the URLs of links contain this.
    [GeneratedRegex("/account_link/[A-Za-z0-9]")]
    private static partial Regex LinkPath();
}
