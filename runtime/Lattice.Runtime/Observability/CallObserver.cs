using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Lattice.Stripe.Http;

namespace Lattice.Stripe.Observability;

/// <summary>
/// Tells a client's log, its traces and its measurements what becomes of each call. What they throw stays here: a log whose disk is
/// full must not take from a caller the response to a payment, and there is nobody else to tell.
/// </summary>
[SuppressMessage("Design", "CA1031", Justification = "Listeners throw what they like; none of it is the caller's.")]
internal sealed class CallObserver(CallLog? log, TimeProvider timeProvider)
{
    /// <summary>Before the first attempt.</summary>
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

    /// <summary>Before the wait that precedes another attempt.</summary>
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

    /// <summary>When the call has ended, in a response or an error.</summary>
    public void End(StripeCall call, Activity? activity, long startedAt, StripeResponse? response, StripeError? error) =>
        End(call, activity, startedAt, response, error, exception: null);

    /// <summary>When the call has ended in an exception: the caller canceled it, or it could not be made.</summary>
    public void Throw(StripeCall call, Activity? activity, long startedAt, Exception exception) =>
        End(call, activity, startedAt, response: null, error: null, exception);

    /// <summary>When a response has been read that lacks required fields.</summary>
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
