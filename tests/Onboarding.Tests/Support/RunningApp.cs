using System.Globalization;
using System.Net;
using Lattice.Stripe;
using Lattice.Stripe.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Onboarding.Tests.Support;

/// <summary>The app on a free port, with a manual clock. Its logs and traces are collected.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly ListeningAddress _address;
    private readonly StringWriter _traces;

    private RunningApp(OnboardingApp app, ListeningAddress address, FakeTimeProvider clock, LogLines log, StringWriter traces)
    {
        App = app;
        _address = address;
        Clock = clock;
        Log = log;
        _traces = traces;
    }

    public OnboardingApp App { get; }

    public FakeTimeProvider Clock { get; }

    public LogLines Log { get; }

    public string Traces => _traces.ToString();

    public StripeStandIn Stripe => App.Practice!.StandIn;

    /// <param name="configure">Adds or replaces services of the app.</param>
    /// <param name="arguments">The command line, such as <c>--Stripe:MaxRetries=0</c>.</param>
    public static async Task<RunningApp> StartAsync(
        Action<WebApplicationBuilder, FakeTimeProvider>? configure = null, params string[] arguments)
    {
        var clock = new FakeTimeProvider();
        clock.Advance(TimeSpan.FromDays(20_000));
        var address = new ListeningAddress();
        var log = new LogLines();
        var traces = new StringWriter(CultureInfo.InvariantCulture);
        OnboardingApp app = await OnboardingApp.StartAsync(new OnboardingHost
        {
            Arguments =
            [
                "--Urls=http://127.0.0.1:0", "--STRIPE_API_KEY=", "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace",
                .. arguments,
            ],
            Clock = clock,
            Output = TextWriter.Synchronized(traces),
            Configure = builder =>
            {
                builder.Logging.ClearProviders().AddProvider(log);
                builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                builder.Services.AddSingleton<IStartupFilter>(address);
                configure?.Invoke(builder, clock);
            },
        });
        return new RunningApp(app, address, clock, log, traces);
    }

    /// <summary>The distinct idempotency keys of the requests for links. There cannot be more links than keys.</summary>
    public IReadOnlyCollection<string> LinkKeys =>
        Stripe.Received(AccountLink.CreateOperation).Select(request => request.Headers["Idempotency-Key"]).ToHashSet();

    /// <summary>Returns a parameter of the first request for a link, such as <c>return_url</c>.</summary>
    public string GetFirstLinkParameter(string parameter) => GetLinkParameters(parameter)[0];

    /// <summary>Returns a parameter of all requests for links, oldest first.</summary>
    public string[] GetLinkParameters(string parameter) =>
    [
        .. Stripe.Received(AccountLink.CreateOperation)
            .Select(request => request.Parameters.Single(sent => sent.Key == parameter).Value),
    ];

    /// <param name="cookies">The cookies of the browser, which has none by default.</param>
    public Visitor NewVisitor(CookieContainer? cookies = null) => new(_address.Value, cookies);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _traces.DisposeAsync();
    }
}
