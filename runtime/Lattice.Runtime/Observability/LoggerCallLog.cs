using Lattice.Stripe.Http;
using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Observability;

/// <summary>Writes to an <see cref="ILogger"/>.</summary>
internal sealed class LoggerCallLog(ILoggerFactory loggerFactory) : CallLog
{
    private readonly ILogger _logger = loggerFactory.CreateLogger(StripeTelemetry.LoggerCategory);

    // The fields of the types bound its size.
    private readonly HashSet<string> _missingFields = new(StringComparer.Ordinal);

    public override void Retry(StripeCall call, string reason, string? requestId, TimeSpan delay) => LogEntries.Retrying(
        _logger, call.Operation.Method, call.Operation.Route.Text, call.Attempts, reason, delay.TotalMilliseconds,
        TelemetrySanitizer.RequestId(requestId));

    public override void End(StripeCall call, TimeSpan duration, StripeResponse? response, StripeError? error)
    {
        if (error is null)
        {
            if (_logger.IsEnabled(LogLevel.Information))
            {
                LogEntries.Succeeded(
                    _logger, call.Operation.Method, call.Operation.Route.Text, (int)response!.StatusCode, response.Attempts,
                    duration.TotalMilliseconds, TelemetrySanitizer.RequestId(response.RequestId));
            }
        }
        else if (_logger.IsEnabled(LogLevel.Warning))
        {
            LogEntries.Failed(_logger, call.Operation.Method, call.Operation.Route.Text, TelemetrySanitizer.Name(error.Type.Value)!,
                (int?)error.StatusCode, TelemetrySanitizer.Name(error.Code), error.Attempts, duration.TotalMilliseconds,
                TelemetrySanitizer.RequestId(error.RequestId), error.IsOutcomeUnknown);
        }
    }

    public override void Throw(StripeCall call, TimeSpan duration, Exception exception)
    {
        if (exception is StripeCanceledException)
        {
            LogEntries.Canceled(_logger, call.Operation.Method, call.Operation.Route.Text, duration.TotalMilliseconds);
        }
        else
        {
            LogEntries.Threw(_logger, call.Operation.Method, call.Operation.Route.Text, exception.GetType().FullName,
                duration.TotalMilliseconds);
        }
    }

    public override void ReportMissing(IReadOnlyList<string> fields)
    {
        if (!_logger.IsEnabled(LogLevel.Warning))
        {
            return;
        }

        foreach (string field in fields)
        {
            bool isNew;
            lock (_missingFields)
            {
                isNew = _missingFields.Add(field);
            }

            if (isNew)
            {
                LogEntries.MissingField(_logger, field);
            }
        }
    }
}
