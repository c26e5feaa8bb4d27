namespace Lattice.Stripe.Testing.Errors;

/// <summary>
/// Which status goes with which type of error. See <see href="https://docs.stripe.com/api/errors">Errors</see> in Stripe's
/// reference.
/// </summary>
internal static class ErrorStatuses
{
    /// <exception cref="ArgumentException">No status goes with the type.</exception>
    public static int StatusOf(StripeErrorType type) => type.Value switch
    {
        "invalid_request_error" or "idempotency_error" => 400,
        "authentication_error" => 401,
        "card_error" => 402,
        "permission_error" => 403,
        "conflict_error" => 409,
        "rate_limit_error" => 429,
        "api_error" => 500,
        "connection_error" => throw NotStripes(type, "Drop() loses the connection"),
        "timeout_error" => throw NotStripes(type, "Delay() lets the client's timeout pass"),
        "decoding_error" => throw NotStripes(type, "answer with a handler of your own to send what cannot be decoded"),
        _ => throw new ArgumentException(
            $"No status is known for the type '{type}': name it, as in FailWith(HttpStatusCode.Conflict, type).", nameof(type)),
    };

    /// <summary>The type that Stripe's errors of this status have: it tells 401, 403 and 429 apart by the status alone.</summary>
    public static StripeErrorType TypeOf(int status) => status switch
    {
        402 => StripeErrorType.CardError,
        409 => StripeErrorType.IdempotencyError,
        >= 500 => StripeErrorType.ApiError,
        _ => StripeErrorType.InvalidRequestError,
    };

    /// <summary>The code that goes with the status by itself.</summary>
    public static string? CodeOf(int status) => status switch
    {
        409 => ErrorCodes.KeyInUse,
        429 => ErrorCodes.RateLimit,
        _ => null,
    };

    /// <summary>
    /// Whether a request that was answered so had begun to be carried out. The other statuses come from in front of that: of
    /// authentication, of limits, of conflicts, of a gateway.
    /// </summary>
    public static bool IsCarriedOut(int status) => status is 500 or (>= 400 and < 500 and not (401 or 403 or 409 or 429));

    private static ArgumentException NotStripes(StripeErrorType type, string instead)
        => new($"Stripe answers no '{type}', it is the client's own word for having no response: {instead}.", nameof(type));
}
