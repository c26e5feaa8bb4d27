using System.Net;
using System.Reflection;
using Lattice.Stripe.Tests.Support;
using Lattice.TestSupport.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Tests;

/// <summary>Runs the examples in the documentation that redirect a browser to a link, in an app that logs everything.</summary>
public class ReadmeSecrecyTests
{
    private const string Token = "t0k3n-that-nobody-may-see";
    private const string Link = "https://connect.stripe.com/setup/s/" + Token;
    private const string Body = $$"""{"object":"account_link","created":1,"expires_at":301,"url":"{{Link}}"}""";

    public static TheoryData<string, int> Redirects()
    {
        var examples = new TheoryData<string, int>();
        foreach (ReadmeExample example in ReadmeExample.All.Where(example => example.Code.Contains("Redirect(", StringComparison.Ordinal)))
        {
            examples.Add(example.Page, example.Number);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task The_link_is_in_the_response_and_not_in_the_log(string page, int number)
    {
        Assembly example = Load(ReadmeExample.All.Single(example => example.Page == page && example.Number == number).Code);
        using var log = new LogRecorder();
        using StripeClient client = StandIns.Responding(Body);
        await using WebApplication app = await StartAsync(example, client, log);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };

        using HttpResponseMessage response = await http.PostAsync("/onboard/acct_123", null);
        await app.StopAsync();

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(Link, Assert.Single(response.Headers.GetValues("Location")));
        Assert.Contains("/onboard/acct_123", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_example_redirects_a_browser()
    {
        ReadmeExample first = ReadmeExample.All.First(example => example.Page == "README.md");

        Assert.Contains("StripeResults.Redirect(link.Url)", first.Code, StringComparison.Ordinal);
    }

    private static Assembly Load(string code)
    {
        using var assembly = new MemoryStream();
        Assert.True(ReadmeExample.Compile(code).Emit(assembly).Success);
        return Assembly.Load(assembly.ToArray());
    }

    private static async Task<WebApplication> StartAsync(Assembly example, IStripeClient client, LogRecorder log)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton(client);
        builder.Services.AddHttpLogging(options => options.LoggingFields = HttpLoggingFields.All);
        builder.Services.AddControllers()
            .ConfigureApplicationPartManager(manager => manager.ApplicationParts.Add(new AssemblyPart(example)));
        WebApplication app = builder.Build();
        app.UseHttpLogging();
        app.MapControllers();
        if (example.GetType("Example") is { } type)
        {
            await MapAsync(type, app);
        }

        await app.StartAsync();
        return app;
    }

    /// <summary>Runs the code of the example, which maps its endpoint and uses only the app.</summary>
    private static async Task MapAsync(Type type, WebApplication app)
    {
        ConstructorInfo constructor = type.GetConstructors().Single();
        object? instance = constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(WebApplication) ? app
                : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)]);
        await (Task)type.GetMethod("RunAsync")!.Invoke(instance, null)!;
    }
}
