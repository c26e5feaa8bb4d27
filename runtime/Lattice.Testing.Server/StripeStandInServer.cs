using System.Diagnostics;
using System.Net;
using System.Text;
using Lattice.Stripe.Testing.HostedPages;
using Lattice.Stripe.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lattice.Stripe.Testing;

/// <summary>
/// A <see cref="StripeStandIn"/> behind HTTP on the loopback interface, for programs that can be given a base address
/// but no handler. It serves the form behind account links too, so that a browser gets from a platform's page to the return
/// URL or the refresh URL. Disposing it stops it.
/// </summary>
public sealed class StripeStandInServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly bool _ownsStandIn;

    private StripeStandInServer(WebApplication application, StripeStandIn standIn, bool ownsStandIn)
    {
        _application = application;
        _ownsStandIn = ownsStandIn;
        StandIn = standIn;
        BaseAddress = new Uri(application.Urls.Single());
        PageAddress = ServedPages.On(BaseAddress.Port);
        standIn.Pages.Begin(PageAddress);
    }

    /// <summary>Where the server listens, such as <c>http://127.0.0.1:53211/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>
    /// Where the pages are that links lead to, such as <c>http://localhost:53211/pages/</c>. To browsers this is another site
    /// than <see cref="BaseAddress"/>, or than an app on <c>http://127.0.0.1</c>, as Stripe's pages are.
    /// </summary>
    public Uri PageAddress { get; }

    /// <summary>What answers the requests, and remembers them.</summary>
    public StripeStandIn StandIn { get; }

    /// <summary>Starts a server that other programs on this machine can call, and no other machine.</summary>
    /// <param name="standIn">
    /// What answers; it stays yours to dispose. Null: a new stand-in with default settings, which goes with the server.
    /// </param>
    /// <param name="port">The TCP port; 0: one that is free.</param>
    /// <param name="cancellationToken">Ends the start early.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<StripeStandInServer> StartAsync(
        StripeStandIn? standIn = null, int port = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);

        StripeStandIn answering = standIn ?? new StripeStandIn();
        WebApplication application = Build(answering, port);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new StripeStandInServer(application, answering, ownsStandIn: standIn is null);
    }

    /// <summary>Stops listening. Requests whose responses wait for a planned delay get none.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        StandIn.Pages.End(PageAddress);
        if (_ownsStandIn)
        {
            StandIn.Dispose();
        }
    }

    private static WebApplication Build(StripeStandIn standIn, int port)
    {
        // The empty builder reads no configuration and logs nothing: settings and console stay the program's own.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;

            // Header values that are echoed may hold any text; the default encoding throws on what is not ASCII.
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
        });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddRouting();

        // What the server does is no part of what the program tells its telemetry.
        builder.Services.AddSingleton(new ActivitySource("Lattice.Stripe.Testing"));

        WebApplication application = builder.Build();
        var forms = new AccountLinkForms(standIn);
        application.MapWhen(ServedPages.Has, pages => pages.UseRouting().UseEndpoints(forms.Map));
        application.Run(new StandInEndpoint(standIn, application.Lifetime.ApplicationStopping).RespondAsync);
        return application;
    }

    /// <summary>The host's own lifetime would take Ctrl+C away from the program that the server runs in.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
