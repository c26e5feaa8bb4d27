using System.Net;
using Lattice.Stripe.Tests.Support;
using Lattice.TestSupport.Documentation;
using Lattice.TestSupport.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Tests;

/// <summary>Runs the examples in the documentation that redirect a browser to a link, in an app that logs everything.</summary>
public class ReadmeSecrecyTests
{
    private const string Token = "t0k3n-that-nobody-may-see";
    private const string Link = "https://connect.stripe.com/setup/s/" + Token;
    private const string Body = $$"""{"object":"account_link","created":1,"expires_at":301,"url":"{{Link}}"}""";

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    public static TheoryData<string, int> Redirects => ExampleData.Of(example => RedirectsBrowser(example) && !IsWholeProgram(example));

    public static TheoryData<string, int> Programs => ExampleData.Of(example => RedirectsBrowser(example) && IsWholeProgram(example));

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task The_link_is_in_the_response_and_not_in_the_log(string page, int number)
    {
        using var log = new LogRecorder();
        using StripeClient client = StandIns.Responding(Body);
        await using WebApplication app = await StartAsync(LoadedExample.Load(CodeExample.Get(page, number)), client, log);

        await AssertSecretAsync(app.Urls.Single(), log, app.StopAsync);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_keeps_the_link_out_of_the_log(string page, int number)
    {
        using var log = new LogRecorder();
        using StripeClient client = StandIns.Responding(Body);
        using var observer = new HostObserver(services => AddServices(services.RemoveAll<IStripeClient>(), client, log));

        Task program = LoadedExample.Load(CodeExample.Get(page, number)).RunAsync("--urls=http://127.0.0.1:0", "--Stripe:ApiKey=sk_test_123");
        await Task.WhenAny(program, observer.Started).WaitAsync(s_timeout);
        Assert.False(program.IsCompleted, program.Exception?.ToString());
        IHost host = await observer.Started;

        string address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await AssertSecretAsync(address, log, host.StopAsync);
        await program.WaitAsync(s_timeout);
    }

    [Fact]
    public void The_README_has_an_example_that_redirects_a_browser() =>
        Assert.Contains(CodeExample.All, example =>
            example.Page == "README.md" && example.Code.Contains("StripeResults.Redirect(link.Url)", StringComparison.Ordinal));

    private static bool RedirectsBrowser(CodeExample example) =>
        example.Code.Contains("StripeResults.Redirect(", StringComparison.Ordinal)
        && example.Code.Contains("/onboard/{account}", StringComparison.Ordinal);

    private static bool IsWholeProgram(CodeExample example) => example.Code.Contains("WebApplication.CreateBuilder(", StringComparison.Ordinal);

    private static async Task AssertSecretAsync(string address, LogRecorder log, Func<CancellationToken, Task> stopAsync)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };

        using HttpResponseMessage response = await http.PostAsync("/onboard/acct_123", null);
        await stopAsync(CancellationToken.None);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(Link, Assert.Single(response.Headers.GetValues("Location")));
        Assert.Contains("/onboard/acct_123", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, log.Text, StringComparison.Ordinal);
    }

    /// <summary>Starts an app with an example that maps an endpoint, or is a controller.</summary>
    private static async Task<WebApplication> StartAsync(LoadedExample example, IStripeClient client, LogRecorder log)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        AddServices(builder.Services, client, log);
        builder.Services.AddControllers()
            .ConfigureApplicationPartManager(manager => manager.ApplicationParts.Add(new AssemblyPart(example.Assembly)));
        WebApplication app = builder.Build();
        app.UseHttpLogging();
        app.MapControllers();
        if (example.Assembly.EntryPoint is not null)
        {
            await example.With("app", app).RunAsync();
        }

        await app.StartAsync();
        return app;
    }

    private static void AddServices(IServiceCollection services, IStripeClient client, LogRecorder log)
    {
        services.AddSingleton(client);
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddHttpLogging(options => options.LoggingFields = HttpLoggingFields.All);
    }
}
