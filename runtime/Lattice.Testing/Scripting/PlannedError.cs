namespace Lattice.Stripe.Testing.Scripting;

/// <summary>
/// Which status goes with which type of error. See <see href="https://docs.stripe.com/api/errors">Errors</see> in Stripe's
/// reference.
/// </summary>
internal static class PlannedError
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

    public static StripeErrorType TypeOf(int status) => status switch
    {
        401 => StripeErrorType.AuthenticationError,
        402 => StripeErrorType.CardError,
        403 => StripeErrorType.PermissionError,
        409 => StripeErrorType.ConflictError,
        429 => StripeErrorType.RateLimitError,
        >= 500 => StripeErrorType.ApiError,
        _ => StripeErrorType.InvalidRequestError,
    };

    private static ArgumentException NotStripes(StripeErrorType type, string instead)
        => new($"Stripe answers no '{type}', it is the client's own word for having no answer: {instead}.", nameof(type));
}
