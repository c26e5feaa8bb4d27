using System.Globalization;
using Lattice.Stripe.Testing;
using Lattice.Stripe.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Onboarding.Tests.Support;

/// <summary>The app, and a person who visits it with a browser of their own.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly StringWriter _traces;

    private Visit(OnboardingApp app, IPage page, ManualTimeProvider clock, LogLines log, StringWriter traces)
    {
        App = app;
        Page = page;
        Clock = clock;
        Log = log;
        _traces = traces;
    }

    public OnboardingApp App { get; }

    public IPage Page { get; }

    public ManualTimeProvider Clock { get; }

    public LogLines Log { get; }

    public string Traces => _traces.ToString();

    public StripeStandIn Stripe => App.Practice!.StandIn;

    /// <param name="afterAnswer">Called with the path of each answer of the app, before the browser has it.</param>
    public static async Task<Visit> StartAsync(
        Chromium chromium, bool isPhone = false, Action<string, ManualTimeProvider>? afterAnswer = null)
    {
        var clock = new ManualTimeProvider();
        clock.Advance(TimeSpan.FromDays(20_000));
        var log = new LogLines();
        var traces = new StringWriter(CultureInfo.InvariantCulture);
        OnboardingApp app = await OnboardingApp.StartAsync(new OnboardingHost
        {
            Arguments = ["--Urls=http://127.0.0.1:0", "--STRIPE_API_KEY=", "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace"],
            Clock = clock,
            Output = TextWriter.Synchronized(traces),
            Configure = builder =>
            {
                builder.Logging.ClearProviders().AddProvider(log);
                builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                if (afterAnswer is not null) builder.Services.AddSingleton<IStartupFilter>(new AnswerWatch(path => afterAnswer(path, clock)));
            },
        });
        IPage page = await chromium.Browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = isPhone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1280, Height = 800 },
        });
        page.SetDefaultTimeout(10_000);
        return new Visit(app, page, clock, log, traces);
    }

    public async Task OpenAsync(string path = "/") => await Page.GotoAsync(new Uri(App.Address, path).AbsoluteUri);

    /// <summary>Presses a button and waits for the page that it leads to.</summary>
    public async Task PressAsync(string button) => await Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    public async Task SeeAsync(string heading)
        => await Page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 }).WaitForAsync();

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        await App.DisposeAsync();
        await _traces.DisposeAsync();
    }
}
