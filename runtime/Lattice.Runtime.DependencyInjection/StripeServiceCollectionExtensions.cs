using Lattice.Stripe.Observability;
using Lattice.Stripe.Reloading;
using Lattice.Stripe.Transport;
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
/// The returned builder takes handlers of your own (a proxy, a recorder). A primary handler of .NET's is kept from following
/// redirects, which would send the parameters to another address, and from keeping cookies. One that repeats requests itself, such as a
/// resilience handler, multiplies the attempts: either leave repeating to this library, which knows when it is safe, or set
/// <see cref="StripeClientOptions.MaxRetries"/> to 0. Nothing happens twice either way, since all have one idempotency key.
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
    /// <c>AppInfo:Name</c>); times as in <c>00:01:20</c>. Other keys are ignored.
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
    /// <c>AppInfo:Name</c>); times as in <c>00:01:20</c>. Other keys are ignored.
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

        // Through the builder: it alone places this behind the app's defaults for all HTTP clients, even those that are registered later.
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
