using System.Diagnostics;
using System.Net;
using System.Text;
using Lattice.Stripe.Testing.HostedPages;
using Lattice.Stripe.Testing.Hosting;
using Lattice.Stripe.Testing.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lattice.Stripe.Testing;

/// <summary>
/// Serves a <see cref="StripeStandIn"/> over HTTP, by default on the loopback interface, for programs that accept a base address but no
/// handler. It also serves the form of account links, so that a browser can follow a link to the return URL or the refresh URL. Disposing
/// stops the server.
/// </summary>
public sealed class StripeStandInServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly bool _ownsStandIn;
    private readonly WebhookSender _webhooks;

    private StripeStandInServer(WebApplication application, IPAddress address, StripeStandIn standIn, bool ownsStandIn)
    {
        _application = application;
        _ownsStandIn = ownsStandIn;
        StandIn = standIn;
        int port = new Uri(application.Urls.Single()).Port;
        BaseAddress = ServerAddresses.GetBase(address, port);
        PageAddress = ServedPages.GetAddress(address, port);
        standIn.Pages.AddServer(PageAddress);
        _webhooks = new WebhookSender(standIn.Clock);
        standIn.Changes.Changed += _webhooks.Send;
    }

    /// <summary>
    /// The address of the API, such as <c>http://127.0.0.1:53211/</c>. If the server listens on all addresses, this is the loopback
    /// address.
    /// </summary>
    public Uri BaseAddress { get; }

    /// <summary>
    /// The address of the hosted pages, such as <c>http://localhost:53211/pages/</c>. To a browser, this is another site than
    /// <see cref="BaseAddress"/> and than an app on <c>http://127.0.0.1</c>, as Stripe's pages are. If the server listens on one address that is
    /// not a loopback address, the host is that address.
    /// </summary>
    public Uri PageAddress { get; }

    /// <summary>The stand-in that the server serves.</summary>
    public StripeStandIn StandIn { get; }

    /// <summary>Starts a server. By default, only programs on this machine can call it.</summary>
    /// <param name="standIn">
    /// The stand-in, which the caller disposes. Null: a new stand-in with default options, which is disposed with the server.
    /// </param>
    /// <param name="port">The TCP port; 0: a free port.</param>
    /// <param name="address">
    /// The address to listen on: one of this machine, or <see cref="IPAddress.Any"/> or <see cref="IPAddress.IPv6Any"/> for all. Null: the
    /// loopback address. With any other address, programs on other machines can call the server, and see what they send to each other.
    /// </param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The address is not one of this machine.</exception>
    public static async Task<StripeStandInServer> StartAsync(
        StripeStandIn? standIn = null, int port = 0, IPAddress? address = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);

        StripeStandIn served = standIn ?? new StripeStandIn();
        IPAddress listened = address ?? IPAddress.Loopback;
        WebApplication application = Build(served, listened, port);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new StripeStandInServer(application, listened, served, ownsStandIn: standIn is null);
    }

    /// <summary>
    /// Sends the changes of objects as webhooks from now on: those that <see cref="StripeStandInOptions.OnChanged"/> gets, such as
    /// <c>account.updated</c> when the form of an account link is finished. A second call adds another endpoint.
    /// </summary>
    /// <remarks>
    /// As at Stripe, nobody waits for a webhook: it may arrive before or after the response to the request that caused it. Webhooks are
    /// sent one after another, in the order of the changes, and each only once, whatever the response is.
    /// </remarks>
    /// <param name="endpoint">The absolute URL to post to, http or https. A proxy is not used, and redirects are not followed.</param>
    /// <param name="secret">
    /// The secret that the endpoint verifies with, any string that is not empty. The time in the signature is that of
    /// <see cref="StripeStandInOptions.TimeProvider"/>.
    /// </param>
    /// <exception cref="ArgumentException">The URL is not an absolute one of http or https, or the secret is empty.</exception>
    public void SendWebhooks(Uri endpoint, SecretString secret) => _webhooks.Add(endpoint, secret);

    /// <summary>Gets the latest 5,000 webhooks, at most 64 MiB, oldest first. It waits for those of the changes so far.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task<IReadOnlyList<SentWebhook>> GetWebhooksAsync(CancellationToken cancellationToken = default) =>
        _webhooks.GetSentAsync(cancellationToken);

    /// <summary>
    /// Stops the server. Requests that wait for a stubbed delay get no response, and webhooks that have not been sent are dropped.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        StandIn.Changes.Changed -= _webhooks.Send;
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        await _webhooks.DisposeAsync().ConfigureAwait(false);
        StandIn.Pages.RemoveServer(PageAddress);
        if (_ownsStandIn)
        {
            StandIn.Dispose();
        }
    }

    private static WebApplication Build(StripeStandIn standIn, IPAddress address, int port)
    {
        // The empty builder reads no configuration and logs nothing, so it does not affect the program's settings and console.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(address, port);
            kestrel.AddServerHeader = false;

            // Echoed header values may contain any text; the default encoding throws if they are not ASCII.
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
        });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddRouting();

        // The server's activities are not part of the program's telemetry.
        builder.Services.AddSingleton(new ActivitySource("Lattice.Stripe.Testing"));

        WebApplication application = builder.Build();
        var forms = new AccountLinkForms(standIn, address);
        application.MapWhen(ServedPages.Has, pages => pages.UseRouting().UseEndpoints(forms.Map));
        application.Run(new StandInEndpoint(standIn, application.Lifetime.ApplicationStopping).RespondAsync);
        return application;
    }

    /// <summary>Replaces the host's lifetime, which would handle Ctrl+C instead of the program.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
