using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Lattice.Stripe.Http;

namespace Lattice.Stripe.Observability;

/// <summary>
/// Reports each call to the log, the traces and the metrics of a client. Their exceptions are ignored: a log whose disk is full must not
/// deprive a caller of the response to a payment, and there is nowhere else to report them.
/// </summary>
[SuppressMessage("Design", "CA1031", Justification = "Listeners may throw anything, which does not concern the caller.")]
internal sealed class CallObserver(CallLog? log, TimeProvider timeProvider)
{
    /// <summary>Reports the start of a call, before its first attempt.</summary>
    /// <returns>The call's activity; <see langword="null"/> if there is no listener.</returns>
    public static Activity? Start(StripeCall call)
    {
        try
        {
            return CallActivity.Start(call);
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Reports a retry, before the delay.</summary>
    public void Retry(StripeCall call, Activity? activity, TimeSpan delay)
    {
        string reason = ErrorKind.Of(call.Outcome);
        try
        {
            CallMetrics.AddRetry(call, reason);
        }
        catch (Exception)
        {
        }

        try
        {
            if (activity is not null)
            {
                CallActivity.AddRetry(activity, call.Attempts, reason, delay);
            }

            log?.Retry(call, reason, call.Outcome.Response?.RequestId, delay);
        }
        catch (Exception)
        {
        }
    }

    /// <summary>Reports the end of a call with a response or an error.</summary>
    public void End(StripeCall call, Activity? activity, long startedAt, StripeResponse? response, StripeError? error) =>
        End(call, activity, startedAt, response, error, exception: null);

    /// <summary>Reports the end of a call with an exception: the caller canceled it, or it could not be sent.</summary>
    public void Throw(StripeCall call, Activity? activity, long startedAt, Exception exception) =>
        End(call, activity, startedAt, response: null, error: null, exception);

    /// <summary>Reports the required fields that a response lacks.</summary>
    public void ReportMissing(IReadOnlyList<string> fields)
    {
        try
        {
            log?.ReportMissing(fields);
        }
        catch (Exception)
        {
        }
    }

    private void End(
        StripeCall call, Activity? activity, long startedAt, StripeResponse? response, StripeError? error, Exception? exception)
    {
        TimeSpan duration = timeProvider.GetElapsedTime(startedAt);
        try
        {
            CallMetrics.AddCall(call, duration, response, error is not null ? ErrorKind.Of(error) : exception?.GetType().FullName);
        }
        catch (Exception)
        {
        }

        try
        {
            if (activity is not null)
            {
                End(activity, response, error, exception);
            }
        }
        catch (Exception)
        {
        }

        try
        {
            if (exception is null)
            {
                log?.End(call, duration, response, error);
            }
            else
            {
                log?.Throw(call, duration, exception);
            }
        }
        catch (Exception)
        {
        }
    }

    private static void End(Activity activity, StripeResponse? response, StripeError? error, Exception? exception)
    {
        if (exception is null)
        {
            CallActivity.End(activity, response, error);
        }
        else
        {
            CallActivity.Throw(activity, exception);
        }
    }
}
