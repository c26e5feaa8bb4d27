using System.Collections.Concurrent;
using Lattice.Stripe.Transport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lattice.Stripe.Observability;

/// <summary>Tells a client's log, its traces and its measurements what becomes of each call.</summary>
internal sealed class CallObserver(ILoggerFactory? loggerFactory, TimeProvider timeProvider)
{
    private readonly ILogger _logger = loggerFactory?.CreateLogger(StripeTelemetry.LoggerCategory) ?? NullLogger.Instance;

    // Bounded by the fields that the types have.
    private readonly ConcurrentDictionary<string, bool> _missingFields = new(StringComparer.Ordinal);

    /// <summary>Before the first attempt.</summary>
    public void Start(StripeCall call)
    {
        call.StartedAt = timeProvider.GetTimestamp();
        call.Activity = CallActivity.Start(call);
    }

    /// <summary>Before the wait that precedes another attempt.</summary>
    public void Retry(StripeCall call, AttemptOutcome outcome, TimeSpan delay)
    {
        string reason = ErrorKind.Of(outcome);
        CallMetrics.AddRetry(call, reason);
        if (call.Activity is { } activity)
        {
            CallActivity.AddRetry(activity, call.Attempts, reason, delay);
        }

        CallLog.Retrying(_logger, call.Operation.Method, call.Operation.Route.Text, call.Attempts, reason, delay.TotalMilliseconds,
            SafeText.RequestId(outcome.Response?.RequestId));
    }

    /// <summary>When the call has ended, in an answer or an error.</summary>
    public void End(StripeCall call, StripeResponse? response, StripeError? error)
    {
        TimeSpan duration = timeProvider.GetElapsedTime(call.StartedAt);
        CallMetrics.AddCall(call, duration, response, error is null ? null : ErrorKind.Of(error));
        if (call.Activity is { } activity)
        {
            CallActivity.End(activity, response, error);
        }

        LogEnd(call, duration, response, error);
    }

    /// <summary>When the call has ended in an exception: the caller canceled it, or it could not be made.</summary>
    public void Throw(StripeCall call, Exception exception)
    {
        TimeSpan duration = timeProvider.GetElapsedTime(call.StartedAt);
        CallMetrics.AddCall(call, duration, response: null, exception.GetType().FullName);
        if (call.Activity is { } activity)
        {
            CallActivity.Throw(activity, exception);
        }

        LogThrow(call, duration, exception);
    }

    /// <summary>Each field is reported once, however many answers lack it.</summary>
    public void ReportMissing(IReadOnlyList<string> fields)
    {
        if (fields.Count > 0 && _logger.IsEnabled(LogLevel.Warning))
        {
            foreach (string field in fields)
            {
                if (_missingFields.TryAdd(field, true))
                {
                    CallLog.MissingField(_logger, field);
                }
            }
        }
    }

    private void LogEnd(StripeCall call, TimeSpan duration, StripeResponse? response, StripeError? error)
    {
        if (error is null)
        {
            if (_logger.IsEnabled(LogLevel.Information))
            {
                CallLog.Succeeded(_logger, call.Operation.Method, call.Operation.Route.Text, (int)response!.Status, response.Attempts,
                    duration.TotalMilliseconds, SafeText.RequestId(response.RequestId));
            }
        }
        else if (_logger.IsEnabled(LogLevel.Warning))
        {
            CallLog.Failed(_logger, call.Operation.Method, call.Operation.Route.Text, SafeText.Name(error.Type.Value)!, (int?)error.Status,
                SafeText.Name(error.Code), error.Attempts, duration.TotalMilliseconds, SafeText.RequestId(error.RequestId), error.OutcomeUnknown);
        }
    }

    private void LogThrow(StripeCall call, TimeSpan duration, Exception exception)
    {
        if (exception is StripeCanceledException)
        {
            CallLog.Canceled(_logger, call.Operation.Method, call.Operation.Route.Text, duration.TotalMilliseconds);
        }
        else
        {
            CallLog.Threw(_logger, call.Operation.Method, call.Operation.Route.Text, exception.GetType().FullName, duration.TotalMilliseconds);
        }
    }
}
