using Lattice.Stripe;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>Forms that another site made the browser post, or that somebody put together: no link is made for them.</summary>
public sealed class ForgeryTests
{
    private const string Start = "Start onboarding for Harbour Books";
    private const string AntiforgeryField = "__RequestVerificationToken";

    [Fact]
    public async Task A_form_without_the_antiforgery_token_is_refused()
        => await RefusesAsync(form => form.Remove(AntiforgeryField));

    [Fact]
    public async Task A_form_with_a_made_up_antiforgery_token_is_refused()
        => await RefusesAsync(form => form[AntiforgeryField] = "made-up");

    [Fact]
    public async Task A_form_without_the_token_of_a_flow_is_refused()
        => await RefusesAsync(form => form.Remove("state"));

    [Fact]
    public async Task A_form_with_a_changed_token_of_a_flow_is_refused()
        => await RefusesAsync(form => form["state"] = FlowTokenTests.Change(form["state"]));

    [Fact]
    public async Task A_form_with_another_browsers_antiforgery_token_is_refused()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        using Visitor stranger = running.NewVisitor();
        Dictionary<string, string> form = (await visitor.GetAsync()).FormOf(Start);
        Dictionary<string, string> foreign = (await stranger.GetAsync()).FormOf(Start);

        // The flow is the visitor's own: only the antiforgery token is not.
        form[AntiforgeryField] = foreign[AntiforgeryField];
        Response response = await visitor.PressAsync(form);

        Assert.Equal(400, response.StatusCode);
        Assert.Empty(running.Stripe.Requests);
    }

    [Fact]
    public async Task A_form_with_another_browsers_flow_is_refused()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        using Visitor stranger = running.NewVisitor();
        Dictionary<string, string> form = (await visitor.GetAsync()).FormOf(Start);
        Dictionary<string, string> foreign = (await stranger.GetAsync()).FormOf(Start);

        foreign["state"] = form["state"];
        Response response = await stranger.PressAsync(foreign);

        Assert.Equal(400, response.StatusCode);
        Assert.Empty(running.Stripe.Requests);
    }

    private static async Task RefusesAsync(Action<Dictionary<string, string>> forge)
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        Dictionary<string, string> form = (await visitor.GetAsync()).FormOf(Start);

        Dictionary<string, string> forged = new(form);
        forge(forged);
        Response response = await visitor.PressAsync(forged);

        Assert.Equal((400, "This page was open for too long"), (response.StatusCode, response.Heading));
        Assert.Null(response.Location);
        Assert.Empty(running.Stripe.Requests);

        // It was the change that was refused: the form as it stood in the page is taken.
        Assert.Equal(303, (await visitor.PressAsync(form)).StatusCode);
        Assert.Single(running.Stripe.Received(AccountLink.CreateOperation));
    }
}
