using Lattice.Stripe.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Onboarding.Tests.Support;

/// <summary>The app, and a visitor with their own browser.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly RunningApp _running;
    private readonly List<string> _opened = [];

    private Visit(RunningApp running, IPage page)
    {
        _running = running;
        Page = page;
        page.FrameNavigated += (_, frame) => _opened.Add(frame.Url);
    }

    public IPage Page { get; }

    /// <summary>The URLs that the browser has opened, oldest first.</summary>
    public IReadOnlyList<string> Opened => _opened;

    public Uri Address => _running.App.Address;

    public LogLines Log => _running.Log;

    public string Traces => _running.Traces;

    public StripeStandIn Stripe => _running.Stripe;

    public StripeStandInServer StripeServer => _running.App.Practice!.Server;

    /// <param name="afterResponse">Called with the path of each response of the app, before the browser receives it.</param>
    public static async Task<Visit> StartAsync(
        Chromium chromium, bool isPhone = false, Action<string, FakeTimeProvider>? afterResponse = null)
    {
        RunningApp running = await RunningApp.StartAsync((builder, clock) =>
        {
            if (afterResponse is not null)
            {
                builder.Services.AddSingleton<IStartupFilter>(new ResponseWatch(path => afterResponse(path, clock)));
            }
        });
        IPage page = await chromium.Browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = isPhone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1280, Height = 800 },
        });
        page.SetDefaultTimeout(10_000);
        return new Visit(running, page);
    }

    public async Task OpenAsync(string path = "/") => await Page.GotoAsync(new Uri(Address, path).AbsoluteUri);

    /// <summary>Presses a button and waits for the next page.</summary>
    public async Task PressAsync(string button) => await Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    public async Task SeeAsync(string heading) =>
        await Page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 }).WaitForAsync();

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        await _running.DisposeAsync();
    }
}
