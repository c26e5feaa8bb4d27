using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>Browsers that come by another address than Stripe sends them back to.</summary>
public sealed class PublicAddressTests
{
    [Fact]
    public async Task Who_comes_by_another_host_goes_on_by_the_public_address()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();

        Response other = await visitor.GetAsync("/", $"localhost:{running.App.Address.Port}");

        Assert.Equal(302, other.StatusCode);
        Assert.Equal(new Uri(running.App.Address, "/?moved").AbsoluteUri, other.Location);

        // A session for the wrong host would be of no use.
        Assert.DoesNotContain("Set-Cookie", other.Headers.Keys);
        Assert.Equal((200, "Sellers"), Shown(await visitor.GetAsync(other.Location!)));
    }

    [Fact]
    public async Task Who_comes_by_the_public_address_stays()
    {
        await using RunningApp running = await RunningApp.StartAsync(arguments: "--PublicAddress=https://Shop.example/");
        using Visitor visitor = running.NewVisitor();

        Assert.Equal((200, "Sellers"), Shown(await visitor.GetAsync("/", "shop.example")));
        Assert.Equal("https://shop.example/?moved", (await visitor.GetAsync("/", "shop.example.attacker.example")).Location);
    }

    [Fact]
    public async Task A_proxy_that_hands_on_another_host_sends_nobody_around_for_ever()
    {
        await using RunningApp running = await RunningApp.StartAsync(arguments: "--PublicAddress=https://shop.example/");
        using Visitor visitor = running.NewVisitor();

        Response first = await visitor.GetAsync("/", "10.0.0.7:8080");
        Response second = await visitor.GetAsync(new Uri(first.Location!).PathAndQuery, "10.0.0.7:8080");

        Assert.Equal((200, "Sellers"), Shown(second));
    }

    [Theory]
    [InlineData("--Urls=http://*:0")]
    [InlineData("--Urls=http://0.0.0.0:0")]
    [InlineData("--PublicAddress=shop.example")]
    public async Task An_address_that_no_browser_could_use_stops_the_app_at_its_start(string argument)
    {
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.StartAsync(null, argument));

        Assert.Contains("PublicAddress in the configuration", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_the_app_may_listen_on_every_address()
    {
        await using RunningApp running = await RunningApp.StartAsync(null, "--Urls=http://0.0.0.0:0", "--PublicAddress=https://shop.example/");

        Assert.Equal("https://shop.example/", running.App.Address.AbsoluteUri);
    }

    private static (int StatusCode, string Heading) Shown(Response response) => (response.StatusCode, response.Heading);
}
