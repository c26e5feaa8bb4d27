using Lattice.Stripe.Observability;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lattice.Stripe.Reloading;

/// <summary>
/// A client that follows changes of its options: a new key takes effect with the next call. A call keeps the options that it started with.
/// The HTTP client and its connections stay the same.
/// </summary>
internal sealed class ReloadingStripeClient : IStripeClient, IDisposable
{
    private readonly object _lock = new();
    private readonly IOptionsMonitor<StripeClientOptions> _monitor;
    private readonly string _name;
    private readonly HttpClient _httpClient;
    private readonly RestartOptions _restartOptions;
    private readonly ILogger _logger;
    private readonly IDisposable? _subscription;

    // Guarded by the lock.
    private StripeClientOptions _options;
    private bool _disposed;

    private volatile StripeClient _client;

    /// <exception cref="OptionsValidationException">The options are not valid.</exception>
    public ReloadingStripeClient(
        IOptionsMonitor<StripeClientOptions> monitor,
        string name,
        IHttpClientFactory httpClientFactory,
        string httpClientName,
        ILoggerFactory loggerFactory)
    {
        _monitor = monitor;
        _name = name;
        _options = monitor.Get(name);
        _httpClient = httpClientFactory.CreateClient(httpClientName);
        _restartOptions = new RestartOptions(_options);
        _logger = (_options.LoggerFactory ?? loggerFactory).CreateLogger(StripeTelemetry.LoggerCategory);
        _client = new StripeClient(_options, _httpClient);
        _subscription = monitor.OnChange((_, changed) =>
        {
            if ((changed ?? Options.DefaultName) == _name)
            {
                Follow();
            }
        });

        // There may have been a change before the subscription.
        Follow();
    }

    /// <inheritdoc/>
    public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
        StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
        where TParams : StripeParams
        where TResource : StripeResource =>
        _client.SendAsync(request, cancellationToken);

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _client.Dispose();
        }

        _subscription?.Dispose();
    }

    // The options are read here instead of from the notification, because concurrent notifications may arrive in the wrong order.
    private void Follow()
    {
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            try
            {
                Use(_monitor.Get(_name));
            }
#pragma warning disable CA1031 // Invalid options must not fail the code that reloads the configuration, or the process.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Report(InvalidOptions.Describe(exception));
            }
        }
    }

    private void Use(StripeClientOptions options)
    {
        if (ReferenceEquals(options, _options))
        {
            return;
        }

        _options = options;
        StripeClientOptions usable = _restartOptions.Keep(
            options, option => RegistrationLog.RestartNeeded(_logger, option, ClientLog.GetDisplayName(_name)));
        try
        {
            // The old client is not disposed: calls may still use it, and it owns no resources.
            _client = new StripeClient(usable, _httpClient);
        }
        catch (ArgumentException exception)
        {
            // The options are valid, but not with the first base address: a live key is not sent to an http address.
            Report(InvalidOptions.DescribeCheck(exception));
        }
    }

    private void Report(string reason) => RegistrationLog.InvalidOptions(_logger, ClientLog.GetDisplayName(_name), reason);
}
