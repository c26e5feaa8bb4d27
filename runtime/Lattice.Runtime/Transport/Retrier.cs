using System.Runtime.CompilerServices;
using Lattice.Stripe.Observability;

namespace Lattice.Stripe.Transport;

/// <summary>Sends a call again where that is safe and allowed. All attempts have one idempotency key and body.</summary>
internal sealed class Retrier(HttpTransport transport, TimeProvider timeProvider, CallObserver observer)
{
    /// <summary>How long to wait before the attempt that follows this one; <see langword="null"/> if there is to be none.</summary>
    public TimeSpan? GetDelay(StripeCall call, AttemptOutcome outcome)
    {
        if (call.Attempts > call.MaxRetries || !call.CanSendAgain || !RetryPolicy.MayRepeat(outcome))
        {
            return null;
        }

        TimeSpan? retryAfter = outcome.Response?.RetryAfter;
        TimeSpan delay = RetryPolicy.GetDelay(call.Attempts, Random.Shared.NextDouble(), retryAfter);
        TimeSpan? left = call.TotalTimeout - timeProvider.GetElapsedTime(call.StartedAt);
        return retryAfter > call.MaxRetryDelay || delay >= left ? null : delay;
    }

    /// <summary>Waits and sends, until an attempt is the last one; returns how that one ended.</summary>
    /// <param name="call">The call, of which an attempt has failed.</param>
    /// <param name="failed">How that attempt ended.</param>
    /// <param name="delay">How long to wait now.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="StripeCanceledException">The caller canceled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AttemptOutcome> RepeatAsync(
        StripeCall call, AttemptOutcome failed, TimeSpan delay, CancellationToken cancellationToken)
    {
        TimeSpan? next = delay;
        AttemptOutcome outcome = failed;
        while (next is { } wait)
        {
            observer.Retry(call, outcome, wait);
            outcome.Dispose();
            try
            {
                await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                throw new StripeCanceledException(call.IdempotencyKey, cancellationToken);
            }

            outcome = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            next = GetDelay(call, outcome);
        }

        return outcome;
    }
}
