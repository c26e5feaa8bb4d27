using System.Runtime.CompilerServices;
using Lattice.Stripe.Observability;

namespace Lattice.Stripe.Transport;

/// <summary>
/// Sends a call, and sends it again where that is safe and allowed. All attempts have one idempotency key and one body. See
/// <see href="https://docs.stripe.com/error-low-level">Advanced error handling</see> in Stripe's documentation.
/// </summary>
internal sealed class RetryPolicy(HttpTransport transport, TimeProvider timeProvider, CallObserver observer)
{
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(5);

    /// <summary>Makes attempts until one is the last; returns how that one ended.</summary>
    /// <exception cref="StripeCanceledException">The caller canceled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AttemptOutcome> SendAsync(StripeCall call, CancellationToken cancellationToken)
    {
        while (true)
        {
            AttemptOutcome outcome = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (GetDelay(call, outcome) is not { } delay)
            {
                return outcome;
            }

            OutcomeClassifier.RecordRetriedAttempt(call, outcome);
            observer.Retry(call, outcome, delay);
            outcome.Dispose();
            try
            {
                await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                throw call.Cancel(cancellationToken);
            }
        }
    }

    /// <summary>How long to wait before the attempt that follows this one; <see langword="null"/> if this was the last.</summary>
    private TimeSpan? GetDelay(StripeCall call, AttemptOutcome outcome)
    {
        if (call.Attempts > call.MaxRetries || !call.IsReplayable || !RetryClassifier.IsRetryable(outcome))
        {
            return null;
        }

        TimeSpan? retryAfter = outcome.Response?.RetryAfter;
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
