namespace Lattice.Stripe.Errors;

/// <summary>The types of errors that Stripe's specification lists, by which an error is recognized as Stripe's.</summary>
internal static class StripeErrorTypes
{
    public static bool IsKnown(string? type) => type is
        "api_error" or "card_error" or "idempotency_error" or "invalid_request_error"

        // Of earlier API versions.
        or "authentication_error" or "permission_error" or "rate_limit_error"

        // Of API v2.
        or "rate_limit" or "temporary_session_expired";
}
