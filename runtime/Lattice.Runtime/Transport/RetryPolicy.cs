using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Lattice.Stripe.Transport;

/// <summary>
/// Whether an attempt may be repeated, and after what delay. See
/// <see href="https://docs.stripe.com/error-low-level">Advanced error handling</see> in Stripe's documentation.
/// </summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(5);

    /// <summary>Whether an attempt that ended so may be repeated at all; the first rule that matches decides.</summary>
    public static bool MayRepeat(AttemptOutcome outcome)
    {
        if (outcome.Response is not { } response)
        {
            return outcome.Error!.Type == StripeErrorType.TimeoutError || IsOfTheNetwork(outcome.Error.Exception);
        }

        if ((int)response.Status is >= 200 and <= 299 || ((int)response.Status >= 500 && response.IdempotentReplayed))
        {
            // A replayed 5xx is the stored answer: it will not change.
            return false;
        }

        return response.GetHeader("Stripe-Should-Retry") switch
        {
            "true" => true,
            "false" => false,
            _ => response.Status is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests || (int)response.Status >= 500,
        };
    }

    /// <summary>
    /// Whether the exception is what .NET throws for a connection that failed or a body that was damaged on its way. Any
    /// other is a handler's decision (an open circuit, a limiter that is full) or a fault of it: repeating would not help.
    /// </summary>
    public static bool IsOfTheNetwork(Exception? exception) =>
        exception is HttpRequestException or IOException or InvalidDataException or SocketException or AuthenticationException;

    /// <summary>
    /// The delay before the attempt that follows number <paramref name="attempt"/> (from 1): at least what the server asks
    /// for. By <paramref name="jitter"/>, a random number from 0 to 1, clients that failed together do not come back together.
    /// </summary>
    public static TimeSpan GetDelay(int attempt, double jitter, TimeSpan? retryAfter)
    {
        // Past the fourth attempt the delay is the longest; shifting further would overflow.
        TimeSpan backoff = s_firstDelay * (1 << Math.Min(attempt - 1, 10));
        TimeSpan delay = (backoff < s_longestDelay ? backoff : s_longestDelay) * (0.5 + (0.5 * jitter));
        return retryAfter > delay ? retryAfter.Value : delay;
    }

    /// <summary>
    /// Whether an answer leaves open what became of an earlier attempt that ended without one. A success says it, and so
    /// does an error of the request itself. A redirect does not, nor being refused at the door (401, 403, 409, 429), nor a
    /// status by which a proxy on the way speaks for itself.
    /// </summary>
    public static bool LeavesOpen(StripeResponse response) => (int)response.Status switch
    {
        >= 500 => true,
        >= 300 and < 400 => true,
        401 or 403 or 409 or 429 => !response.IdempotentReplayed,
        407 or 408 or 421 or 425 or 499 => true,
        _ => false,
    };
}
