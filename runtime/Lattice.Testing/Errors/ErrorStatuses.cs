using Lattice.Stripe.Testing.Redaction;

namespace Lattice.Stripe.Testing.Errors;

/// <summary>
/// What goes with an HTTP status: the error's type and code, and whether an idempotency key remembers it. See
/// <see href="https://docs.stripe.com/api/errors">Errors</see> in Stripe's reference.
/// </summary>
internal static class ErrorStatuses
{
    /// <summary>The status of errors of a type.</summary>
    /// <exception cref="ArgumentException">No status goes with the type.</exception>
    public static int StatusOf(StripeEnum<StripeErrorType> type) => type.Value switch
    {
        StripeErrorType.InvalidRequestError or StripeErrorType.IdempotencyError => 400,
        StripeErrorType.AuthenticationError => 401,
        StripeErrorType.CardError => 402,
        StripeErrorType.PermissionError => 403,
        StripeErrorType.ConflictError => 409,
        StripeErrorType.RateLimitError => 429,
        StripeErrorType.ApiError => 500,
        StripeErrorType.ConnectionError => throw NotStripes(type, "use Drop() to drop the connection"),
        StripeErrorType.TimeoutError => throw NotStripes(type, "use Delay() to exceed the client's timeout"),
        StripeErrorType.DecodingError => throw NotStripes(type, "use your own message handler to send a response that cannot be decoded"),
        _ => throw new ArgumentException(
            $"There is no known status for errors of type '{MessageText.Show(type.Value)}'. Specify it, as in FailWith(HttpStatusCode.Conflict, type).",
            nameof(type)),
    };

    /// <summary>The type of Stripe's errors with this status. Stripe distinguishes 401, 403 and 429 by the status only.</summary>
    public static string TypeOf(int status) => status switch
    {
        402 => StripeErrorType.CardError,
        409 => StripeErrorType.IdempotencyError,
        >= 500 => StripeErrorType.ApiError,
        _ => StripeErrorType.InvalidRequestError,
    };

    /// <summary>The code of an error with this status if nothing else is known of it; null: none.</summary>
    public static string? CodeOf(int status) => status switch
    {
        409 => ApiErrorCodes.KeyInUse,
        429 => ApiErrorCodes.RateLimit,
        _ => null,
    };

    /// <summary>The code of an error of API v2 that has no other code.</summary>
    public static string V2CodeOf(int status) => status switch
    {
        401 => "unauthorized",
        403 => "forbidden",
        404 => "not_found",
        409 => "conflict",
        429 => ApiErrorCodes.RateLimit,
        >= 500 => "internal_error",
        _ => "invalid_request",
    };

    /// <summary>
    /// Whether Stripe had started to carry out the request, so that its idempotency key remembers the error. The other statuses
    /// come from earlier steps: authentication, permissions, conflicts, rate limits, and gateways.
    /// </summary>
    public static bool IsCarriedOut(int status) => status is 500 or (>= 400 and < 500 and not (401 or 403 or 409 or 429));

    private static ArgumentException NotStripes(StripeEnum<StripeErrorType> type, string instead)
        => new(
            $"Stripe sends no error of type '{MessageText.Show(type.Value)}'; the client reports it if there is no response. To cause it, {instead}.",
            nameof(type));
}
