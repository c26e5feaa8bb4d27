using Lattice.Stripe.Serialization;

namespace Lattice.Stripe.Transport;

/// <summary>How an attempt ended: with a response, whatever its status, or with an error instead of one.</summary>
internal struct AttemptOutcome : IDisposable
{
    // One or the other; in one field, because every state machine between here and the caller holds a copy.
    private readonly object _responseOrError;

    private PooledBytes _body;

    public AttemptOutcome(StripeResponse response, PooledBytes body)
    {
        _responseOrError = response;
        _body = body;
    }

    public AttemptOutcome(StripeError error) => _responseOrError = error;

    /// <summary>The response's facts; <see langword="null"/> if none came.</summary>
    public readonly StripeResponse? Response => _responseOrError as StripeResponse;

    /// <summary>Why no response came; <see langword="null"/> if one came.</summary>
    public readonly StripeError? Error => _responseOrError as StripeError;

    public readonly ReadOnlySpan<byte> Body => _body.Span;

    /// <summary>Whether the body was longer than the limit, so that only its start was read.</summary>
    public readonly bool IsBodyTruncated => _body.IsCut;

    public void Dispose() => _body.Dispose();
}
