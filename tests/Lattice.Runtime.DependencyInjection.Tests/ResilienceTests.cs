using Lattice.Stripe.Tests.Support;
using Lattice.TestSupport.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;
using Polly;

#pragma warning disable EXTEXP0001 // ResilienceHandler itself is public, but may still change.

namespace Lattice.Stripe.Tests;

/// <summary>
/// Handlers that repeat requests: those that an app adds to all its HTTP clients are removed, those that it adds to a Stripe client
/// stay.
/// </summary>
public class ResilienceTests
{
    private static readonly ResiliencePipeline<HttpResponseMessage> s_empty = ResiliencePipeline<HttpResponseMessage>.Empty;

    public static TheoryData<bool, Action<IHttpClientBuilder>> Defaults
    {
        get
        {
            var data = new TheoryData<bool, Action<IHttpClientBuilder>>();
            foreach (bool isFirst in (bool[])[true, false])
            {
                data.Add(isFirst, http => http.AddStandardResilienceHandler());
                data.Add(isFirst, http => http.AddStandardHedgingHandler());
                data.Add(isFirst, http => http.AddResilienceHandler("own", pipeline => pipeline.AddTimeout(TimeSpan.FromSeconds(10))));
                data.Add(isFirst, http => http.AddPolicyHandler(Policy.NoOpAsync<HttpResponseMessage>()));
                data.Add(isFirst, http => http.AddHttpMessageHandler(() => new DerivedResilienceHandler()));
                data.Add(isFirst, http => http.AddHttpMessageHandler(
                    () => new Microsoft.Extensions.Http.Resilience.Internal.ResilienceHandler()));
                data.Add(isFirst, http => http.ConfigurePrimaryHttpMessageHandler(
                    () => new ResilienceHandler(_ => s_empty) { InnerHandler = new HttpClientHandler() }));
                data.Add(isFirst, http => http.ConfigurePrimaryHttpMessageHandler(() => new PassingHandler(
                    new ResilienceHandler(_ => s_empty) { InnerHandler = new SocketsHttpHandler() })));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Defaults))]
    public void A_resilience_handler_of_all_clients_is_removed(bool isFirst, Action<IHttpClientBuilder> defaults)
    {
        using ServiceProvider provider = Build(isFirst, defaults, services =>
        {
            services.AddStripeClient(options => options.ApiKey = Caller.Key);
            services.AddStripeClient("eu", options => options.ApiKey = Caller.Key);
        });

        foreach (string name in (string[])["Lattice.Stripe", "Lattice.Stripe:eu"])
        {
            IReadOnlyList<HttpMessageHandler> handlers = provider.GetHandlers(name);
            Assert.DoesNotContain(handlers, handler => IsResilience(handler));
            handlers[^1].AssertHasRules();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_a_handler_of_all_clients_attempts_are_counted_and_Stripe_Should_Retry_is_followed(bool isFirst)
    {
        StubHandler unavailable = StubHandler.Responding(503, "");
        StubHandler final = StubHandler.Responding(503, "", ("Stripe-Should-Retry", "false"));
        await using ServiceProvider provider = Build(isFirst, http => http.AddStandardResilienceHandler(), services =>
        {
            services.AddStripeClient(Configure).RespondedBy(unavailable);
            services.AddStripeClient("final", Configure).RespondedBy(final);
        });

        await provider.CallAsync();
        await provider.GetRequiredKeyedService<IStripeClient>("final").CallAsync();

        Assert.Equal(3, unavailable.Requests.Count);
        Assert.Single(final.Requests);

        static void Configure(StripeClientOptions options)
        {
            options.ApiKey = Caller.Key;
            options.AttemptTimeout = Timeout.InfiniteTimeSpan;
            options.TimeProvider = new SkippingTimeProvider();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_resilience_handler_of_the_caller_stays(bool isFirst)
    {
        using ServiceProvider provider = Build(isFirst, http => http.AddStandardResilienceHandler(), services =>
        {
            services.AddStripeClient(options => options.ApiKey = Caller.Key).AddStandardResilienceHandler();

            // The client is the same, and so is the configuration of its first caller.
            services.AddStripeClient(options => options.MaxRetries = 0);
        });

        Assert.Single(provider.GetHandlers(), handler => IsResilience(handler));
    }

    [Fact]
    public void Other_clients_keep_their_handlers()
    {
        using ServiceProvider provider = Build(isFirst: false, http => http.AddStandardResilienceHandler(), services =>
        {
            services.AddStripeClient(options => options.ApiKey = Caller.Key);
            services.AddHttpClient("shop");
        });

        Assert.DoesNotContain(provider.GetHandlers(), handler => IsResilience(handler));
        Assert.Single(provider.GetHandlers("shop"), handler => IsResilience(handler));
    }

    [Fact]
    public void Other_handlers_of_all_clients_stay()
    {
        using ServiceProvider provider = Build(
            isFirst: true,
            http => http.AddHttpMessageHandler(() => new PassingHandler()).AddHttpMessageHandler(() => new Shop.ResilienceHandler()),
            services => services.AddStripeClient(options => options.ApiKey = Caller.Key));

        IReadOnlyList<HttpMessageHandler> handlers = provider.GetHandlers();

        Assert.Single(handlers.OfType<PassingHandler>());
        Assert.Single(handlers.OfType<Shop.ResilienceHandler>());
    }

    [Fact]
    public void The_removal_is_logged()
    {
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClient(options => options.ApiKey = Caller.Key);
        services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        using ServiceProvider provider = services.BuildServiceProvider();

        _ = provider.GetHandlers();

        LogEntry entry = Assert.Single(log.Entries, entry => entry.Category == StripeTelemetry.LoggerCategory);
        Assert.Contains("Microsoft.Extensions.Http.Resilience.ResilienceHandler", entry.Text, StringComparison.Ordinal);
        Assert.Empty(log.Warnings);
    }

    private static bool IsResilience(HttpMessageHandler handler) =>
        handler is ResilienceHandler or PolicyHttpMessageHandler or Microsoft.Extensions.Http.Resilience.Internal.ResilienceHandler;

    private static ServiceProvider Build(bool isFirst, Action<IHttpClientBuilder> defaults, Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        if (isFirst)
        {
            services.ConfigureHttpClientDefaults(defaults);
        }

        add(services);
        if (!isFirst)
        {
            services.ConfigureHttpClientDefaults(defaults);
        }

        return services.BuildServiceProvider();
    }

    private sealed class DerivedResilienceHandler() : ResilienceHandler(_ => s_empty);
}
