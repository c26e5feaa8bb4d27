using Onboarding.StripeApi;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>Forms that another site made the browser post, or that somebody forged: no link is created for them.</summary>
public sealed class ForgeryTests
{
    private const string Start = "Start onboarding for Harbor Books";
    private const string AntiforgeryField = "__RequestVerificationToken";

    [Fact]
    public async Task A_form_without_an_antiforgery_token_is_rejected() =>
        await RejectsAsync(form => form.Remove(AntiforgeryField));

    [Fact]
    public async Task A_form_with_an_invalid_antiforgery_token_is_rejected() =>
        await RejectsAsync(form => form[AntiforgeryField] = "invalid");

    [Fact]
    public async Task A_form_without_a_flow_token_is_rejected() =>
        await RejectsAsync(form => form.Remove("state"));

    [Fact]
    public async Task A_form_with_a_changed_flow_token_is_rejected() =>
        await RejectsAsync(form => form["state"] = FlowTokenTests.Change(form["state"]));

    [Fact]
    public async Task A_form_with_another_browsers_antiforgery_token_is_rejected()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        using Visitor stranger = running.NewVisitor();
        Dictionary<string, string> form = (await visitor.GetAsync()).GetForm(Start);
        Dictionary<string, string> foreign = (await stranger.GetAsync()).GetForm(Start);

        // Only the antiforgery token is foreign; the flow is the visitor's own.
        form[AntiforgeryField] = foreign[AntiforgeryField];
        Response response = await visitor.PressAsync(form);

        Assert.Equal(400, response.StatusCode);
        Assert.Empty(running.LinkRequests);
    }

    [Fact]
    public async Task A_form_with_another_browsers_flow_token_is_rejected()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        using Visitor stranger = running.NewVisitor();
        Dictionary<string, string> form = (await visitor.GetAsync()).GetForm(Start);
        Dictionary<string, string> foreign = (await stranger.GetAsync()).GetForm(Start);

        foreign["state"] = form["state"];
        Response response = await stranger.PressAsync(foreign);

        Assert.Equal(400, response.StatusCode);
        Assert.Empty(running.LinkRequests);
    }

    private static async Task RejectsAsync(Action<Dictionary<string, string>> forge)
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        Dictionary<string, string> form = (await visitor.GetAsync()).GetForm(Start);

        Dictionary<string, string> forged = new(form);
        forge(forged);
        Response response = await visitor.PressAsync(forged);

        Assert.Equal((400, "This page was open for too long"), (response.StatusCode, response.Heading));
        Assert.Null(response.Location);
        Assert.Empty(running.LinkRequests);

        // The unchanged form is accepted.
        Assert.Equal(303, (await visitor.PressAsync(form)).StatusCode);
        Assert.Single(running.Stripe.Received(AccountLink.CreateOperation));
    }
}
