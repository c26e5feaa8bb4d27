using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.SignIn;

/// <summary>With a Stripe key and without a sign-in, each request must come from this machine, whatever the server listens on.</summary>
public sealed class ThisMachineOnlyTests
{
    private static readonly string[] s_paths = ["/", "/site.css", "/missing", "/onboarding/refresh?state=a", "/onboarding/return?state=a"];

    [Theory]
    [InlineData("203.0.113.7", "192.0.2.1")]
    [InlineData("203.0.113.7", "127.0.0.1")]
    [InlineData("127.0.0.1", "192.0.2.1")]
    [InlineData("2001:db8::7", "::1")]
    [InlineData("::ffff:203.0.113.7", "::ffff:192.0.2.1")]
    [InlineData(null, null)]
    public async Task A_request_from_another_machine_is_rejected(string? remote, string? local)
    {
        await using RunningApp running = await StartAsync(connection =>
        {
            connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
            connection.LocalIpAddress = local is null ? null : IPAddress.Parse(local);
        });
        using Visitor visitor = running.NewVisitor();

        foreach (string path in s_paths)
        {
            AssertRejected(await visitor.GetAsync(path));
        }
    }

    [Theory]
    [InlineData("attacker.example")]
    [InlineData("localhost.attacker.example")]
    [InlineData("192.0.2.1")]
    [InlineData("0.0.0.0")]
    public async Task A_request_for_another_host_is_rejected(string host)
    {
        await using RunningApp running = await StartAsync();
        using Visitor visitor = running.NewVisitor();

        AssertRejected(await visitor.GetAsync("/", $"{host}:{running.App.Address.Port}"));
        AssertRejected(await visitor.GetAsync("/?moved", host));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    public async Task A_request_through_a_proxy_is_rejected(string header, string value)
    {
        await using RunningApp running = await StartAsync();
        using Visitor visitor = running.NewVisitor();

        AssertRejected(await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { header, value } } }));
    }

    [Fact]
    public async Task A_request_from_this_machine_is_accepted()
    {
        await using RunningApp running = await StartAsync();
        using Visitor visitor = running.NewVisitor();

        Assert.Equal((200, "Sellers"), GetStatusAndHeading(await visitor.GetAsync()));
        Assert.Equal(302, (await visitor.GetAsync("/", $"localhost:{running.App.Address.Port}")).StatusCode);
    }

    private static void AssertRejected(Response response)
    {
        Assert.Equal((403, "Only the machine of this app can open it"), GetStatusAndHeading(response));
        Assert.Contains("SignIn__Password", response.Text, StringComparison.Ordinal);
        Assert.NotNull(response.Headers.GetValueOrDefault("Content-Security-Policy"));
    }

    private static (int StatusCode, string Heading) GetStatusAndHeading(Response response) => (response.StatusCode, response.Heading);

    private static Task<RunningApp> StartAsync(Action<ConnectionInfo>? configure = null) => RunningApp.StartAsync(
        (builder, _) => builder.Services.AddSingleton<IStartupFilter>(new Connections(configure ?? (_ => { }))),
        "--STRIPE_API_KEY=sk_test_planted");

    /// <summary>Changes the addresses of connections.</summary>
    private sealed class Connections(Action<ConnectionInfo> configure) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                configure(context.Connection);
                return following(context);
            });
            next(app);
        };
    }
}
