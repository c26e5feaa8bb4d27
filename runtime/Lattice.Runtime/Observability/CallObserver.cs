using Lattice.Stripe.Transport;

namespace Lattice.Stripe.Observability;

/// <summary>Tells a client's log, its traces and its measurements what becomes of each call.</summary>
internal sealed class CallObserver(CallLog? log, TimeProvider timeProvider)
{
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

        log?.Retry(call, reason, outcome.Response?.RequestId, delay);
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

        log?.End(call, duration, response, error);
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

        log?.Throw(call, duration, exception);
    }

    /// <summary>When an answer has been read that lacks required fields.</summary>
    public void ReportMissing(IReadOnlyList<string> fields)
    {
        if (fields.Count > 0)
        {
            log?.ReportMissing(fields);
        }
    }
}
