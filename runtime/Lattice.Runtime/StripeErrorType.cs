namespace Lattice.Stripe;

/// <summary>
/// The known types of errors. The set is open: a type that Stripe adds later keeps its name, so compare with the known values and handle
/// others.
/// </summary>
public sealed class StripeErrorType : StripeEnumValues
{
    private StripeErrorType()
    {
    }

    /// <summary><c>api_error</c>: Stripe failed to process the request.</summary>
    public const string ApiError = "api_error";

    /// <summary>
    /// <c>card_error</c>: a card could not be charged. Show <see cref="StripeError.Message"/> to the payer.
    /// </summary>
    public const string CardError = "card_error";

    /// <summary><c>idempotency_error</c>: the idempotency key was already used with other parameters.</summary>
    public const string IdempotencyError = "idempotency_error";

    /// <summary><c>invalid_request_error</c>: the request has a wrong, unknown or missing parameter.</summary>
    public const string InvalidRequestError = "invalid_request_error";

    /// <summary><c>authentication_error</c>: the API key is missing or wrong (status 401).</summary>
    public const string AuthenticationError = "authentication_error";

    /// <summary><c>permission_error</c>: the API key does not allow the request (status 403).</summary>
    public const string PermissionError = "permission_error";

    /// <summary><c>rate_limit_error</c>: there were too many requests (status 429).</summary>
    public const string RateLimitError = "rate_limit_error";

    /// <summary><c>conflict_error</c>: the request conflicts with another one (status 409), and the body has no type.</summary>
    public const string ConflictError = "conflict_error";

    /// <summary>
    /// <c>connection_error</c>: there is no response, because the connection or the HTTP handler failed. It is from this library and
    /// not from Stripe; see <see cref="StripeError.GetException"/>.
    /// </summary>
    public const string ConnectionError = "connection_error";

    /// <summary><c>timeout_error</c>: there was no response in time. It is from this library and not from Stripe.</summary>
    public const string TimeoutError = "timeout_error";

    /// <summary>
    /// <c>upload_error</c>: the stream of a file to upload failed, was closed or ended early, so that the request is incomplete. It is
    /// from this library and not from Stripe; see <see cref="StripeError.GetException"/>.
    /// </summary>
    public const string UploadError = "upload_error";

    /// <summary>
    /// <c>decoding_error</c>: a 2xx response does not contain the expected resource, or is not recognized as Stripe's. The call may have
    /// been carried out. It is from this library and not from Stripe.
    /// </summary>
    public const string DecodingError = "decoding_error";
}
