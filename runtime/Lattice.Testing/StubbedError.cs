using System.Net;
using System.Text;
using Lattice.Stripe.Testing.Errors;

namespace Lattice.Stripe.Testing;

/// <summary>An error that a test stubs, in full detail.</summary>
/// <param name="status">The HTTP status, from 300 to 599.</param>
/// <exception cref="ArgumentOutOfRangeException">The status is not that of an error.</exception>
public sealed class StubbedError(HttpStatusCode status)
{
    private readonly TimeSpan? _retryAfter;

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; } = (int)status is >= 300 and <= 599
        ? status
        : throw new ArgumentOutOfRangeException(nameof(status), (int)status, "The status of an error must be from 300 to 599.");

    /// <summary>
    /// The error's <c>type</c>; null: the type of Stripe's errors with this status, which is <c>invalid_request_error</c> for 401, 403
    /// and 429 as well.
    /// </summary>
    public StripeEnum<StripeErrorType>? Type { get; init; }

    /// <summary>The error's <c>code</c>, such as <c>account_invalid</c>; null: the code that goes with the status, if any.</summary>
    public string? Code { get; init; }

    /// <summary>The parameter that the error is about; null: none.</summary>
    public string? Param { get; init; }

    /// <summary>The error's message; null: a message that says that a test stubbed the error.</summary>
    public string? Message { get; init; }

    /// <summary>For a card error, why the card was declined; null: none.</summary>
    public string? DeclineCode { get; init; }

    /// <summary>For a card error, what to do (<c>advice_code</c>); null: none.</summary>
    public string? AdviceCode { get; init; }

    /// <summary>For a card error, the id of the charge that failed; null: none.</summary>
    public string? Charge { get; init; }

    /// <summary>For an error of API v2, the message for the person who pays; null: none.</summary>
    public string? UserMessage { get; init; }

    /// <summary>The address of the request in Stripe's dashboard; null: none.</summary>
    public string? RequestLogUrl { get; init; }

    /// <summary>The value of <c>Retry-After</c>: not negative, rounded up to whole seconds; null: no such header.</summary>
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

    /// <summary>The value of <c>Stripe-Should-Retry</c>; null: no such header.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>
    /// Whether Stripe had started to carry out the request. If it had, the request's idempotency key remembers the error, and a
    /// repetition gets it again, with <c>Idempotent-Replayed: true</c>. Null: as at Stripe, true for 500 and for every 4xx except 401,
    /// 403, 409 and 429; false for an error that does not come from Stripe. See
    /// <see href="https://docs.stripe.com/api/idempotent_requests">Idempotent requests</see>.
    /// </summary>
    public bool? CarriedOut { get; init; }

    /// <summary>
    /// Whether the response comes from Stripe, with <c>Request-Id</c> and Stripe's other headers. Without them, a client cannot treat
    /// the error as Stripe's decision. Null: true, unless there is a <see cref="RawBody"/>, which represents the page of a proxy or a
    /// captive portal.
    /// </summary>
    public bool? IsFromStripe { get; init; }

    /// <summary>The body to send instead of Stripe's JSON, as a proxy may do; null: Stripe's error object.</summary>
    public string? RawBody { get; init; }

    /// <summary>The media type of <see cref="RawBody"/>. The default is <c>text/html</c>.</summary>
    public string RawContentType { get; init; } = "text/html";

    internal ApiError ToApiError()
    {
        var code = (int)StatusCode;
        StripeEnum<StripeErrorType> type = Type ?? ErrorStatuses.TypeOf(code);
        bool isFromStripe = IsFromStripe ?? RawBody is null;
        return new ApiError(
            code,
            Message ?? $"A test stubbed this error ({type}).",
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
            RawBody = RawBody is null ? null : (Encoding.UTF8.GetBytes(RawBody), RawContentType),
        };
    }
}
