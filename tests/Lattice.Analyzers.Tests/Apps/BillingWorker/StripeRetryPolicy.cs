using System.Net;
using Lattice.Stripe;
using Microsoft.Extensions.Logging;

namespace Contoso.BillingWorker;

/// <summary>
/// Repeats calls more patiently than a web app could: nobody waits for the worker. All attempts have the key of the order, so Stripe
/// carries out at most one of them, even if another instance tries as well.
/// </summary>
public sealed class StripeRetryPolicy(TimeProvider clock, ILogger<StripeRetryPolicy> logger)
{
    private const int MaxAttempts = 6;
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromMinutes(1);

    public async Task<StripeResult<TResource>> RunAsync<TResource>(
        string idempotencyKey,
        Func<StripeRequestOptions, CancellationToken, Task<StripeResult<TResource>>> call,
        CancellationToken cancellationToken)
        where TResource : StripeResource
    {
        var options = new StripeRequestOptions { IdempotencyKey = idempotencyKey };
        for (int attempt = 1; ; attempt++)
        {
            StripeResult<TResource> result = await call(options, cancellationToken);
            if (result.IsSuccess || attempt == MaxAttempts || GetDelay(result.Error, result.Response, attempt) is not { } delay)
            {
                return result;
            }

            logger.LogWarning(
                "Attempt {Attempt} for {Key} ended with {Type} (request {RequestId}). The next one is in {Delay}",
                attempt, idempotencyKey, result.Error.Type, result.Error.RequestId, delay);
            await Task.Delay(delay, clock, cancellationToken);
        }
    }

    private static TimeSpan? GetDelay(StripeError error, StripeResponse? response, int attempt)
    {
        // A stored response never changes, and Stripe knows best what is worth another try.
        if (response is { IsIdempotentReplay: true } || response?.GetHeader("Stripe-Should-Retry") == "false" || !IsTransient(error))
        {
            return null;
        }

        TimeSpan backoff = TimeSpan.FromSeconds(Math.Pow(2, attempt) * (0.5 + (Random.Shared.NextDouble() / 2)));
        TimeSpan delay = error.RetryAfter > backoff ? error.RetryAfter.Value : backoff;
        return delay <= s_longestDelay ? delay : null;
    }

    private static bool IsTransient(StripeError error)
    {
        switch (error.Type.Value)
        {
            case StripeErrorType.ConnectionError or StripeErrorType.TimeoutError or StripeErrorType.RateLimitError:
                return true;
            case StripeErrorType.DecodingError:
                return false;
            default:
                return error.StatusCode is HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError;
        }
    }
}
