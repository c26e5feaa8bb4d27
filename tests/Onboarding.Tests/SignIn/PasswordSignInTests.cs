using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.SignIn;

/// <summary>The sign-in with a password: nothing works without it, and it ends.</summary>
public sealed class PasswordSignInTests
{
    private const string Password = "planted password";
    private const string Start = "Start onboarding for Harbor Books";

    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly CookieContainer _cookies = new();

    [Fact]
    public async Task Every_endpoint_needs_the_sign_in_except_what_the_sign_in_page_needs_and_webhooks()
    {
        var endpoints = new Endpoints();
        await using RunningApp running = await RunningApp.StartAsync(
            (builder, _) => builder.Services.AddSingleton<IStartupFilter>(endpoints), $"--SignIn:Password={Password}");
        using Visitor visitor = running.NewVisitor();
        List<string> open = [];
        foreach ((HttpMethod method, string path) in endpoints.All)
        {
            Response response = await visitor.SendAsync(new HttpRequestMessage(method, path));
            if ((response.StatusCode, response.Location) != (302, "/sign-in"))
            {
                open.Add($"{method} {path}");
            }
        }

        Assert.Equal(
            ["GET /icon.svg", "GET /sign-in", "GET /site.css", "POST /sign-in", "POST /stripe/webhooks"], open.Order(StringComparer.Ordinal));
        Assert.True(endpoints.All.Count >= 9);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/missing")).Location);
    }

    [Fact]
    public async Task A_person_who_has_signed_in_starts_and_finishes_a_flow()
    {
        await using RunningApp running = await StartAsync();
        using Visitor visitor = running.NewVisitor();

        Response signedIn = await visitor.SignInAsync(Password);
        Response redirect = await visitor.PressAsync(Start);
        Response renewal = await visitor.GetAsync(running.GetFirstLinkParameter("refresh_url"));
        Response back = await visitor.GetAsync(running.GetFirstLinkParameter("return_url"));

        Assert.Equal((302, "/"), (signedIn.StatusCode, signedIn.Location));
        Assert.Equal([303, 303, 200], new[] { redirect, renewal, back }.Select(response => response.StatusCode));
        Assert.DoesNotContain(Password, running.Log.Text + running.Traces + signedIn + back, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong password!!")]
    [InlineData("planted passwor")]
    [InlineData("planted password ")]
    [InlineData("Planted password")]
    public async Task A_wrong_password_is_rejected(string password)
    {
        await using RunningApp running = await StartAsync();
        using Visitor visitor = running.NewVisitor();

        Response rejected = await visitor.SignInAsync(password);

        Assert.Equal((403, "Sign in"), (rejected.StatusCode, rejected.Heading));
        Assert.Contains("This is not the password", rejected.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", rejected.Headers.Keys);
        Assert.Equal("/sign-in", (await visitor.GetAsync()).Location);
        Assert.DoesNotContain("assword!!", running.Log.Text + rejected.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sign_in_form_of_another_browser_is_rejected()
    {
        await using RunningApp running = await StartAsync();
        using Visitor visitor = running.NewVisitor();
        using Visitor stranger = running.NewVisitor();
        Dictionary<string, string> form = (await visitor.GetAsync("/sign-in")).GetForm("Sign in");
        form["password"] = Password;

        Response rejected = await stranger.PostAsync("/sign-in", form);

        Assert.Equal((400, "This page was open for too long"), (rejected.StatusCode, rejected.Heading));
        Assert.Equal("/sign-in", (await stranger.GetAsync()).Location);
    }

    [Fact]
    public async Task A_person_signs_out()
    {
        await using RunningApp running = await StartAsync();
        using Visitor visitor = running.NewVisitor();
        await visitor.SignInAsync(Password);
        Dictionary<string, string> form = (await visitor.GetAsync()).GetForm("Sign out");

        Response forged = await visitor.PostAsync("/sign-out", new Dictionary<string, string>());
        Response list = await visitor.GetAsync();
        Response signedOut = await visitor.PostAsync("/sign-out", form);

        Assert.Equal((400, 200), (forged.StatusCode, list.StatusCode));
        Assert.Equal((302, "/sign-in"), (signedOut.StatusCode, signedOut.Location));
        Assert.Equal("/sign-in", (await visitor.GetAsync()).Location);
    }

    [Fact]
    public async Task A_sign_in_ends_after_twelve_hours_however_often_it_is_used()
    {
        await using RunningApp running = await StartAsync();
        using Visitor visitor = running.NewVisitor();
        await visitor.SignInAsync(Password);

        running.Clock.Advance(TimeSpan.FromHours(11));
        Response inTime = await visitor.GetAsync();
        running.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        Response late = await visitor.GetAsync();

        Assert.Equal((200, 302), (inTime.StatusCode, late.StatusCode));
    }

    [Theory]
    [InlineData(Password, 200)]
    [InlineData("another password", 302)]
    public async Task A_sign_in_survives_a_restart_unless_the_password_changes(string password, int status)
    {
        await using (RunningApp running = await StartAsync())
        {
            using Visitor visitor = running.NewVisitor(_cookies);
            await visitor.SignInAsync(Password);
        }

        await using RunningApp restarted = await StartAsync(password);
        using Visitor returning = restarted.NewVisitor(_cookies);

        Assert.Equal(status, (await returning.GetAsync()).StatusCode);
    }

    [Fact]
    public async Task A_flow_belongs_to_the_sign_in_and_not_to_a_cookie_that_was_there_before()
    {
        await using RunningApp running = await StartAsync();
        using Visitor visitor = running.NewVisitor(Plant(running));
        using Visitor attacker = running.NewVisitor(Plant(running));
        await visitor.SignInAsync(Password);
        await attacker.SignInAsync(Password);
        await visitor.PressAsync(Start);

        Response strange = await attacker.GetAsync(running.GetFirstLinkParameter("refresh_url"));
        Response own = await visitor.GetAsync(running.GetFirstLinkParameter("refresh_url"));

        Assert.Equal((403, 303), (strange.StatusCode, own.StatusCode));
    }

    [Fact]
    public async Task Without_a_password_there_is_no_sign_in_page()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();

        Assert.Equal(404, (await visitor.GetAsync("/sign-in")).StatusCode);
        Assert.DoesNotContain("Sign out", (await visitor.GetAsync()).Text, StringComparison.Ordinal);
    }

    private static CookieContainer Plant(RunningApp running)
    {
        var cookies = new CookieContainer();
        cookies.Add(running.App.Address, new Cookie("marketplace-session", new string('a', 32)));
        return cookies;
    }

    private Task<RunningApp> StartAsync(string password = Password) => RunningApp.StartAsync(
        (builder, _) => builder.Services.AddSingleton<IDataProtectionProvider>(_keys), $"--SignIn:Password={password}");

    /// <summary>The methods and paths of all endpoints of the app.</summary>
    private sealed class Endpoints : IStartupFilter
    {
        private IServiceProvider? _services;

        public IReadOnlyList<(HttpMethod Method, string Path)> All =>
        [
            .. _services!.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(endpoint =>
                endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
                    .Select(method => (new HttpMethod(method), endpoint.RoutePattern.RawText!))),
        ];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            _services = app.ApplicationServices;
            next(app);
        };
    }
}
