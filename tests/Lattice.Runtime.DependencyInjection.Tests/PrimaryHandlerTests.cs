using System.Diagnostics;
using System.Net;
using Lattice.Stripe.Tests.Support;
using Lattice.TestSupport.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lattice.Stripe.Tests;

/// <summary>A primary handler of the app gets the rules of the client's own handler, if they can be applied.</summary>
public class PrimaryHandlerTests
{
    public static TheoryData<Func<HttpMessageHandler>> Ruled =>
    [
        () => new HttpClientHandler { UseProxy = false },
        () => new SocketsHttpHandler { UseProxy = false },
        () => new PassingHandler(new HttpClientHandler { UseProxy = false }),
        () => new PassingHandler(new SocketsHttpHandler { UseProxy = false }),
        () => new PassingHandler(new PassingHandler(new HttpClientHandler { UseProxy = false })),
        () => new PassingHandler(new PassingHandler(new SocketsHttpHandler { UseProxy = false })),
    ];

    public static TheoryData<Func<HttpMessageHandler>> Unruled =>
    [
        () => new DerivedHandler(),
        () => new PassingHandler(new DerivedHandler()),
        () => Services.Succeeding(),
        () => new PassingHandler(Services.Succeeding()),
        () => new RespondingHandler(),
    ];

    [Theory]
    [MemberData(nameof(Ruled))]
    public void Its_connections_have_the_rules_of_the_clients_own_handler(Func<HttpMessageHandler> primary)
    {
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClient(options => options.ApiKey = Caller.Key).ConfigurePrimaryHttpMessageHandler(primary);
        using ServiceProvider provider = services.BuildServiceProvider();

        IReadOnlyList<HttpMessageHandler> handlers = provider.GetHandlers();

        Assert.False(handlers[^1].AssertHasRules().UseProxy);
        using HttpMessageHandler chosen = primary();
        Assert.Equal(Count(chosen), handlers.Count(handler => handler is PassingHandler));
        Assert.Empty(log.Warnings);

        static int Count(HttpMessageHandler handler) => handler is PassingHandler passing ? 1 + Count(passing.InnerHandler!) : 0;
    }

