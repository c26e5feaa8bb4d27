using System.Net.Http.Headers;
using Lattice.Stripe.Http;

namespace Lattice.Stripe.Pipeline;

/// <summary>Decides whether an attempt may be repeated. The first rule that matches applies.</summary>
internal static class RetryClassifier
{
    public static bool IsRetryable(AttemptOutcome outcome) => outcome.Response is { } response
        ? IsRetryable(response)
        : IsRetryable(outcome.Error!);

    private static bool IsRetryable(StripeResponse response)
    {
        if (response.IsSuccess || ((int)response.StatusCode >= 500 && response.IsIdempotentReplay))
        {
            // A success is complete, and a replayed 5xx is a stored response, which does not change.
            return false;
        }

        return ShouldRetry(response) ?? StatusRules.IsTransient(response.StatusCode);
    }

    private static bool IsRetryable(StripeError error) =>
        error.Type == StripeErrorType.TimeoutError
        || (error.Type == StripeErrorType.ConnectionError && ConnectionFailure.IsNetworkFailure(error.Exception));

    /// <summary>The value of <c>Stripe-Should-Retry</c>; false if the header has several values and one of them is false.</summary>
    private static bool? ShouldRetry(StripeResponse response)
    {
        if (!response.TryGetHeaderValues("Stripe-Should-Retry", out HeaderStringValues values))
        {
            return null;
        }

        bool? should = null;
        foreach (string value in values)
        {
            foreach (string part in value.Split(',', StringSplitOptions.TrimEntries))
            {
                if (part.Equals("false", StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }

                should = part.Equals("true", StringComparison.OrdinalIgnoreCase) ? true : should;
            }
        }

        return should;
    }
}
