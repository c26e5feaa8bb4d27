using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>Behind a proxy that decrypts https, browsers get what they would get over https.</summary>
public sealed class ProxyTests
{
    private const string Password = "planted password";
    private const string Start = "Start onboarding for Harbor Books";
    private static readonly string[] s_arguments = ["--PublicAddress=https://shop.example/", $"--SignIn:Password={Password}"];

    [Fact]
    public async Task A_seller_onboards_behind_a_proxy()
    {
        await using RunningApp running = await RunningApp.StartAsync(null, s_arguments);
        using Visitor visitor = running.NewVisitorOfProxy();

        Response anonymous = await visitor.GetAsync();
        Response signedIn = await visitor.SignInAsync(Password);
        Response redirect = await visitor.PressAsync(Start);
        string back = running.GetFirstLinkParameter("return_url");

        Assert.Equal(("/sign-in", "/"), (anonymous.Location, signedIn.Location));
        Assert.Equal(303, redirect.StatusCode);
        Assert.StartsWith("https://shop.example/onboarding/return?state=", back, StringComparison.Ordinal);
        Assert.Equal("Welcome back, Harbor Books", (await visitor.GetAsync(back)).Heading);
    }

    [Fact]
    public async Task Cookies_are_for_https_and_for_this_host_only()
    {
        await using RunningApp running = await RunningApp.StartAsync(null, s_arguments);
        using Visitor visitor = running.NewVisitorOfProxy();

        string[] cookies = [(await visitor.GetAsync("/sign-in")).Headers["Set-Cookie"], (await visitor.SignInAsync(Password)).Headers["Set-Cookie"]];

        Assert.StartsWith("__Host-marketplace-antiforgery=", cookies[0], StringComparison.Ordinal);
        Assert.StartsWith("__Host-marketplace-sign-in=", cookies[1], StringComparison.Ordinal);
        Assert.All(cookies, AssertIsSafe);
    }

    [Fact]
    public async Task The_session_of_a_browser_that_does_not_sign_in_is_for_https_and_for_this_host_only()
    {
        await using RunningApp running = await RunningApp.StartAsync(null, s_arguments[0]);
        using Visitor visitor = running.NewVisitorOfProxy();

        string[] cookies = (await visitor.GetAsync()).Headers["Set-Cookie"].Split(", __");

        Assert.Equal(2, cookies.Length);
        Assert.StartsWith("__Host-marketplace-session=", cookies[0], StringComparison.Ordinal);
        Assert.All(cookies, AssertIsSafe);
        Assert.Equal(303, (await visitor.PressAsync(Start)).StatusCode);
    }

    [Theory]
    [InlineData("https://shop.example/", true)]
    [InlineData("https://localhost:5180/", false)]
    [InlineData("http://shop.example/", false)]
    public async Task Browsers_use_only_https_from_then_on(string address, bool isHttpsOnly)
    {
        await using RunningApp running = await RunningApp.StartAsync(null, $"--PublicAddress={address}");
        using Visitor visitor = running.NewVisitorOfProxy();

        Assert.Equal(
            isHttpsOnly ? "max-age=2592000" : null, (await visitor.GetAsync()).Headers.GetValueOrDefault("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_person_who_used_another_host_signs_in_at_the_public_address()
    {
        await using RunningApp running = await RunningApp.StartAsync(null, s_arguments);
        using Visitor visitor = running.NewVisitor();

        Response first = await visitor.GetAsync("/", "10.0.0.7:8080");
        Response second = await visitor.GetAsync("/?moved", "10.0.0.7:8080");

        Assert.Equal(("https://shop.example/?moved", "/sign-in"), (first.Location, second.Location));
    }

    private static void AssertIsSafe(string cookie)
    {
        Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
    }
}
