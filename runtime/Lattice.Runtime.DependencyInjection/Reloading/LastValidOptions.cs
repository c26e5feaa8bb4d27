using System.Collections.Concurrent;
using Lattice.Stripe.Observability;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lattice.Stripe.Reloading;

/// <summary>
/// Creates options, and returns the last valid ones if those of a reload are not valid. Otherwise the change token would throw on a thread
/// whose failure may end the process, and every later read of the options would throw.
/// </summary>
internal sealed class LastValidOptions(
    IEnumerable<IConfigureOptions<StripeClientOptions>> setups,
    IEnumerable<IPostConfigureOptions<StripeClientOptions>> postConfigures,
    IEnumerable<IValidateOptions<StripeClientOptions>> validations,
    ILoggerFactory loggerFactory) : IOptionsFactory<StripeClientOptions>
{
    private readonly OptionsFactory<StripeClientOptions> _factory = new(setups, postConfigures, validations);
    private readonly ConcurrentDictionary<string, ValidOptions> _valid = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _reasons = new(StringComparer.Ordinal);
    private long _started;

    /// <exception cref="OptionsValidationException">The options are not valid, and there were no valid ones before.</exception>
    public StripeClientOptions Create(string name)
    {
        long order = Interlocked.Increment(ref _started);
        try
        {
            var created = new ValidOptions(_factory.Create(name), order);
            _valid.AddOrUpdate(name, created, (_, known) => known.Order > order ? known : created);
            _reasons.TryRemove(name, out _);
            return created.Options;
        }
#pragma warning disable CA1031 // Validators and the app's own code may throw anything.
        catch (Exception exception) when (_valid.ContainsKey(name))
#pragma warning restore CA1031
        {
            StripeClientOptions last = _valid[name].Options;
            LogOnce(name, InvalidOptions.Describe(exception), last.LoggerFactory ?? loggerFactory);
            return last;
        }
    }

    // The same invalid options are read several times: by the client, and by each scope that requests a snapshot.
    private void LogOnce(string name, string reason, ILoggerFactory logging)
    {
        if (!_reasons.TryGetValue(name, out string? known) ? _reasons.TryAdd(name, reason)
            : known != reason && _reasons.TryUpdate(name, reason, known))
        {
            ILogger logger = logging.CreateLogger(StripeTelemetry.LoggerCategory);
            RegistrationLog.InvalidOptions(logger, ClientLog.GetDisplayName(name), reason);
        }
    }

    // The order in which creations started: a slow one must not replace options from a later state of the configuration.
    private sealed record ValidOptions(StripeClientOptions Options, long Order);
}
