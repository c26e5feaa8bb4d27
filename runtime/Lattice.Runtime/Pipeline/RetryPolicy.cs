using Lattice.Stripe.Observability;
using Lattice.Stripe.Serialization;

namespace Lattice.Stripe.Transport;

/// <summary>
/// Sends a call, and sends it again where that is safe and allowed. All attempts have one idempotency key and one body. See
/// <see href="https://docs.stripe.com/error-low-level">Advanced error handling</see> in Stripe's documentation.
/// </summary>
internal sealed class RetryPolicy(HttpTransport transport, TimeProvider timeProvider, CallObserver observer)
{
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(5);

    /// <summary>Makes attempts until one is the last; the result is what that one ended in.</summary>
    /// <remarks>
    /// The loop and the end of the call share one state machine. Behind a method of its own, the loop cost 220 bytes more for each
    /// call whose response does not come at once, because pooled state machines seldom return to the thread that needs them.
    /// </remarks>
    /// <exception cref="StripeCanceledException">The caller canceled.</exception>
    public async Task<TEnd> RunAsync<TResource, TEnd, TForm>(
        StripeCall call, StripeObjectReader<TResource> reader, CancellationToken cancellationToken)
        where TResource : StripeResource
        where TForm : struct, IResultForm<TResource, TEnd>
    {
        observer.Start(call);
        StripeResult<TResource> result;
        IReadOnlyList<string>? missing;
        try
        {
            while (true)
            {
                ValueTask attempt = transport.SendAsync(call, cancellationToken);
                if (!attempt.IsCompleted)
                {
                    FirstResponse.Prepare();
                }

                await attempt.ConfigureAwait(false);
                if (GetDelay(call) is not { } delay)
                {
                    break;
                }

                OutcomeClassifier.RecordRetriedAttempt(call, cancellationToken);
                observer.Retry(call, delay);
                call.ResponseBody.Dispose();
                await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
            }

            call.Dispose();
            result = ResponseDecoder.Decode(call, reader, out missing, cancellationToken);
        }
        catch (OperationCanceledException exception) when (exception is not StripeCanceledException)
        {
            // While the call waited, or while the response was decoded.
            StripeCanceledException canceled = call.Cancel(cancellationToken);
            observer.Throw(call, canceled);
            throw canceled;
        }
        catch (Exception exception)
        {
            observer.Throw(call, exception);
            throw;
        }
        finally
        {
            call.ResponseBody.Dispose();
            call.Dispose();
        }

        if (missing is not null)
        {
            observer.ReportMissing(missing);
        }

        observer.End(call, result.Response, result.Error);
        return TForm.Of(result);
    }

    /// <summary>How long to wait before the attempt that follows this one; <see langword="null"/> if this was the last.</summary>
    private TimeSpan? GetDelay(StripeCall call) =>
        RetryClassifier.IsRetryable(call.Outcome) && call.Attempts <= call.MaxRetries && call.IsReplayable ? GetAllowedDelay(call) : null;

    private TimeSpan? GetAllowedDelay(StripeCall call)
    {
        TimeSpan? retryAfter = call.Outcome.Response?.RetryAfter;
        TimeSpan delay = GetDelay(call.Attempts, Random.Shared.NextDouble(), retryAfter);
        TimeSpan? left = call.TotalTimeout - timeProvider.GetElapsedTime(call.StartedAt);
        return retryAfter > call.MaxRetryDelay || delay >= left ? null : delay;
    }

    /// <summary>
    /// The delay before the attempt that follows number <paramref name="attempt"/> (from 1): at least what the server asks
    /// for. Because of <paramref name="jitter"/>, a random number from 0 to 1, clients that failed together do not come back
    /// together.
    /// </summary>
    private static TimeSpan GetDelay(int attempt, double jitter, TimeSpan? retryAfter)
    {
        // Past the fourth attempt the delay is the longest; shifting further would overflow.
        TimeSpan backoff = s_firstDelay * (1 << Math.Min(attempt - 1, 10));
        TimeSpan delay = (backoff < s_longestDelay ? backoff : s_longestDelay) * (0.5 + (0.5 * jitter));
        return retryAfter > delay ? retryAfter.Value : delay;
    }
}
