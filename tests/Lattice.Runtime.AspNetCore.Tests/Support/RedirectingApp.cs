using System.Net;
using Lattice.TestSupport.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Tests.Support;

/// <summary>An app on Kestrel that logs all it can, the headers of responses included, and keeps the log.</summary>
internal sealed class RedirectingApp : IAsyncDisposable
{
    /// <summary>A part of the URL that appears nowhere else.</summary>
    public const string Secret = "Xk9secretQz7";

    public const string Url = "https://connect.stripe.com/setup/s/acct_1/" + Secret;

    private readonly WebApplication _app;
    private readonly LogRecorder _log;

    private RedirectingApp(WebApplication app, LogRecorder log)
    {
        _app = app;
        _log = log;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public static async Task<RedirectingApp> StartAsync(Action<WebApplication> map)
    {
        var log = new LogRecorder();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddHttpLogging(options => options.LoggingFields = HttpLoggingFields.All);
        builder.Services.AddControllers()
            .ConfigureApplicationPartManager(manager => manager.ApplicationParts.Add(new AssemblyPart(typeof(RedirectingApp).Assembly)));
        WebApplication app = builder.Build();
        app.UseHttpLogging();
        map(app);
        app.MapControllers();
        await app.StartAsync();
        return new RedirectingApp(app, log);
    }

    /// <summary>Asserts that it is the redirect, complete.</summary>
    public static async Task AssertRedirectsAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(Url, Assert.Single(response.Headers.GetValues("Location")));
        Assert.Equal("no-store", Assert.Single(response.Headers.GetValues("Cache-Control")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Ends the app, so that nothing is logged later, and returns the log.</summary>
    public async Task<string> StopAsync()
    {
        await _app.StopAsync();
        return _log.Text;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
