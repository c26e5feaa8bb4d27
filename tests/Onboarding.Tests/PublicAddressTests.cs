using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>Browsers that use another address than the one to which Stripe redirects them.</summary>
public sealed class PublicAddressTests
{
    [Fact]
    public async Task A_request_for_another_host_is_redirected_to_the_public_address()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();

        Response other = await visitor.GetAsync("/", $"localhost:{running.App.Address.Port}");

        Assert.Equal(302, other.StatusCode);
        Assert.Equal(new Uri(running.App.Address, "/?moved").AbsoluteUri, other.Location);

        // A session cookie for the wrong host would be useless.
        Assert.DoesNotContain("Set-Cookie", other.Headers.Keys);
        Assert.Equal((200, "Sellers"), GetStatusAndHeading(await visitor.GetAsync(other.Location!)));
    }

    [Fact]
    public async Task A_request_for_the_public_address_is_not_redirected()
    {
        await using RunningApp running = await RunningApp.StartAsync(arguments: "--PublicAddress=https://Shop.example/");
        using Visitor visitor = running.NewVisitor();

        Assert.Equal((200, "Sellers"), GetStatusAndHeading(await visitor.GetAsync("/", "shop.example")));
        Assert.Equal("https://shop.example/?moved", (await visitor.GetAsync("/", "shop.example.attacker.example")).Location);
    }

    [Fact]
    public async Task A_proxy_that_changes_the_host_does_not_cause_an_endless_redirect_loop()
    {
        await using RunningApp running = await RunningApp.StartAsync(arguments: "--PublicAddress=https://shop.example/");
        using Visitor visitor = running.NewVisitor();

        Response first = await visitor.GetAsync("/", "10.0.0.7:8080");
        Response second = await visitor.GetAsync(new Uri(first.Location!).PathAndQuery, "10.0.0.7:8080");

        Assert.Equal((200, "Sellers"), GetStatusAndHeading(second));
    }

    [Theory]
    [InlineData("--Urls=http://*:0")]
    [InlineData("--Urls=http://0.0.0.0:0")]
    [InlineData("--PublicAddress=shop.example")]
    public async Task The_app_does_not_start_with_an_address_that_browsers_cannot_use(string argument)
    {
        var exception = await Assert.ThrowsAsync<ConfigurationException>(() => RunningApp.StartAsync(null, argument));

        Assert.Contains("PublicAddress in the configuration", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_can_listen_on_every_address_behind_a_proxy()
    {
        await using RunningApp running = await RunningApp.StartAsync(
            null, "--Urls=http://0.0.0.0:0", "--PublicAddress=https://shop.example/");

        Assert.Equal("https://shop.example/", running.App.Address.AbsoluteUri);
    }

    private static (int StatusCode, string Heading) GetStatusAndHeading(Response response) => (response.StatusCode, response.Heading);
}
