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
        return services.AddStripeClient(options => StripeConfiguration.Apply(configuration, options));
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
        return services.AddStripeClient(name, options => StripeConfiguration.Apply(configuration, options));
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, string httpClientName, Action<StripeClientOptions>? configure)
    {
        services.AddSingleton<IValidateOptions<StripeClientOptions>>(new StripeClientOptionsValidator(name));
        OptionsBuilder<StripeClientOptions> options = services.AddOptions<StripeClientOptions>(name)
            .PostConfigure<ILoggerFactory>((options, loggerFactory) => options.LoggerFactory ??= loggerFactory)
            .ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        // After all that others configure.
        services.PostConfigure<HttpClientFactoryOptions>(
            httpClientName,
            factory => factory.HttpMessageHandlerBuilderActions.Add(static builder => SafeHandler.Secure(builder.PrimaryHandler)));

        return services.AddHttpClient(httpClientName)

            // The client's own timeouts hold.
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)

            // The client lives as long as the process: not the handler is renewed, but its connections are.
            .ConfigurePrimaryHttpMessageHandler(StripeClient.CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }

    private static StripeClient Create(IServiceProvider provider, string name, string httpClientName) => new(
        provider.GetRequiredService<IOptionsMonitor<StripeClientOptions>>().Get(name),
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(httpClientName));
}
