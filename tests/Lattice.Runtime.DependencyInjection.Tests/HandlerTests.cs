using System.Net;
using Lattice.Stripe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Retry;

namespace Lattice.Stripe.Tests;

/// <summary>Handlers of the user's own between the client and the network.</summary>
public class HandlerTests
{
    [Fact]
    public void The_handler_of_a_client_has_neither_redirects_nor_cookies_and_takes_a_proxy()
    {
        var proxy = new WebProxy("http://127.0.0.1:3128");
        var services = new ServiceCollection();
        services.AddStripeClient(options => options.ApiKey = Caller.Key)
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).Proxy = proxy);
        using ServiceProvider provider = services.BuildServiceProvider();

        HttpMessageHandler handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("Lattice.Stripe");
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler!;
        }

        SocketsHttpHandler sockets = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.Same(proxy, sockets.Proxy);
        Assert.False(sockets.AllowAutoRedirect);
        Assert.False(sockets.UseCookies);
        Assert.Equal(TimeSpan.FromMinutes(5), sockets.PooledConnectionLifetime);
    }

    public static TheoryData<Func<HttpMessageHandler>> Primary =>
        [() => new HttpClientHandler { UseProxy = false }, () => new SocketsHttpHandler { UseProxy = false }];

    [Theory]
    [MemberData(nameof(Primary))]
    public async Task A_primary_handler_of_the_users_own_follows_no_redirect_either(Func<HttpMessageHandler> primary)
    {
        await using var elsewhere = new LoopbackServer(_ => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        await using var server = new LoopbackServer(
            _ => $"HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere.Address}evil\r\nContent-Length: 0\r\n\r\n");
        var services = new ServiceCollection();
        services
            .AddStripeClient(options => (options.ApiKey, options.BaseAddress) = (Caller.Key, server.Address))
            .ConfigurePrimaryHttpMessageHandler(primary);
        await using ServiceProvider provider = services.BuildServiceProvider();

        StripeResult<Thing> result = await provider.GetRequiredService<IStripeClient>().CallAsync();

        Assert.Equal(HttpStatusCode.TemporaryRedirect, result.Error!.Status);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public void The_clients_timeouts_hold_and_not_the_factorys()
    {
        var services = new ServiceCollection();
        services.AddStripeClient(options => options.ApiKey = Caller.Key);
        using ServiceProvider provider = services.BuildServiceProvider();

        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("Lattice.Stripe");

        Assert.Equal(Timeout.InfiniteTimeSpan, http.Timeout);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 6)]
    public async Task A_resilience_handler_multiplies_the_attempts_but_all_have_one_key_and_body(int maxRetries, int attempts)
    {
        ScriptedHandler network = ScriptedHandler.Answering(503, "");
        var services = new ServiceCollection();
        services
            .AddStripeClient(options =>
            {
                options.ApiKey = Caller.Key;
                options.MaxRetries = maxRetries;
                options.TimeProvider = new SkippingTimeProvider();
                options.AttemptTimeout = Timeout.InfiniteTimeSpan;
            })
            .AddHttpMessageHandler(() => new ResilienceHandler(retries: 2))
            .AnsweredBy(network);
        await using ServiceProvider provider = services.BuildServiceProvider();

        StripeResult<Thing> result = await provider.GetRequiredService<IStripeClient>().CallAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, result.Error!.Status);
        Assert.Equal(attempts, network.Requests.Count);
        Assert.Single(network.Requests.Select(request => request.Header("Idempotency-Key")).Distinct());
        Assert.All(network.Requests, request => Assert.Equal("text=t", request.Body));
    }

    /// <summary>As Microsoft's resilience handler does: sends the request through a pipeline of Polly's.</summary>
    private sealed class ResilienceHandler(int retries) : DelegatingHandler
    {
        private readonly ResiliencePipeline<HttpResponseMessage> _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = retries,
                Delay = TimeSpan.Zero,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result?.StatusCode >= HttpStatusCode.InternalServerError),
            })
            .Build();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            await _pipeline.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken);
    }
}
