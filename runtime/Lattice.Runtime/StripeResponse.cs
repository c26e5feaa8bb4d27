using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Lattice.Stripe.Observability;

namespace Lattice.Stripe;

/// <summary>The metadata of a response of Stripe: all but its body.</summary>
public sealed class StripeResponse
{
    private readonly HttpResponseHeaders? _headers;

    // Negative if the response has no such header: every call creates a response, and hardly any has a Retry-After.
    private readonly long _retryAfterTicks = -1;

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; init; } = HttpStatusCode.OK;

    /// <summary>
    /// Sets the response's headers, for responses that tests create. They are read with <see cref="GetHeaders"/> and
    /// <see cref="GetHeader"/>.
    /// </summary>
    [SuppressMessage("Design", "CA1044", Justification = "Serializers would show headers that may hold secrets, such as Location.")]
    public HttpResponseHeaders? Headers
    {
        init => _headers = value;
    }

    /// <summary>The <c>Idempotency-Key</c> that every attempt of this call carried.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>How many attempts the call took; at least 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>
    /// How long Stripe asks to wait before the next request (<c>Retry-After</c>), counted from the response; not negative.
    /// </summary>
    public TimeSpan? RetryAfter
    {
        get => _retryAfterTicks < 0 ? null : TimeSpan.FromTicks(_retryAfterTicks);
        init => _retryAfterTicks = value?.Ticks ?? -1;
    }

    /// <summary>The id of the request (<c>req_…</c>), by which Stripe's support and dashboard find it.</summary>
    public string? RequestId => GetHeader("Request-Id");

    /// <summary>The API version of the response.</summary>
    public string? ApiVersion => GetHeader("Stripe-Version");

    /// <summary>Whether this is the stored response to an earlier request with the same idempotency key.</summary>
    public bool IsIdempotentReplay => string.Equals(GetHeader("Idempotent-Replayed"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The key of the call, which no header shows: a proxy may send the request's headers back.</summary>
    internal SecretString ApiKey { get; init; }

    /// <summary>The content coding of a body that cannot be read because of it.</summary>
    internal string? ContentEncoding { get; init; }

    internal bool IsSuccess => (int)StatusCode is >= 200 and <= 299;

    /// <summary>Whether the response has the id of a request to Stripe. Nothing else on the way adds one.</summary>
    internal bool HasRequestId => RequestId is { Length: > 4 } id && id.StartsWith("req_", StringComparison.Ordinal);

    /// <summary>
    /// The response's headers, each with its values; names compare without regard to case. It is a method and not a property
    /// because a header may hold a secret (<c>Location</c>): serializers and structured loggers do not see it. The API key of
    /// the call is redacted.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> GetHeaders()
    {
        Dictionary<string, IReadOnlyList<string>> headers = new(StringComparer.OrdinalIgnoreCase);
        if (_headers is not null)
        {
            foreach (KeyValuePair<string, HeaderStringValues> header in _headers.NonValidated)
            {
                List<string> values = [];
                foreach (string value in header.Value)
                {
                    values.Add(ApiKey.RedactIn(value));
                }

                headers[header.Key] = values;
            }
        }

        return headers;
    }

    /// <summary>
    /// The header's value (several are joined by a comma), or <see langword="null"/> if the response has none. The API key of
    /// the call is redacted.
    /// </summary>
    /// <param name="name">The header's name, in any case.</param>
    public string? GetHeader(string name) =>
        TryGetHeaderValues(name, out HeaderStringValues values) ? ApiKey.RedactIn(values.ToString()) : null;

    /// <summary>The values of a header, one by one where it was sent several times.</summary>
    internal bool TryGetHeaderValues(string name, out HeaderStringValues values)
    {
        values = default;
        return _headers is not null && _headers.NonValidated.TryGetValues(name, out values);
    }

    /// <summary>The status and the request id, if it looks like one.</summary>
    public override string ToString() => $"{((int)StatusCode).ToString(CultureInfo.InvariantCulture)} {TelemetrySanitizer.RequestId(RequestId)}".TrimEnd();
}
