
namespace Lattice.Stripe.Testing.Errors;

/// <summary>Why a request is refused, in the terms of Stripe's error object.</summary>
internal sealed record ApiError(int StatusCode, string Message, string? Code = null, string? Param = null)
{
    private const int BadRequest = 400;
    private const int NotFound = 404;
    private const int Conflict = 409;

    private const string IdempotencyError = "idempotency_error";

    public string Type { get; init; } = "invalid_request_error";

    public string? DeclineCode { get; init; }

    public string? AdviceCode { get; init; }

    public string? Charge { get; init; }

    public string? UserMessage { get; init; }

    public string? RequestLogUrl { get; init; }

    /// <summary>What <c>Retry-After</c> asks for; null: there is no such header.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What <c>Stripe-Should-Retry</c> says; null: there is no such header.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>Whether it is Stripe that responds, not something in between, which knows nothing of Stripe's headers.</summary>
    public bool IsFromStripe { get; init; } = true;

    /// <summary>Whether the request had begun to be carried out: then its idempotency key remembers the error.</summary>
    public bool IsCarriedOut { get; init; }

    public static ApiError Of(string message, string? param = null, string? code = null)
        => new(BadRequest, message, code, param);

    /// <summary>The two ends of a long text, as in Stripe's messages.</summary>
    public static string Shorten(string text) => text.Length <= 23 ? text : $"{text[..10]}...{text[^10..]}";

    public static ApiError UnrecognizedUrl(string method, string path) => new(
        NotFound,
        $"Unrecognized request URL ({method}: {path}). The stand-in knows the operations of its slice and no others: "
        + "StripeStandInOptions.Slice, or `lattice serve --slice`, gives it yours.");

    public static ApiError Missing(string param) => Of($"Missing required param: {param}.", param, ErrorCodes.Missing);

    public static ApiError Empty(string param) => Of(
        $"You passed an empty string for '{param}'. An empty value unsets a parameter, and '{param}' cannot be unset: "
        + "leave it out or give it a value.",
        param,
        ErrorCodes.InvalidEmpty);

    public static ApiError Unknown(IReadOnlyList<string> names) => Of(
        $"Received unknown parameter{(names.Count == 1 ? "" : "s")}: {string.Join(", ", names)}",
        names[0],
        ErrorCodes.Unknown);

    /// <summary>Stripe's error names the path in its message alone.</summary>
    public static ApiError NotExpandable(string path, bool isInList) => Of(
        $"This property cannot be expanded ({path})."
        + (isInList ? $" You may want to try expanding 'data.{path}' instead." : ""));

    public static ApiError TooDeep(string path, int limit) => Of(
        $"You cannot expand more than {limit} levels of a property. Property: {path}", code: ErrorCodes.ExpansionTooDeep);

    /// <summary>A key is bound to the first request that it came with; <paramref name="what"/> says in what this one differs.</summary>
    public static ApiError IdempotencyKeyMismatch(string key, string what) => new(
        BadRequest,
        $"The idempotency key '{Shorten(key)}' was used before with {what}. Repeat that request as it was, or use a new key.",
        ErrorCodes.IdempotencyKeyMismatch)
    { Type = IdempotencyError };

    public static ApiError KeyInUse(string key) => new(
        Conflict,
        $"Another request with the idempotency key '{Shorten(key)}' is being carried out. Repeat this one when it is done.",
        ErrorCodes.KeyInUse)
    { Type = IdempotencyError };
}
