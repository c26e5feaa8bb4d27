using System.Net;
using System.Text.Json;
using Lattice.Stripe.Errors;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>
/// Why a call failed, whatever Stripe or the network did. See
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

    /// <summary>The kind of error; Stripe's own, or one made from <see cref="StatusCode"/> where the body names none.</summary>
    public StripeErrorType Type { get; init; }

    /// <summary>The HTTP status; <see langword="null"/> if no response came.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>A short string that a program can act on, such as <c>parameter_missing</c>.</summary>
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

    /// <summary>The parameter that the error is about, such as <c>collection_options[fields]</c>.</summary>
    public string? Param
    {
        get => _fields[ErrorField.Param];
        init => _fields[ErrorField.Param] = value;
    }

    /// <summary>An explanation for a developer; that of a card error may be shown to the payer.</summary>
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

    /// <summary>The request's entry in Stripe's dashboard.</summary>
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

    /// <summary>The id of the request (<c>req_…</c>), by which Stripe's support and dashboard find it.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The <c>Idempotency-Key</c> that every attempt of this call carried: repeat the call with it and nothing happens
    /// twice.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// How long Stripe asks to wait before the next request (<c>Retry-After</c>), counted from the response; not negative.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// How many attempts were made, also those whose connection failed; 0 if the time ran out before the first.
    /// </summary>
    public int Attempts { get; init; }

    /// <summary>
    /// Whether the caller has neither the result nor a final refusal, so that Stripe may have carried out the request.
    /// It is <see langword="false"/> only if Stripe itself settled the question or nothing can have reached it. Before
    /// doing it again, repeat the call with the same <see cref="IdempotencyKey"/>.
    /// </summary>
    public bool IsOutcomeUnknown
    {
        get => _isOutcomeUnknown;
        init => _isOutcomeUnknown = value;
    }

    /// <summary>
    /// The start (64 KiB at most) of the response's body, or <see langword="null"/> if there was none. It is a method and
    /// no property because the body may hold secrets: never log it.
    /// </summary>
    public ReadOnlyMemory<byte>? GetRawBody() => RawBody is null ? null : (ReadOnlyMemory<byte>?)RawBody;

    /// <summary>
    /// The fields of the error that have no property here, by their name in the response. They may hold secrets. A
    /// value in which more than 64 arrays and objects are nested is dropped.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> GetExtraFields() => AdditionalFields.Parse(_fields.Extra);

    /// <summary>
    /// What the HTTP handler threw instead of a response, or the reader of the resource instead of reading it;
    /// <see langword="null"/> if nothing was thrown. It is a method and no property, and no inner exception either, because its
    /// text may quote what was sent or received.
    /// </summary>
    public Exception? GetException() => Exception;

    /// <summary>
    /// Such as <c>(invalid_request_error) 400 parameter_missing: Missing required param: type. (request req_…)</c>. It
    /// is one line of at most 1 KB in UTF-8, without control and format characters; a longer <see cref="Message"/> is
    /// cut.
    /// </summary>
    public override string ToString() => ErrorText.Of(this);

    /// <summary>Says whether the outcome is unknown, which is certain only when the call has ended.</summary>
    internal void SetOutcome(bool isUnknown) => _isOutcomeUnknown = isUnknown;
}
