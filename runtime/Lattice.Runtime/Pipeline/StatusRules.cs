using System.Net;

namespace Lattice.Stripe.Pipeline;

/// <summary>What a status outside 2xx means for retries and for the outcome. The runtime has no other list of such statuses.</summary>
internal static class StatusRules
{
    /// <summary>
    /// Whether the same request may succeed later: a conflict with another request (409), too many requests (429), or a failure of
    /// the server (5xx).
    /// </summary>
    public static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests || (int)status >= 500;

    /// <summary>
    /// Whether Stripe rejected the request before it looked at what was requested: a wrong key (401), a missing permission (403), a
    /// conflict with another request (409), or too many requests (429).
    /// </summary>
    public static bool IsRejectedUnread(HttpStatusCode status) =>
        status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests;
}
