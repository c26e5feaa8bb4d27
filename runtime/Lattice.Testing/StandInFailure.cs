using System.Net;
using Lattice.Stripe.Testing.Errors;

namespace Lattice.Stripe.Testing;

/// <summary>An error that a test plans, in all its details.</summary>
/// <param name="status">The HTTP status, from 300 up.</param>
/// <exception cref="ArgumentOutOfRangeException">The status is that of no error.</exception>
public sealed class StandInFailure(HttpStatusCode status)
{
    private readonly TimeSpan? _retryAfter;

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; } = (int)status is >= 300 and <= 599
        ? status
        : throw new ArgumentOutOfRangeException(nameof(status), (int)status, "The status of an error is one from 300 to 599.");

    /// <summary>
    /// The error's <c>type</c>; null: the one that Stripe gives errors of this status, which is <c>invalid_request_error</c> for
    /// 401, 403 and 429 as well.
    /// </summary>
    public StripeErrorType? Type { get; init; }

    /// <summary>The error's <c>code</c>, such as <c>account_invalid</c>; null: the one that goes with the status, if there is one.</summary>
    public string? Code { get; init; }

    /// <summary>The parameter that it is about; null: none.</summary>
    public string? Param { get; init; }

    /// <summary>Its message; null: one that says that a test planned it.</summary>
    public string? Message { get; init; }

    /// <summary>Of a card error, why the card was declined; null: not said.</summary>
    public string? DeclineCode { get; init; }

    /// <summary>Of a card error, what to do (<c>advice_code</c>); null: not said.</summary>
    public string? AdviceCode { get; init; }

    /// <summary>Of a card error, the id of the charge that failed; null: not said.</summary>
    public string? Charge { get; init; }

    /// <summary>Of an error of API v2, the message for the person who pays; null: none.</summary>
    public string? UserMessage { get; init; }

    /// <summary>Where Stripe's dashboard shows the request; null: not said.</summary>
    public string? RequestLogUrl { get; init; }

    /// <summary>
    /// What <c>Retry-After</c> asks for: not negative, sent in whole seconds, rounded up; null: there is no such header.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan? RetryAfter
    {
        get => _retryAfter;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? TimeSpan.Zero, TimeSpan.Zero);
            _retryAfter = value;
        }
    }

    /// <summary>What <c>Stripe-Should-Retry</c> says; null: there is no such header.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>
    /// Whether Stripe had begun to carry out the request: then its idempotency key remembers the error, and a repetition gets it
    /// again, with <c>Idempotent-Replayed: true</c>. Null: as at Stripe, where that is so for 500 and for every 4xx except 401,
    /// 403, 409 and 429; not for an error that does not come from Stripe. See
    /// <see href="https://docs.stripe.com/api/idempotent_requests">Idempotent requests</see>.
    /// </summary>
    public bool? CarriedOut { get; init; }

    /// <summary>
    /// Whether the response comes from Stripe, with <c>Request-Id</c> and Stripe's other headers; without them, a client cannot
    /// rely on it as Stripe's own decision. Null: yes, unless there is a <see cref="RawBody"/>, which stands for a page of a proxy
    /// or a portal.
    /// </summary>
    public bool? IsFromStripe { get; init; }

    /// <summary>The body in place of Stripe's JSON, as a proxy in between may send it; null: an error object.</summary>
    public string? RawBody { get; init; }

    /// <summary>The media type of <see cref="RawBody"/>. The default is <c>text/html</c>.</summary>
    public string RawContentType { get; init; } = "text/html";

    internal ApiError ToApiError()
    {
        var code = (int)StatusCode;
        StripeErrorType type = Type ?? ErrorStatuses.TypeOf(code);
        bool isFromStripe = IsFromStripe ?? RawBody is null;
        return new ApiError(
            code,
            Message ?? $"A test planned this error ({type}).",
            Code ?? (Type is null ? ErrorStatuses.CodeOf(code) : null),
            Param)
        {
            Type = type.Value,
            DeclineCode = DeclineCode,
            AdviceCode = AdviceCode,
            Charge = Charge,
            UserMessage = UserMessage,
            RequestLogUrl = RequestLogUrl,
            RetryAfter = RetryAfter,
            ShouldRetry = ShouldRetry,
            IsFromStripe = isFromStripe,
            IsCarriedOut = CarriedOut ?? (isFromStripe && ErrorStatuses.IsCarriedOut(code)),
        };
    }
}
