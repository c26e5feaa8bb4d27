using Microsoft.Extensions.DependencyInjection;

namespace Lattice.Stripe.Tests;

/// <summary>Short forms that the tests share.</summary>
internal static class Services
{
    /// <summary>The name of the HTTP client that the unnamed Stripe client sends through.</summary>
    public const string HttpClientName = "Lattice.Stripe";

    /// <summary>Registers a client that sends to a server on this machine, once.</summary>
    public static IHttpClientBuilder AddStripeClientOf(this IServiceCollection services, Uri address) =>
        services.AddStripeClient(options => (options.ApiKey, options.BaseAddress, options.MaxRetries) = (Caller.Key, address, 0));

    /// <summary>Lets the client's requests end here.</summary>
    public static IHttpClientBuilder RespondedBy(this IHttpClientBuilder builder, HttpMessageHandler handler) =>
        builder.ConfigurePrimaryHttpMessageHandler(() => handler);

    public static async Task<StripeResult<Thing>> CallAsync(this IStripeClient client, StripeRequestOptions? options = null) =>
        await Thing.CreateOperation.TrySendAsync(client, [], new ThingParams { Text = "t" }, options, CancellationToken.None);

    public static Task<StripeResult<Thing>> CallAsync(this IServiceProvider provider) =>
        provider.GetRequiredService<IStripeClient>().CallAsync();

    public static StubHandler Succeeding() => StubHandler.Responding(200, StubResponse.Thing, StubResponse.RequestId);

    /// <summary>The handlers of a client, from the outermost to the primary one.</summary>
    public static IReadOnlyList<HttpMessageHandler> GetHandlers(this IServiceProvider provider, string name = HttpClientName)
    {
        var handlers = new List<HttpMessageHandler>();
        HttpMessageHandler? handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(name);
        while (handler is not null)
        {
            handlers.Add(handler);
            handler = (handler as DelegatingHandler)?.InnerHandler;
        }

        return handlers;
    }

    /// <summary>Asserts that a handler behaves as the client's own does.</summary>
    public static SocketsHttpHandler AssertHasRules(this HttpMessageHandler handler)
    {
        SocketsHttpHandler sockets = Assert.IsType<SocketsHttpHandler>(handler);
        using SocketsHttpHandler own = StripeClient.CreateHandler();
        Assert.Equal(
            (own.AllowAutoRedirect, own.UseCookies, own.ActivityHeadersPropagator, own.EnableMultipleHttp2Connections),
            (sockets.AllowAutoRedirect, sockets.UseCookies, sockets.ActivityHeadersPropagator,
                sockets.EnableMultipleHttp2Connections));
        Assert.Equal(
            (own.PooledConnectionLifetime, own.KeepAlivePingDelay, own.KeepAlivePingTimeout),
            (sockets.PooledConnectionLifetime, sockets.KeepAlivePingDelay, sockets.KeepAlivePingTimeout));
        return sockets;
    }
}
