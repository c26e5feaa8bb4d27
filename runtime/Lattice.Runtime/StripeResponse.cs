using System.Net;
using System.Net.Http.Headers;
using Lattice.Stripe.Observability;

namespace Lattice.Stripe;

/// <summary>The facts of a response of Stripe, without its body.</summary>
public sealed class StripeResponse
{
    // Below zero is none: every call makes a response, and hardly any has a Retry-After.
    private readonly long _retryAfterTicks = -1;

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>
    /// The response's headers; their names compare without regard to case. <see langword="null"/> if made by hand without.
    /// </summary>
    public HttpResponseHeaders? Headers { get; init; }

    /// <summary>The <c>Idempotency-Key</c> that every attempt of this call carried.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>How often the request was sent.</summary>
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

    /// <summary>The API version that Stripe answered in.</summary>
    public string? ApiVersion => GetHeader("Stripe-Version");

    /// <summary>Whether this is the stored answer of an earlier request with the same idempotency key.</summary>
    public bool IdempotentReplayed => string.Equals(GetHeader("Idempotent-Replayed"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The header's value (several are joined by a comma), or <see langword="null"/> if the response has none.</summary>
    /// <param name="name">The header's name, in any case.</param>
    public string? GetHeader(string name) =>
        Headers is not null && Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.ToString() : null;

    /// <summary>The status and the request id, if it looks like one.</summary>
    public override string ToString() => $"{(int)Status} {SafeText.RequestId(RequestId)}".TrimEnd();
}
