namespace Lattice.Stripe.Testing.Errors;

/// <summary>The <c>code</c> of errors: those of Stripe's list of error codes, and those of API v2.</summary>
internal static class ApiErrorCodes
{
    public const string ExpansionTooDeep = "property_expansion_max_depth";
    public const string InvalidEmpty = "parameter_invalid_empty";
    public const string InvalidInteger = "parameter_invalid_integer";
    public const string InvalidStringBlank = "parameter_invalid_string_blank";
    public const string Missing = "parameter_missing";
    public const string Unknown = "parameter_unknown";

    public const string Exclusive = "parameters_exclusive";
    public const string ResourceExists = "resource_already_exists";
    public const string ResourceMissing = "resource_missing";

    public const string KeyInUse = "idempotency_key_in_use";
    public const string RateLimit = "rate_limit";
    public const string InvalidUrl = "url_invalid";

    // Only in API v2, where every error has a code.
    public const string InvalidJson = "invalid_json";
    public const string IdempotencyKeyMismatch = "idempotency_error";

    /// <summary>Whether errors of API v1 have the code.</summary>
    public static bool IsOfV1(string code) => code is not (InvalidJson or IdempotencyKeyMismatch);
}
