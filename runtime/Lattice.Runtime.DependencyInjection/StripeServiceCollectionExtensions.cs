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
/// The options are checked when the host starts. They may come from several places: what is given here and every
/// <c>services.Configure&lt;StripeClientOptions&gt;(name, …)</c>. Without a <see cref="StripeClientOptions.LoggerFactory"/> the
/// container's is used.
/// </para>
/// <para>
/// When the options change, the client uses the new ones from the next call on: a new key needs no restart. Options from
/// configuration change with it. A call keeps the options that it began with. If the new options are not valid, the last
/// valid ones stay in use, for everyone who reads them, and an error without any value is logged.
/// <see cref="StripeClientOptions.BaseAddress"/>, <see cref="StripeClientOptions.EnableHttp2"/> and the handlers change only
/// when the app restarts; a warning is logged.
/// </para>
/// <para>
/// The returned builder takes handlers of your own (a proxy, a recorder). The primary handler, whether from the builder or
/// from <c>ConfigureHttpClientDefaults</c>, gets the rules of <see cref="StripeClient.CreateHandler"/>: renewed and checked
/// connections, no redirects, no cookies, no tracing headers. A <see cref="SocketsHttpHandler"/> is changed, so do not share
/// one with clients of other services. A plain <see cref="HttpClientHandler"/> is replaced by a
/// <see cref="SocketsHttpHandler"/> with its settings, also at the end of <see cref="DelegatingHandler"/>s. Any other handler,
/// and one that has sent requests already, keeps its own rules; a warning is logged.
/// </para>
/// <para>
/// A resilience handler of <c>ConfigureHttpClientDefaults</c> is not used: it would cut and repeat requests without regard to
/// what Stripe says. One that is added to the returned builder stays and multiplies the attempts: either leave repeating to
/// this library, or set <see cref="StripeClientOptions.MaxRetries"/> to 0. Nothing happens twice either way, since all
/// attempts have one idempotency key.
/// </para>
/// <para>
/// The factory's own logging is removed: it shows concrete paths, and the client has a log of its own.
/// </para>
/// </remarks>
public static class StripeServiceCollectionExtensions
{
    private const string HttpClientName = "Lattice.Stripe";

    /// <summary>Registers the client that is injected as <see cref="IStripeClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options; may be left out if they are configured elsewhere.</param>
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
    /// The section whose keys are named as the properties of <see cref="StripeClientOptions"/> are (<c>ApiKey</c>,
    /// <c>AppInfo:Name</c>); times as in <c>00:01:20</c>. Other keys are ignored. The client follows its changes.
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
    /// <param name="configure">Sets options; may be left out if they are configured elsewhere.</param>
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
    /// The section whose keys are named as the properties of <see cref="StripeClientOptions"/> are (<c>ApiKey</c>,
    /// <c>AppInfo:Name</c>); times as in <c>00:01:20</c>. Other keys are ignored. The client follows its changes.
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

        // Once: what is done here would undo what the caller added to the first registration.
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

        // Through the builder's services, which place this after the app's defaults for all HTTP clients, whichever is
        // registered first.
        httpClient.Services.Configure<HttpClientFactoryOptions>(
            httpClient.Name, factory => factory.HttpMessageHandlerBuilderActions.Add(handlers.AdjustDefaults));
        httpClient

            // The client's own timeouts hold.
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)

            // The client lives as long as the process: not the handler is renewed, but its connections are.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

        // After all that others configure.
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
