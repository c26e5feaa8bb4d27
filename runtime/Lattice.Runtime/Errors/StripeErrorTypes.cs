namespace Lattice.Stripe.Errors;

/// <summary>The types of errors in Stripe's specification, which identify an error as Stripe's.</summary>
internal static class StripeErrorTypes
{
    private static readonly string[] s_types =
    [
        "api_error", "card_error", "idempotency_error", "invalid_request_error",

        // From earlier API versions.
        "authentication_error", "permission_error", "rate_limit_error",

        // From API v2.
        "rate_limit", "temporary_session_expired",
    ];

    // The search in a table needs a third of the native code of a switch.
    public static bool IsKnown(string? type) => Array.IndexOf(s_types, type) >= 0;
}
