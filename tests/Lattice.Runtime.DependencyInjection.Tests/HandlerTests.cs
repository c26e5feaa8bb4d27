using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Retry;

namespace Lattice.Stripe.Tests;

/// <summary>Handlers of the user's own between the client and the network.</summary>
public class HandlerTests
{
    [Fact]
    public void The_handler_of_a_client_has_the_rules_and_accepts_a_proxy()
    {
        var proxy = new WebProxy("http://127.0.0.1:3128");
        var services = new ServiceCollection();
        services.AddStripeClient(options => options.ApiKey = Caller.Key)
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).Proxy = proxy);
        using ServiceProvider provider = services.BuildServiceProvider();

        SocketsHttpHandler handler = provider.GetHandlers()[^1].AssertHasRules();

        Assert.Same(proxy, handler.Proxy);
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Null(handler.ActivityHeadersPropagator);
        Assert.Equal(TimeSpan.FromMinutes(5), handler.PooledConnectionLifetime);
        Assert.Equal((15, 5), (handler.KeepAlivePingDelay.TotalSeconds, handler.KeepAlivePingTimeout.TotalSeconds));
    }

    [Fact]
    public void The_timeouts_of_the_client_apply_and_not_those_of_the_factory()
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
    public async Task A_resilience_handler_multiplies_the_attempts_with_the_same_key_and_body(int maxRetries, int attempts)
    {
        StubHandler network = StubHandler.Responding(503, "");
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
            .RespondedBy(network);
        await using ServiceProvider provider = services.BuildServiceProvider();

        StripeResult<Thing> result = await provider.GetRequiredService<IStripeClient>().CallAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, result.Error!.StatusCode);
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
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Result?.StatusCode >= HttpStatusCode.InternalServerError),
            })
            .Build();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            await _pipeline.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken);
    }
}