    [Theory]
    [MemberData(nameof(Ruled))]
    [MemberData(nameof(Unruled))]
    public async Task It_follows_no_redirect(Func<HttpMessageHandler> primary)
    {
        await using var elsewhere = new LoopbackServer(_ => LoopbackReply.Thing);
        string redirect = LoopbackReply.Of("307 Temporary Redirect", "", $"Location: {elsewhere.Address}evil\r\n");
        await using var server = new LoopbackServer(_ => redirect);
        var services = new ServiceCollection();
        services.AddStripeClientOf(server.Address).ConfigurePrimaryHttpMessageHandler(primary);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.CallAsync();

        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [MemberData(nameof(Ruled))]
    public async Task It_sends_neither_trace_nor_baggage(Func<HttpMessageHandler> primary)
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.Length > 0,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = new LoopbackServer(_ => LoopbackReply.Thing);
        var services = new ServiceCollection();
        services.AddStripeClientOf(server.Address).ConfigurePrimaryHttpMessageHandler(primary);
        await using ServiceProvider provider = services.BuildServiceProvider();

        using (var activity = new Activity("order"))
        {
            activity.AddBaggage("customer", "jenny").Start();
            activity.TraceStateString = "vendor=1";
            Assert.True((await provider.CallAsync()).IsSuccess);
        }

        string sent = Assert.Single(server.Requests);
        Assert.All(
            ["traceparent", "tracestate", "baggage", "Correlation-Context", "Request-Id", "jenny"],
            text => Assert.DoesNotContain(text, sent, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Unruled))]
    public async Task A_handler_of_an_unknown_type_is_used_unchanged_and_logged_once(Func<HttpMessageHandler> create)
    {
        HttpMessageHandler primary = create();
        await using var server = new LoopbackServer(_ => LoopbackReply.Thing);
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClientOf(server.Address).RespondedBy(primary);
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.True((await provider.CallAsync()).IsSuccess);
        Assert.True((await provider.CallAsync()).IsSuccess);
        using HttpClient other = provider.GetRequiredService<IHttpClientFactory>().CreateClient(Services.HttpClientName);

        Assert.Contains(primary, provider.GetHandlers());
        LogEntry entry = Assert.Single(log.Warnings);
        Assert.Equal((StripeTelemetry.LoggerCategory, LogLevel.Warning), (entry.Category, entry.Level));
        Type inner = (primary as DelegatingHandler)?.InnerHandler?.GetType() ?? primary.GetType();
        Assert.Contains(inner.FullName!, entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_warning_goes_to_the_log_of_the_options()
    {
        using var log = new LogRecorder();
        using ILoggerFactory factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        var services = new ServiceCollection();
        services.AddStripeClient("eu", options => (options.ApiKey, options.LoggerFactory) = (Caller.Key, factory))
            .RespondedBy(Services.Succeeding());
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IStripeClient>("eu").CallAsync();

        Assert.Contains("eu", Assert.Single(log.Warnings).Text, StringComparison.Ordinal);
    }

    public static TheoryData<Func<HttpMessageHandler>> Usable =>
    [
        () => new SocketsHttpHandler(),
        () => new PassingHandler(new SocketsHttpHandler()),
        () => new PassingHandler(new HttpClientHandler()),
        () => new DerivedHandler(),
        () => new PassingHandler(new DerivedHandler()),
    ];

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task A_handler_that_has_sent_requests_is_used_unchanged_and_logged_once(Func<HttpMessageHandler> create)
    {
        HttpMessageHandler primary = create();
        await UseAsync(primary);
        await using var server = new LoopbackServer(_ => LoopbackReply.Thing);
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClientOf(server.Address).RespondedBy(primary);
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.True((await provider.CallAsync()).IsSuccess);

        Assert.Contains(primary, provider.GetHandlers());
        Assert.Contains("has already sent requests", Assert.Single(log.Warnings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_Stripe_clients_share_keeps_the_rules_of_the_first_client()
    {
        await using var server = new LoopbackServer(_ => LoopbackReply.Thing);
        using var shared = new SocketsHttpHandler();
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        foreach (string name in (string[])["eu", "us"])
        {
            services.AddStripeClient(name, options => (options.ApiKey, options.BaseAddress) = (Caller.Key, server.Address))
                .RespondedBy(shared);
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.True((await provider.GetRequiredKeyedService<IStripeClient>("eu").CallAsync()).IsSuccess);
        Assert.True((await provider.GetRequiredKeyedService<IStripeClient>("us").CallAsync()).IsSuccess);

        shared.AssertHasRules();
        Assert.Same(shared, provider.GetHandlers("Lattice.Stripe:us")[^1]);
        Assert.Empty(log.Warnings);
    }

    [Fact]
    public async Task A_replaced_handler_may_have_sent_requests()
    {
        using var primary = new HttpClientHandler { MaxConnectionsPerServer = 7 };
        await UseAsync(primary);
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClient(options => options.ApiKey = Caller.Key).RespondedBy(primary);
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(7, provider.GetHandlers()[^1].AssertHasRules().MaxConnectionsPerServer);
        Assert.Empty(log.Warnings);
    }

    [Fact]
    public void Its_own_lifetimes_stay()
    {
        var services = new ServiceCollection();
        services.AddStripeClient(options => options.ApiKey = Caller.Key).RespondedBy(new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromSeconds(50),
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(3),
        });
        using ServiceProvider provider = services.BuildServiceProvider();

        SocketsHttpHandler handler = Assert.IsType<SocketsHttpHandler>(provider.GetHandlers()[^1]);

        Assert.Equal(
            (50, 30, 3),
            (handler.PooledConnectionLifetime.TotalSeconds, handler.KeepAlivePingDelay.TotalSeconds,
                handler.KeepAlivePingTimeout.TotalSeconds));
        Assert.False(handler.AllowAutoRedirect);
    }

    [Fact]
    public void The_rules_take_precedence_over_later_settings_of_the_caller()
    {
        var services = new ServiceCollection();
        services.AddStripeClient(options => options.ApiKey = Caller.Key)
            .UseSocketsHttpHandler((handler, _) => handler.AllowAutoRedirect = handler.UseCookies = true);
        using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetHandlers()[^1].AssertHasRules();
    }

    [Fact]
    public async Task A_handler_without_rules_is_logged_once_even_if_it_is_created_several_times()
    {
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        foreach (string name in (string[])["eu", "us"])
        {
            services.AddStripeClient(name, options => options.ApiKey = Caller.Key)
                .ConfigurePrimaryHttpMessageHandler(() => new DerivedHandler());
        }

        await using ServiceProvider provider = services.BuildServiceProvider();

        Build("Lattice.Stripe:eu");
        Build("Lattice.Stripe:eu");
        Build("Lattice.Stripe:us");

        Assert.Equal(2, log.Warnings.Count);

        // As the factory does each time that the lifetime of handlers ends.
        void Build(string name)
        {
            HttpMessageHandlerBuilder builder = provider.GetRequiredService<HttpMessageHandlerBuilder>();
            builder.Name = name;
            HttpClientFactoryOptions options = provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(name);
            foreach (Action<HttpMessageHandlerBuilder> action in options.HttpMessageHandlerBuilderActions)
            {
                action(builder);
            }

            Assert.IsType<DerivedHandler>(builder.PrimaryHandler);
        }
    }

    private static async Task UseAsync(HttpMessageHandler handler)
    {
        await using var server = new LoopbackServer(_ => LoopbackReply.Thing);
        using var client = new HttpClient(handler, disposeHandler: false);
        using HttpResponseMessage response = await client.GetAsync(server.Address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
