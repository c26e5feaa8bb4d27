using System.Net;
using System.Text.Json;
using Lattice.Stripe.Errors;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>
/// Describes why a call failed, at Stripe or on the way. See
/// <see href="https://docs.stripe.com/api/errors">Errors</see> in Stripe's reference.
/// </summary>
public sealed class StripeError
{
    private ErrorFields _fields;
    private bool _isOutcomeUnknown;

    internal ErrorFields Fields
    {
        init => _fields = value;
    }

    internal byte[]? RawBody { get; init; }

    internal Exception? Exception { get; init; }

    /// <summary>
    /// The type of error: one of <see cref="StripeErrorType"/>, or one that Stripe adds later. It is the type in the body, with two
    /// exceptions: a body without a type, and <c>invalid_request_error</c> with the status 401, 403, or 429, have the type that belongs to
    /// <see cref="StatusCode"/>. The type <c>rate_limit</c> of API v2 is <c>rate_limit_error</c>.
    /// </summary>
    public StripeEnum<StripeErrorType> Type { get; init; }

    /// <summary>The type in the body, as Stripe wrote it; <see langword="null"/> if the body has none.</summary>
    public StripeEnum<StripeErrorType>? BodyType
    {
        get => _fields[ErrorField.Type];
        init => _fields[ErrorField.Type] = value?.Value;
    }

    /// <summary>The HTTP status; <see langword="null"/> if there was no response.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>A short string for programs, such as <c>parameter_missing</c>.</summary>
    public string? Code
    {
        get => _fields[ErrorField.Code];
        init => _fields[ErrorField.Code] = value;
    }

    /// <summary>For a declined card, the issuer's reason.</summary>
    public string? DeclineCode
    {
        get => _fields[ErrorField.DeclineCode];
        init => _fields[ErrorField.DeclineCode] = value;
    }

    /// <summary>For a declined card, what to do next.</summary>
    public string? AdviceCode
    {
        get => _fields[ErrorField.AdviceCode];
        init => _fields[ErrorField.AdviceCode] = value;
    }

    /// <summary>The parameter that caused the error, such as <c>collection_options[fields]</c>.</summary>
    public string? Param
    {
        get => _fields[ErrorField.Param];
        init => _fields[ErrorField.Param] = value;
    }

    /// <summary>An explanation for developers. The message of a card error may be shown to the payer.</summary>
    public string? Message
    {
        get => _fields[ErrorField.Message];
        init => _fields[ErrorField.Message] = value;
    }

    /// <summary>The page of Stripe's documentation about <see cref="Code"/>.</summary>
    public string? DocUrl
    {
        get => _fields[ErrorField.DocUrl];
        init => _fields[ErrorField.DocUrl] = value;
    }

    /// <summary>The URL of the request in Stripe's dashboard.</summary>
    public string? RequestLogUrl
    {
        get => _fields[ErrorField.RequestLogUrl];
        init => _fields[ErrorField.RequestLogUrl] = value;
    }

    /// <summary>For a card error, the id of the charge that failed.</summary>
    public string? Charge
    {
        get => _fields[ErrorField.Charge];
        init => _fields[ErrorField.Charge] = value;
    }

    /// <summary>For API v2, an explanation that may be shown to a user.</summary>
    public string? UserMessage
    {
        get => _fields[ErrorField.UserMessage];
        init => _fields[ErrorField.UserMessage] = value;
    }

    /// <summary>The id of the request (<c>req_…</c>), for Stripe's dashboard and support.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The <c>Idempotency-Key</c> of all attempts of this call. If you repeat the call with it, nothing happens twice.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// The delay before the next request that Stripe asks for (<c>Retry-After</c>), counted from the response; not negative.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The number of attempts, including those whose connection failed; 0 if the time ran out before the first one.
    /// </summary>
    public int Attempts { get; init; }

    /// <summary>
    /// Whether Stripe may have carried out the request: the caller has neither the result nor a final rejection. It is
    /// <see langword="false"/> only if Stripe itself settled the question or cannot have received the request. To find out, repeat the
    /// call with the same <see cref="IdempotencyKey"/>.
    /// </summary>
    /// <remarks>
    /// It is about the attempts of one call. If a repetition is rejected before Stripe looks at its key (401, 403, 409, 429), the
    /// repetition was not carried out, but the outcome of the earlier call is as unknown as before.
    /// </remarks>
    public bool IsOutcomeUnknown
    {
        get => _isOutcomeUnknown;
        init => _isOutcomeUnknown = value;
    }

    /// <summary>
    /// The first 64 KiB of the response's body, or <see langword="null"/> if there was none. It is a method and not a property because
    /// the body may hold secrets: never log it.
    /// </summary>
    public ReadOnlyMemory<byte>? GetRawBody() => RawBody is null ? null : (ReadOnlyMemory<byte>?)RawBody;

    /// <summary>
    /// The fields of the error without a property here, by their name in the response. They may hold secrets. A value with more than
    /// 64 levels of nested arrays and objects is dropped.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> GetExtraFields() => AdditionalFields.Parse(_fields.Extra);

    /// <summary>
    /// The exception of the HTTP handler, or of the reader of the resource; <see langword="null"/> if there was none. It is a method,
    /// and neither a property nor an inner exception, because its message may quote what was sent or received.
    /// </summary>
    public Exception? GetException() => Exception;

    /// <summary>
    /// Returns a text such as <c>(invalid_request_error) 400 parameter_missing: Missing required param: type. (request req_…)</c>: one
    /// line of at most 1 KB in UTF-8, without control and format characters. A longer <see cref="Message"/> is truncated.
    /// </summary>
    public override string ToString() => ErrorText.Of(this);

    /// <summary>Sets whether the outcome is unknown, which is certain only at the end of the call.</summary>
    internal void SetOutcome(bool isUnknown) => _isOutcomeUnknown = isUnknown;
}
