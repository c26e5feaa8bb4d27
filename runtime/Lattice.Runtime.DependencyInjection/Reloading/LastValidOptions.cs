using System.Collections.Concurrent;
using Lattice.Stripe.Observability;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lattice.Stripe.Reloading;

/// <summary>
/// Creates options, and returns the last valid ones where those of a reload are not. Otherwise the exception would come out of the change
/// token, on a thread that may take the process down, and everybody who reads the options would have it too.
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

    /// <exception cref="OptionsValidationException">The options are not valid, and none were before.</exception>
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
#pragma warning disable CA1031 // Validators and the app's own code throw what they like.
        catch (Exception exception) when (_valid.ContainsKey(name))
#pragma warning restore CA1031
        {
            StripeClientOptions last = _valid[name].Options;
            LogOnce(name, InvalidOptions.Describe(exception), last.LoggerFactory ?? loggerFactory);
            return last;
        }
    }

    // Several read the same invalid options: the client, each scope that asks for a snapshot.
    private void LogOnce(string name, string reason, ILoggerFactory logging)
    {
        if (_reasons.TryAdd(name, reason) || (_reasons.TryGetValue(name, out string? known) && known != reason && _reasons.TryUpdate(name, reason, known)))
        {
            LogEntries.InvalidOptions(logging.CreateLogger(StripeTelemetry.LoggerCategory), ClientLog.GetDisplayName(name), reason);
        }
    }

    // The order in which creations began: a slow one must not replace what came of a later state of the configuration.
    private sealed record ValidOptions(StripeClientOptions Options, long Order);
}
