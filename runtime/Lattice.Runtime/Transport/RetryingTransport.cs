using System.Runtime.CompilerServices;
using Lattice.Stripe.Observability;

namespace Lattice.Stripe.Transport;

/// <summary>Sends a call, and sends it again where that is safe and allowed. All attempts have one idempotency key and body.</summary>
internal sealed class RetryingTransport(HttpTransport transport, TimeProvider timeProvider, CallObserver observer)
{
    /// <exception cref="StripeCanceledException">The caller canceled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AttemptOutcome> SendAsync(StripeCall call, CancellationToken cancellationToken)
    {
        bool isUnknown = false;
        for (int attempt = 1; ; attempt++)
        {
            TimeSpan? left = call.TotalTimeout - timeProvider.GetElapsedTime(call.StartedAt);
            AttemptOutcome outcome = await transport.SendAsync(call, attempt, left, cancellationToken).ConfigureAwait(false);
            isUnknown = outcome.Response is not { } response || (RetryPolicy.LeavesOpen(response) && (isUnknown || (int)response.Status >= 500));
            TimeSpan? delay = GetDelay(call, attempt, outcome, call.TotalTimeout - timeProvider.GetElapsedTime(call.StartedAt));
            if (delay is null)
            {
                outcome.IsUnknown = isUnknown;
                return outcome;
            }

            observer.Retry(call, attempt, outcome, delay.Value);
            outcome.Dispose();
            await WaitAsync(call, delay.Value, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>How long to wait before the next attempt; <see langword="null"/> if there is to be none.</summary>
    private static TimeSpan? GetDelay(StripeCall call, int attempt, AttemptOutcome outcome, TimeSpan? left)
    {
        if (attempt > call.MaxRetries || !call.CanSendAgain || !RetryPolicy.MayRepeat(outcome))
        {
            return null;
        }

        TimeSpan? retryAfter = outcome.Response?.RetryAfter;
        TimeSpan delay = RetryPolicy.GetDelay(attempt, Random.Shared.NextDouble(), retryAfter);
        return retryAfter > call.MaxRetryDelay || delay >= left ? null : delay;
    }

    private async Task WaitAsync(StripeCall call, TimeSpan delay, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw new StripeCanceledException(call.IdempotencyKey, cancellationToken);
        }
    }
}
