using System.Diagnostics;
using Lattice.Stripe.Http;
using Lattice.Stripe.Observability;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Pipeline;

/// <summary>
/// Sends a call, and repeats it if that is safe and allowed. All attempts have the same idempotency key and body. See
/// <see href="https://docs.stripe.com/error-low-level">Advanced error handling</see> in Stripe's documentation.
/// </summary>
internal sealed class RetryPolicy(HttpTransport transport, TimeProvider timeProvider, CallObserver observer)
{
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(5);

    /// <summary>Makes attempts until one is the last, and returns the result of that one.</summary>
    /// <remarks>
    /// The loop and the end of the call share one state machine. In a separate method, the loop cost 220 bytes more for each call
    /// whose response does not come at once, because pooled state machines seldom return to the thread that needs them.
    /// </remarks>
    /// <exception cref="StripeCanceledException">The caller canceled.</exception>
    public async Task<TEnd> RunAsync<TResource, TEnd, TForm>(
        StripeCall call, StripeObjectReader<TResource> reader, CancellationToken cancellationToken)
        where TResource : StripeResource
        where TForm : struct, IResultForm<TResource, TEnd>
    {
        long startedAt = timeProvider.GetTimestamp();
        Activity? activity = CallObserver.Start(call);
        bool isOutcomeOpen = false;
        StripeResult<TResource> result;
        IReadOnlyList<string>? missing;
        try
        {
            while (true)
            {
                ValueTask attempt = transport.SendAsync(call, GetLimit(call, startedAt), cancellationToken);
                if (!attempt.IsCompleted)
                {
                    FirstResponse.Prepare();
                }

                await attempt.ConfigureAwait(false);
                if (GetDelay(call, startedAt) is not { } delay)
                {
                    break;
                }

                isOutcomeOpen = OutcomeClassifier.IsOpenAfterRetried(call, isOutcomeOpen, cancellationToken);
                observer.Retry(call, activity, delay);
                call.ReleaseResponse();
                await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
            }

            call.Dispose();
            result = ResponseDecoder.Decode(call, isOutcomeOpen, reader, out missing, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            StripeCanceledException canceled = Cancel(call, isOutcomeOpen, cancellationToken);
            observer.Throw(call, activity, startedAt, canceled);
            throw canceled;
        }
        catch (Exception exception)
        {
            observer.Throw(call, activity, startedAt, exception);
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

        observer.End(call, activity, startedAt, result.Response, result.Error);
        return TForm.Of(result);
    }

    private static StripeCanceledException Cancel(StripeCall call, bool isOutcomeOpen, CancellationToken cancellationToken)
    {
        call.Dispose();
        return new StripeCanceledException(call.IdempotencyKey, cancellationToken)
        {
            IsOutcomeUnknown = OutcomeClassifier.IsUnknownAfterFailure(call, isOutcomeOpen),
        };
    }

    /// <summary>The time for the next attempt: its own timeout, or the rest of the call's total time if that is shorter.</summary>
    private TimeSpan GetLimit(StripeCall call, long startedAt)
    {
        if (call.TotalTimeout is not { } total)
        {
            return call.AttemptTimeout;
        }

        TimeSpan left = total - timeProvider.GetElapsedTime(startedAt);
        return call.AttemptTimeout != Timeout.InfiniteTimeSpan && call.AttemptTimeout <= left ? call.AttemptTimeout
            : left == Timeout.InfiniteTimeSpan ? TimeSpan.Zero // By chance 1 ms too late, which does not mean without a limit.
            : left;
    }

    /// <summary>The delay before the next attempt; <see langword="null"/> if the last one was final.</summary>
    private TimeSpan? GetDelay(StripeCall call, long startedAt) =>
        RetryClassifier.IsRetryable(call.Outcome) && call.Attempts <= call.MaxRetries && call.IsReplayable
            ? GetAllowedDelay(call, startedAt)
            : null;

    private TimeSpan? GetAllowedDelay(StripeCall call, long startedAt)
    {
        TimeSpan? retryAfter = call.Outcome.Response?.RetryAfter;
        TimeSpan delay = GetDelay(call.Attempts, Random.Shared.NextDouble(), retryAfter);
        TimeSpan? left = call.TotalTimeout - timeProvider.GetElapsedTime(startedAt);
        return retryAfter > call.MaxRetryDelay || delay >= left ? null : delay;
    }

    /// <summary>
    /// The delay after attempt number <paramref name="attempt"/> (from 1): at least the one that the server requests. Because of
    /// <paramref name="jitter"/>, a random number from 0 to 1, clients that failed together do not retry together.
    /// </summary>
    private static TimeSpan GetDelay(int attempt, double jitter, TimeSpan? retryAfter)
    {
        // From the fifth attempt on the delay is the longest one; a larger shift would overflow.
        TimeSpan backoff = s_firstDelay * (1 << Math.Min(attempt - 1, 10));
        TimeSpan delay = (backoff < s_longestDelay ? backoff : s_longestDelay) * (0.5 + (0.5 * jitter));
        return retryAfter > delay ? retryAfter.Value : delay;
    }
}
