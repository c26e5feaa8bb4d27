using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.SignIn;

/// <summary>With a Stripe key, the app starts only with a sign-in, or else with a test key where no other machine can reach it.</summary>
public sealed class SignInRequirementTests
{
    private const string TestKey = "--STRIPE_API_KEY=sk_test_planted";
    private const string LiveKey = "--STRIPE_API_KEY=sk_live_planted";
    private const string Password = "--SignIn:Password=planted password";

    [Theory]
    [InlineData("http://*:0")]
    [InlineData("http://+:0")]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://[::ffff:0.0.0.0]:0")]
    [InlineData("http://0:0")]
    [InlineData("https://*:0")]
    [InlineData("http://203.0.113.7:0")]
    [InlineData("http://[2001:db8::7]:0")]
    [InlineData("http://shop.example:0")]
    [InlineData("http://localhost.:0")]
    [InlineData("http://localhost.example:0")]
    [InlineData("http://127.0.0.1.example:0")]
    [InlineData("http://pipe:/onboarding")]
    [InlineData("not an address")]
    public async Task It_listens_on_no_address_that_others_can_reach(string address)
    {
        AssertNames(address, await RefuseAsync(null, TestKey, $"--urls={address}"));
        AssertNames(address, await RefuseAsync(null, TestKey, $"--urls=http://127.0.0.1:0;{address}"));
        AssertNames(address, await RefuseAsync(null, TestKey, $"--Kestrel:Endpoints:Web:Url={address}"));
        AssertNames(address, await RefuseAsync(builder => builder.WebHost.UseUrls(address), TestKey));
    }

    [Theory]
    [InlineData("--http_ports=0", "http://*:0")]
    [InlineData("--https_ports=0", "https://*:0")]
    [InlineData("--http_ports=0;1", "http://*:0, http://*:1")]
    public async Task It_listens_on_no_port_that_others_can_reach(string argument, string address) =>
        AssertNames(address, await RefuseAsync(null, TestKey, "--urls=", argument));

    [Fact]
    public async Task It_has_no_public_address_that_others_can_reach() =>
        AssertNames("https://shop.example/", await RefuseAsync(null, TestKey, "--PublicAddress=https://shop.example/"));

