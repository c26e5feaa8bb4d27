using Lattice.Stripe.Http;
using Lattice.Stripe.Observability;
using Lattice.Stripe.Reloading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lattice.Stripe;

/// <summary>
/// Registers <see cref="IStripeClient"/> as a singleton that sends through <see cref="IHttpClientFactory"/>.
/// </summary>
/// <remarks>
/// <para>
/// The options are checked when the host starts. They may have several sources: the arguments here, and every
/// <c>services.Configure&lt;StripeClientOptions&gt;(name, …)</c>. The default <see cref="StripeClientOptions.LoggerFactory"/> is the one
/// of the container.
/// </para>
/// <para>
/// When the options change, the client uses the new ones from the next call on: a new key does not require a restart. Options from
/// configuration change with it. A call keeps the options that it started with. If the new options are not valid, the last valid ones stay
/// in use, for all readers of the options, and an error without any value is logged.
/// <see cref="StripeClientOptions.BaseAddress"/>, <see cref="StripeClientOptions.EnableHttp2"/> and the handlers change only
/// when the app restarts; a warning is logged.
/// </para>
/// <para>
/// Add your own handlers (a proxy, a recorder) to the returned builder. The primary handler, whether from the builder or from
/// <c>ConfigureHttpClientDefaults</c>, gets the rules of <see cref="StripeClient.CreateHandler"/>: renewed and checked connections, no
/// redirects, no cookies, no tracing headers. A <see cref="SocketsHttpHandler"/> is changed, so do not share one with clients of other
/// services. A plain <see cref="HttpClientHandler"/> is replaced by a
/// <see cref="SocketsHttpHandler"/> with its settings, also at the end of <see cref="DelegatingHandler"/>s. Any other handler,
/// and one that has already sent requests, keeps its own rules; a warning is logged.
/// </para>
/// <para>
/// A resilience handler of <c>ConfigureHttpClientDefaults</c> is not used, because it would interrupt and repeat requests regardless of
/// Stripe's responses. One that is added to the returned builder stays and multiplies the attempts: either leave retries to this library,
/// or set <see cref="StripeClientOptions.MaxRetries"/> to 0. In both cases nothing happens twice, because all attempts have the same
/// idempotency key.
/// </para>
/// <para>
/// The factory's own logging is removed, because it contains complete paths and the client has its own log.
/// </para>
/// </remarks>
public static class StripeServiceCollectionExtensions
{
    private const string HttpClientName = "Lattice.Stripe";

    /// <summary>Registers the client that is injected as <see cref="IStripeClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options; not needed if they are configured elsewhere.</param>
    /// <returns>The builder of the HTTP client that it sends through.</returns>
    public static IHttpClientBuilder AddStripeClient(this IServiceCollection services, Action<StripeClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IStripeClient>(provider => Create(provider, Options.DefaultName, HttpClientName));
        return Add(services, Options.DefaultName, HttpClientName, configure);
    }

    /// <summary>Registers the client that is injected as <see cref="IStripeClient"/>, with options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">
    /// The section. Its keys are the names of the properties of <see cref="StripeClientOptions"/> (<c>ApiKey</c>, <c>AppInfo:Name</c>);
    /// times are written like <c>00:01:20</c>. Other keys are ignored. The client follows its changes.
    /// </param>
    /// <returns>The builder of the HTTP client that it sends through.</returns>
    public static IHttpClientBuilder AddStripeClient(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        IHttpClientBuilder builder = services.AddStripeClient(options => StripeConfiguration.Apply(configuration, options));
        FollowChanges(services, Options.DefaultName, configuration);
        return builder;
    }

    /// <summary>Registers a client by name, injected as <c>[FromKeyedServices("name")] IStripeClient</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name: the key of the service and the name of the options.</param>
    /// <param name="configure">Sets options; not needed if they are configured elsewhere.</param>
    /// <returns>The builder of the HTTP client that it sends through.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IHttpClientBuilder AddStripeClient(
        this IServiceCollection services, string name, Action<StripeClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        string httpClientName = $"{HttpClientName}:{name}";
        services.TryAddKeyedSingleton<IStripeClient>(name, (provider, _) => Create(provider, name, httpClientName));
        return Add(services, name, httpClientName, configure);
    }

    /// <summary>Registers a client by name, with options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name: the key of the service and the name of the options.</param>
    /// <param name="configuration">
    /// The section. Its keys are the names of the properties of <see cref="StripeClientOptions"/> (<c>ApiKey</c>, <c>AppInfo:Name</c>);
    /// times are written like <c>00:01:20</c>. Other keys are ignored. The client follows its changes.
    /// </param>
    /// <returns>The builder of the HTTP client that it sends through.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IHttpClientBuilder AddStripeClient(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        IHttpClientBuilder builder = services.AddStripeClient(name, options => StripeConfiguration.Apply(configuration, options));
        FollowChanges(services, name, configuration);
        return builder;
    }

    private static void FollowChanges(IServiceCollection services, string name, IConfiguration configuration) =>
        services.AddSingleton<IOptionsChangeTokenSource<StripeClientOptions>>(
            new ConfigurationChangeTokenSource<StripeClientOptions>(name, configuration));

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, string httpClientName, Action<StripeClientOptions>? configure)
    {
        IHttpClientBuilder httpClient = services.AddHttpClient(httpClientName);

        // Only once: a second time would override the configuration that the caller added to the first registration.
        if (!IsRegistered(services, name))
        {
            AddOptions(services, name);
            AddHandlers(httpClient, name);
        }

        if (configure is not null)
        {
            services.Configure(name, configure);
        }

        return httpClient;
    }

    private static bool IsRegistered(IServiceCollection services, string name) => services.Any(service =>
        service.ServiceType == typeof(IValidateOptions<StripeClientOptions>)
        && !service.IsKeyedService
        && service.ImplementationInstance is StripeClientOptionsValidator validator
        && validator.Client == name);

    private static void AddOptions(IServiceCollection services, string name)
    {
        services.TryAddSingleton<IOptionsFactory<StripeClientOptions>, LastValidOptions>();
        services.AddSingleton<IValidateOptions<StripeClientOptions>>(new StripeClientOptionsValidator(name));
        services.AddOptions<StripeClientOptions>(name)
            .PostConfigure<ILoggerFactory>((options, loggerFactory) => options.LoggerFactory ??= loggerFactory)
            .ValidateOnStart();
    }

    private static void AddHandlers(IHttpClientBuilder httpClient, string name)
    {
        var handlers = new ClientHandlers(name);
        httpClient.Services.TryAddSingleton<ClientLog>();

        // The services of the builder place this after the app's defaults for all HTTP clients, regardless of the order of
        // registration.
        httpClient.Services.Configure<HttpClientFactoryOptions>(
            httpClient.Name, factory => factory.HttpMessageHandlerBuilderActions.Add(handlers.AdjustDefaults));
        httpClient

            // The client has its own timeouts.
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)

            // The client lives as long as the process: instead of the handler, its connections are renewed.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

        // After all other configuration.
        httpClient.Services.PostConfigure<HttpClientFactoryOptions>(
            httpClient.Name, factory => factory.HttpMessageHandlerBuilderActions.Add(handlers.Complete));
    }

    private static ReloadingStripeClient Create(IServiceProvider provider, string name, string httpClientName) => new(
        provider.GetRequiredService<IOptionsMonitor<StripeClientOptions>>(),
        name,
        provider.GetRequiredService<IHttpClientFactory>(),
        httpClientName,
        provider.GetRequiredService<ILoggerFactory>());
}
