using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Lattice.Stripe.Observability;

namespace Lattice.Stripe;

/// <summary>The metadata of a response: everything except its body.</summary>
public sealed class StripeResponse
{
    private readonly HttpResponseHeaders? _headers;

    // Negative if the response has no Retry-After header. A long needs less memory than a nullable TimeSpan in every response.
    private readonly long _retryAfterTicks = -1;

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; init; } = HttpStatusCode.OK;

    /// <summary>
    /// Sets the response's headers, for responses that tests create. Read them with <see cref="GetHeaders"/> and
    /// <see cref="GetHeader"/>.
    /// </summary>
    [SuppressMessage("Design", "CA1044", Justification = "Serializers would write headers that may hold secrets, such as Location.")]
    public HttpResponseHeaders? Headers
    {
        init => _headers = value;
    }

    /// <summary>The <c>Idempotency-Key</c> of all attempts of this call.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The number of attempts; at least 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>
    /// The delay before the next request that Stripe asks for (<c>Retry-After</c>), counted from the response; not negative.
    /// </summary>
    public TimeSpan? RetryAfter
    {
        get => _retryAfterTicks < 0 ? null : TimeSpan.FromTicks(_retryAfterTicks);
        init => _retryAfterTicks = value?.Ticks ?? -1;
    }

    /// <summary>The id of the request (<c>req_…</c>), for Stripe's dashboard and support.</summary>
    public string? RequestId => GetHeader("Request-Id");

    /// <summary>The API version of the response.</summary>
    public string? ApiVersion => GetHeader("Stripe-Version");

    /// <summary>Whether this is the stored response to an earlier request with the same idempotency key.</summary>
    public bool IsIdempotentReplay => string.Equals(GetHeader("Idempotent-Replayed"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The API key of the call, to redact it in headers: a proxy may return the request's headers.</summary>
    internal SecretString ApiKey { get; init; }

    /// <summary>The <c>Content-Encoding</c> of the body, if it makes the body unreadable.</summary>
    internal string? ContentEncoding { get; init; }

    internal bool IsSuccess => (int)StatusCode is >= 200 and <= 299;

    /// <summary>Whether the response has a request id of Stripe. No proxy adds one.</summary>
    internal bool HasRequestId => RequestId is { Length: > 4 } id && id.StartsWith("req_", StringComparison.Ordinal);

    /// <summary>
    /// The response's headers, each with its values; names are not case-sensitive. It is a method and not a property because a header
    /// may hold a secret (<c>Location</c>): serializers and structured loggers do not read it. The API key of the call is redacted.
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
    /// The value of a header (several values are joined by commas), or <see langword="null"/> if the response lacks it. The API key
    /// of the call is redacted.
    /// </summary>
    /// <param name="name">The header's name, in any case.</param>
    public string? GetHeader(string name) =>
        TryGetHeaderValues(name, out HeaderStringValues values) ? ApiKey.RedactIn(values.ToString()) : null;

    /// <summary>The values of a header, one for each time that it was sent.</summary>
    internal bool TryGetHeaderValues(string name, out HeaderStringValues values)
    {
        values = default;
        return _headers is not null && _headers.NonValidated.TryGetValues(name, out values);
    }

    /// <summary>Returns the status and, if it has the form of one, the request id.</summary>
    public override string ToString() =>
        $"{((int)StatusCode).ToString(CultureInfo.InvariantCulture)} {TelemetrySanitizer.RequestId(RequestId)}".TrimEnd();
}