    [Fact]
    public async Task It_stops_if_code_makes_it_listen_on_an_address_that_others_can_reach()
    {
        string message = await RefuseAsync(
            builder => builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, 0);
                kestrel.ListenAnyIP(0);
            }),
            TestKey);

        AssertNames("http://[::]:", message);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://127.0.0.2:0")]
    [InlineData("http://127.1:0")]
    public async Task It_listens_on_loopback_addresses(string address)
    {
        await using RunningApp running = await RunningApp.StartAsync(null, TestKey, $"--urls={address}");
        using Visitor visitor = running.NewVisitor();

        Assert.Equal("Sellers", (await visitor.GetAsync()).Heading);
    }

    [Fact]
    public async Task It_listens_on_a_Unix_domain_socket_for_a_proxy_on_this_machine()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using RunningApp running = await RunningApp.StartAsync(
            null, TestKey, $"--urls=http://unix:{path}", "--PublicAddress=http://localhost:5180/");
        using Visitor visitor = running.NewVisitorOfSocket(path);

        Assert.Equal("Sellers", (await visitor.GetAsync()).Heading);
    }

    [Fact]
    public async Task A_Unix_domain_socket_needs_an_address_for_browsers()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        Assert.Contains("PublicAddress", await RefuseAsync(null, TestKey, $"--urls=http://unix:{path}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--STRIPE_API_KEY=sk_live_planted")]
    [InlineData("--STRIPE_API_KEY=rk_live_planted")]
    [InlineData("--STRIPE_API_KEY=sk_live_planted_sk_test_planted")]
    [InlineData("--STRIPE_API_KEY=SK_TEST_planted")]
    [InlineData("--STRIPE_API_KEY=planted")]
    [InlineData("--Stripe:ApiKey=sk_live_planted")]
    public async Task It_takes_only_test_keys(string key)
    {
        string message = await RefuseAsync(null, key);

        Assert.Contains("is not a test key", message, StringComparison.Ordinal);
        Assert.Contains("SignIn__Password", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--STRIPE_API_KEY=sk_test_planted")]
    [InlineData("--STRIPE_API_KEY=rk_test_planted")]
    public async Task It_takes_test_keys(string key)
    {
        await using RunningApp running = await RunningApp.StartAsync(null, key);

        Assert.Null(running.App.Practice);
    }

    [Theory]
    [InlineData(LiveKey, "--urls=http://127.0.0.1:0")]
    [InlineData(LiveKey, "--urls=http://0.0.0.0:0", "--PublicAddress=https://shop.example/")]
    [InlineData(TestKey, "--urls=http://*:0", "--PublicAddress=http://localhost:5180/")]
    public async Task A_sign_in_lifts_the_limits(params string[] arguments)
    {
        await using RunningApp running = await RunningApp.StartAsync(null, [.. arguments, Password]);

        Assert.Null(running.App.Practice);
    }

    [Theory]
    [InlineData("--PublicAddress=http://shop.example/")]
    [InlineData("--PublicAddress=http://203.0.113.7/")]
    public async Task A_sign_in_needs_encryption(string address)
    {
        string message = await RefuseAsync(null, TestKey, Password, address);

        Assert.Contains("without encryption", message, StringComparison.Ordinal);
        Assert.Contains("PublicAddress", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("fifteen letters")]
    [InlineData("                ")]
    public async Task A_password_is_long(string password)
    {
        string message = await RefuseAsync(null, TestKey, $"--SignIn:Password={password}");

        Assert.Contains("at least 16 characters", message, StringComparison.Ordinal);
        Assert.DoesNotContain(password, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheme_of_the_platform_is_a_sign_in()
    {
        await using RunningApp running = await RunningApp.StartAsync(
            (builder, _) =>
            {
                AddScheme(builder);
                builder.Services.AddAuthorizationBuilder()
                    .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            },
            LiveKey);
        using Visitor visitor = running.NewVisitor();

        Assert.EndsWith("/Account/Login?ReturnUrl=%2F", (await visitor.GetAsync()).Location, StringComparison.Ordinal);
        Assert.Equal(200, (await visitor.GetAsync("/site.css")).StatusCode);
    }

    [Fact]
    public async Task A_scheme_that_no_endpoint_requires_is_no_sign_in() =>
        Assert.Contains("there is no sign-in", await RefuseAsync(AddScheme, LiveKey), StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_key_there_are_no_limits()
    {
        await using RunningApp running = await RunningApp.StartAsync(
            null, "--urls=http://0.0.0.0:0", "--PublicAddress=http://shop.example/");
        using Visitor visitor = running.NewVisitorFrom(IPAddress.Loopback);

        Assert.Equal("Sellers", (await visitor.GetAsync("/", "shop.example")).Heading);
    }

    private static void AddScheme(WebApplicationBuilder builder) =>
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();

    private static void AssertNames(string address, string message)
    {
        Assert.Contains($"at {address}", message, StringComparison.Ordinal);
        Assert.Contains("there is no sign-in", message, StringComparison.Ordinal);
        Assert.Contains("SignIn__Password", message, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:5180", message, StringComparison.Ordinal);
    }

    /// <returns>The message, which contains no secret.</returns>
    private static async Task<string> RefuseAsync(Action<WebApplicationBuilder>? configure, params string[] arguments)
    {
        var exception = await Assert.ThrowsAsync<ConfigurationException>(
            () => RunningApp.StartAsync((builder, _) => configure?.Invoke(builder), arguments));
        Assert.DoesNotContain("planted", exception.ToString(), StringComparison.Ordinal);
        return exception.Message;
    }
}
