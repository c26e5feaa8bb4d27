using System.Net;
using Lattice.Stripe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lattice.Stripe.Tests;

/// <summary>The configuration of all HTTP clients of an app, before or after it registers Stripe's.</summary>
public class HttpClientDefaultsTests
{
    public static TheoryData<bool, Action<IHttpClientBuilder, IWebProxy>> Proxies
    {
        get
        {
            var data = new TheoryData<bool, Action<IHttpClientBuilder, IWebProxy>>();
            foreach (bool isFirst in (bool[])[true, false])
            {
                data.Add(isFirst, (http, proxy) => http.RespondedBy(new HttpClientHandler { Proxy = proxy }));
                data.Add(isFirst, (http, proxy) => http.RespondedBy(new SocketsHttpHandler { Proxy = proxy }));
                data.Add(isFirst, (http, proxy) => http.UseSocketsHttpHandler((handler, _) => handler.Proxy = proxy));
                data.Add(isFirst, (http, proxy) => http.RespondedBy(new PassingHandler(new HttpClientHandler { Proxy = proxy })));
                data.Add(isFirst, (http, proxy) => http.ConfigurePrimaryHttpMessageHandler(
                    (handler, _) => ((SocketsHttpHandler)handler).Proxy = proxy));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Proxies))]
    public async Task The_proxy_of_all_clients_is_used_with_the_rules(bool isFirst, Action<IHttpClientBuilder, IWebProxy> configure)
    {
        await using var proxy = new LoopbackServer(_ => LoopbackReply.Thing);
        await using ServiceProvider provider = Build(
            isFirst,
            services => services.AddStripeClientOf(new Uri("http://stripe.test/")),
            http => configure(http, new WebProxy(proxy.Address)));

        Assert.True((await provider.CallAsync()).IsSuccess);

        Assert.StartsWith("POST http://stripe.test/v1/things ", Assert.Single(proxy.Requests), StringComparison.Ordinal);
        provider.GetHandlers()[^1].AssertHasRules();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_handler_of_the_caller_takes_precedence_over_that_of_all_clients(bool isFirst)
    {
        StubHandler own = Services.Succeeding(), all = Services.Succeeding();
        await using ServiceProvider provider = Build(
            isFirst,
            services => services.AddStripeClient("eu", options => options.ApiKey = Caller.Key).RespondedBy(own),
            http => http.RespondedBy(all));

        await provider.GetRequiredKeyedService<IStripeClient>("eu").CallAsync();

        Assert.Single(own.Requests);
        Assert.Empty(all.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_caller_changes_the_handler_of_all_clients(bool isFirst)
    {
        var proxy = new WebProxy("http://127.0.0.1:3128");
        using ServiceProvider provider = Build(
            isFirst,
            services => services.AddStripeClient(options => options.ApiKey = Caller.Key)
                .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).Proxy = proxy),
            http => http.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { MaxConnectionsPerServer = 7 }));

        SocketsHttpHandler handler = provider.GetHandlers()[^1].AssertHasRules();

        Assert.Same(proxy, handler.Proxy);
        Assert.Equal(7, handler.MaxConnectionsPerServer);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_timeout_the_lifetime_and_the_log_of_all_clients_are_not_used(bool isFirst)
    {
        using ServiceProvider provider = Build(
            isFirst,
            services => services.AddStripeClient(options => options.ApiKey = Caller.Key),
            http => http.ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(1))
                .SetHandlerLifetime(TimeSpan.FromSeconds(1))
                .AddDefaultLogger());

        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(Services.HttpClientName);

        Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
        IReadOnlyList<HttpMessageHandler> handlers = provider.GetHandlers();
        Assert.Equal(2, handlers.Count);
        handlers[^1].AssertHasRules();
    }

    private static ServiceProvider Build(bool isFirst, Action<IServiceCollection> add, Action<IHttpClientBuilder> defaults)
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
}
