using System.Net;
using Lattice.Stripe.Testing;
using Microsoft.Extensions.Logging;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Webhooks;

/// <summary>The stand-in reports a finished form to the app, and the app retrieves accounts from it.</summary>
public sealed class PracticeWebhookTests
{
    private const string Start = "Start onboarding for Harbor Books";
    private const string Account = "acct_1HarborBooks";

    [Fact]
    public async Task The_list_shows_the_states_of_the_accounts_at_the_stand_in()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();

        Response list = await visitor.GetAsync();

        Assert.Equal(["Not finished", "Information needed", "In review", "Ready to be paid"], list.Badges);
        Assert.Equal(4, running.Stripe.Received(StripeApi.Account.RetrieveOperation).Count);
    }

    [Fact]
    public async Task A_finished_form_is_reported_to_the_app()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();

        await FinishFormAsync(running, visitor);
        SentWebhook sent = Assert.Single(await running.App.Practice!.Server.GetWebhooksAsync());

        Assert.Equal((200, "account.updated", Account), (sent.StatusCode, sent.Change.Type, sent.Change.Account));
        Assert.Contains(
            running.Log.At(LogLevel.Information), line => line.Contains($"Account {Account} was updated", StringComparison.Ordinal));
        Assert.Empty(running.Log.At(LogLevel.Warning));
    }

    [Fact]
    public async Task The_state_of_a_finished_form_is_known_without_asking_Stripe()
    {
        await using RunningApp running = await RunningApp.StartAsync(arguments: "--Stripe:MaxRetries=0");
        using Visitor visitor = running.NewVisitor();

        await FinishFormAsync(running, visitor);
        await running.App.Practice!.Server.GetWebhooksAsync();
        running.Stripe.On(StripeApi.Account.RetrieveOperation).Drop();
        Response back = await visitor.GetAsync(running.GetFirstLinkParameter("return_url"));

        Assert.Equal("Welcome back, Harbor Books", back.Heading);
        Assert.Equal(["Ready to be paid"], back.Badges);
    }

    [Fact]
    public async Task Events_are_sent_to_the_server_and_not_to_the_public_address()
    {
        await using RunningApp running = await RunningApp.StartAsync(
            arguments: ["--PublicAddress=https://shop.example/", "--SignIn:Password=planted password"]);
        using Visitor visitor = running.NewVisitorOfProxy();
        await visitor.SignInAsync("planted password");

        await FinishFormAsync(running, visitor);
        SentWebhook sent = Assert.Single(await running.App.Practice!.Server.GetWebhooksAsync());

        Assert.Equal((200, "127.0.0.1"), (sent.StatusCode, sent.Endpoint.Host));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    public async Task Events_are_sent_to_this_machine_wherever_the_server_listens(string address)
    {
        await using RunningApp running = await RunningApp.StartAsync(
            configure: null, $"--Urls={address}", "--PublicAddress=http://127.0.0.1:5180/");
        using Visitor visitor = running.NewVisitorFrom(IPAddress.Loopback);

        await FinishFormAsync(running, visitor);
        SentWebhook sent = Assert.Single(await running.App.Practice!.Server.GetWebhooksAsync());

        Assert.Equal((200, "127.0.0.1"), (sent.StatusCode, sent.Endpoint.Host));
    }

    /// <summary>Opens the form of a seller and finishes it.</summary>
    private static async Task FinishFormAsync(RunningApp running, Visitor visitor)
    {
        Response redirect = await visitor.PressAsync((await visitor.GetAsync("/?moved")).GetForm(Start));
        running.Stripe.AccountLinks.Visit(redirect.Location!);
        Assert.True(running.Stripe.AccountLinks.Finish(redirect.Location!));
    }
}
