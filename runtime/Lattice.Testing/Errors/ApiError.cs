using Lattice.Stripe.Testing.Redaction;

namespace Lattice.Stripe.Testing.Errors;

/// <summary>An error as Stripe returns it: the status, the members of the error object, and the headers.</summary>
internal sealed record ApiError(int StatusCode, string Message, string? Code = null, string? Param = null)
{
    private const int BadRequest = 400;
    private const int NotFound = 404;
    private const int Conflict = 409;

    /// <summary>The maximum number of names in a message, so that an error is not much longer than its request.</summary>
    private const int MaximumShown = 20;

    private const string IdempotencyError = "idempotency_error";

    public string Type { get; init; } = "invalid_request_error";

    public string? DeclineCode { get; init; }

    public string? AdviceCode { get; init; }

    public string? Charge { get; init; }

    public string? UserMessage { get; init; }

    public string? RequestLogUrl { get; init; }

    /// <summary>The value of <c>Retry-After</c>; null: there is no such header.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The value of <c>Stripe-Should-Retry</c>; null: there is no such header.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>Whether the error comes from Stripe. If it comes from a proxy or a gateway, it has none of Stripe's headers.</summary>
    public bool IsFromStripe { get; init; } = true;

    /// <summary>Whether Stripe had started to carry out the request, so that its idempotency key remembers the error.</summary>
    public bool IsCarriedOut { get; init; }

    /// <summary>The body to send instead of the error object, and its media type.</summary>
    public (byte[] Content, string ContentType)? RawBody { get; init; }

    public static ApiError Of(string message, string? param = null, string? code = null)
        => new(BadRequest, MessageText.Show(message), code, param);

    /// <summary>Removes secrets, escapes control characters, and keeps the two ends of a long text, as Stripe's messages do.</summary>
    public static string Shorten(string text)
    {
        string shown = MessageText.Show(text);
        return shown.Length <= 23 ? shown : $"{shown[..10]}...{shown[^10..]}";
    }

    public static ApiError UnrecognizedUrl(string method, string path) => new(
        NotFound,
        $"Unrecognized request URL ({method}: {MessageText.Show(path)}). "
        + (path.StartsWith("//", StringComparison.Ordinal)
            ? "The path starts with two slashes, so the base address of the client probably ends in a slash: remove it."
            : "The stand-in has only the operations of its slice. "
                + "To use another slice, set StripeStandInOptions.Slice or run `lattice serve --slice`."));

    /// <summary>There is no object with the id in the path.</summary>
    public static ApiError NoSuchObject(string kind, string id, string param) => new(
        NotFound, $"No such {kind}: '{Shorten(id)}'", ApiErrorCodes.ResourceMissing, param)
    { IsCarriedOut = true };

    /// <summary>There is no object with the id in a parameter.</summary>
    public static ApiError NoSuchCursor(string kind, string id, string param)
        => Of($"No such {kind}: '{Shorten(id)}'", param, ApiErrorCodes.ResourceMissing);

    /// <summary>The state of an object does not allow the action.</summary>
    public static ApiError UnexpectedState(string message, string code) => Of(message, code: code) with { IsCarriedOut = true };

    /// <summary>The session whose token authenticates the request has expired.</summary>
    public static ApiError SessionExpired() => Of(
        "The meter event session has expired. Create a new one, and send the events with its token.", code: "billing_meter_event_session_expired") with
    { Type = "temporary_session_expired" };

    public static ApiError AlreadyExists(string kind) => Of(
        $"{char.ToUpperInvariant(kind[0])}{kind[1..]} already exists.", "id", ApiErrorCodes.ResourceExists) with
    { IsCarriedOut = true };

    public static ApiError OutOfRange(string param, bool isTooSmall, int limit) => Of(
        $"This value must be {(isTooSmall ? "greater" : "less")} than or equal to {limit}.", param, ApiErrorCodes.InvalidInteger);

    public static ApiError Exclusive(string first, string second) => Of(
        $"You may only specify one of these parameters: {first}, {second}.", first, ApiErrorCodes.Exclusive);

    public static ApiError Missing(string param) => Of($"Missing required param: {param}.", param, ApiErrorCodes.Missing);

    public static ApiError Empty(string param) => Of(
        $"You passed an empty string for '{param}'. An empty value unsets a parameter, and '{param}' cannot be unset: "
        + "leave it out or give it a value.",
        param,
        ApiErrorCodes.InvalidEmpty);

    /// <summary>The bytes of a value are not UTF-8.</summary>
    public static ApiError IsNotText(string param) => Of($"Invalid {param}: its value is not UTF-8 text.", param);

    /// <param name="name">The name, with U+FFFD for bytes that are not UTF-8.</param>
    public static ApiError NameIsNotText(string name) => Of($"Invalid parameter name: {Shorten(name)} is not UTF-8 text.");

    public static ApiError Unknown(IReadOnlyList<string> names) => Of(
        $"Received unknown parameter{(names.Count == 1 ? "" : "s")}: {string.Join(", ", names.Take(MaximumShown))}"
        + (names.Count > MaximumShown ? $", and {names.Count - MaximumShown} more" : ""),
        names[0],
        ApiErrorCodes.Unknown);

    /// <summary>Stripe's error names the path in its message only.</summary>
    public static ApiError NotExpandable(string path, bool isInList) => Of(
        $"This property cannot be expanded ({path})."
        + (isInList ? $" You may want to try expanding 'data.{path}' instead." : ""));

    public static ApiError TooDeep(string path, int limit) => Of(
        $"You cannot expand more than {limit} levels of a property. Property: {path}", code: ApiErrorCodes.ExpansionTooDeep);

    /// <summary>A key belongs to the first request that used it; <paramref name="difference"/> is what was different then.</summary>
    public static ApiError IdempotencyKeyMismatch(string key, string difference) => new(
        BadRequest,
        $"The idempotency key '{Shorten(key)}' was used before with {difference}. Repeat that request unchanged, or use a new key.",
        ApiErrorCodes.IdempotencyKeyMismatch)
    { Type = IdempotencyError };

    public static ApiError KeyInUse(string key) => new(
        Conflict,
        $"Another request with the idempotency key '{Shorten(key)}' is in progress. Repeat this request when that one is finished.",
        ApiErrorCodes.KeyInUse)
    { Type = IdempotencyError };
}
