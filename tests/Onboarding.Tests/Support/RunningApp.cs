using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Lattice.Stripe.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Onboarding.StripeApi;

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

    /// <summary>The requests for links, oldest first.</summary>
    public IReadOnlyList<ReceivedRequest> LinkRequests => Stripe.Received(AccountLink.CreateOperation);

    /// <summary>The distinct idempotency keys of the requests for links. There cannot be more links than keys.</summary>
    public IReadOnlyCollection<string> LinkKeys =>
        LinkRequests.Select(request => request.Headers["Idempotency-Key"]).ToHashSet();

    /// <summary>Returns a parameter of the first request for a link, such as <c>return_url</c>.</summary>
    public string GetFirstLinkParameter(string parameter) => GetLinkParameters(parameter)[0];

    /// <summary>Returns a parameter of all requests for links, oldest first.</summary>
    public string[] GetLinkParameters(string parameter) =>
        [.. LinkRequests.Select(request => request.Parameters.Single(sent => sent.Key == parameter).Value)];

    /// <param name="cookies">The cookies of the browser, which has none by default.</param>
    public Visitor NewVisitor(CookieContainer? cookies = null) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = cookies ?? new() }, _address.Value);

    /// <summary>Returns a visitor who uses the public address, at which a proxy decrypts the requests.</summary>
    public Visitor NewVisitorOfProxy() => new(new DecryptingProxy(_address.Value), App.Address);

    /// <summary>Returns a visitor whose address is another one of this machine.</summary>
    public Visitor NewVisitorFrom(IPAddress address) => new(
        CreateHandler(() =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
            return (socket, new IPEndPoint(IPAddress.Loopback, _address.Value.Port));
        }),

        // No browser opens the address that stands for all addresses of a machine.
        new UriBuilder(_address.Value) { Host = "127.0.0.1" }.Uri);

    /// <summary>Returns a visitor who uses the public address, where a proxy uses a Unix domain socket.</summary>
    public Visitor NewVisitorOfSocket(string path) => new(
        CreateHandler(() =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            return (socket, new UnixDomainSocketEndPoint(path));
        }),
        App.Address);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _traces.DisposeAsync();
    }

    private static SocketsHttpHandler CreateHandler(Func<(Socket Socket, EndPoint Server)> createSocket) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        ConnectCallback = async (_, cancellationToken) =>
        {
            (Socket socket, EndPoint server) = createSocket();
            await socket.ConnectAsync(server, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}
