namespace Lattice.Stripe.Testing.Errors;

/// <summary>Codes of Stripe's list of error codes, and those by which API v2 tells errors apart.</summary>
internal static class ErrorCodes
{
    public const string ExpansionTooDeep = "property_expansion_max_depth";
    public const string InvalidEmpty = "parameter_invalid_empty";
    public const string InvalidInteger = "parameter_invalid_integer";
    public const string InvalidStringBlank = "parameter_invalid_string_blank";
    public const string Missing = "parameter_missing";
    public const string Unknown = "parameter_unknown";

    public const string KeyInUse = "idempotency_key_in_use";
    public const string RateLimit = "rate_limit";
    public const string InvalidUrl = "url_invalid";

    // Of API v2 only, where every error has a code.
    public const string InvalidJson = "invalid_json";
    public const string IdempotencyKeyMismatch = "idempotency_error";

    /// <summary>The code of an error of API v2 that has none of its own.</summary>
    public static string OfStatus(int status) => status switch
    {
        401 => "unauthorized",
        403 => "forbidden",
        404 => "not_found",
        409 => "conflict",
        429 => RateLimit,
        >= 500 => "internal_error",
        _ => "invalid_request",
    };

    /// <summary>Whether errors of API v1 carry the code.</summary>
    public static bool IsOfV1(string code) => code is not (InvalidJson or IdempotencyKeyMismatch);
}
