using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Lattice.Stripe.Transport;

/// <summary>Whether an attempt may be repeated; the first rule that matches decides.</summary>
internal static class RetryClassifier
{
    public static bool IsRetryable(AttemptOutcome outcome) => outcome.Response is { } response
        ? IsRetryable(response)
        : IsRetryable(outcome.Error!);

    /// <summary>
    /// Whether the exception is what .NET throws for a connection that failed or a body that was damaged on its way. Any
    /// other is a handler's decision (an open circuit, a limiter that is full) or a fault of it: repeating would not help.
    /// </summary>
    public static bool IsNetworkFailure(Exception? exception) =>
        exception is HttpRequestException or IOException or InvalidDataException or SocketException or AuthenticationException;

    private static bool IsRetryable(StripeResponse response)
    {
        if (response.IsSuccess || ((int)response.StatusCode >= 500 && response.IsIdempotentReplay))
        {
            // A success is complete, and a replayed 5xx is the stored response: it will not change.
            return false;
        }

        return ShouldRetry(response)
            ?? (response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500);
    }

    private static bool IsRetryable(StripeError error) =>
        error.Type == StripeErrorType.TimeoutError
        || (error.Type == StripeErrorType.ConnectionError && IsNetworkFailure(error.Exception));

    /// <summary>What <c>Stripe-Should-Retry</c> says; where it is repeated and disagrees, no.</summary>
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
