namespace Lattice.Stripe.Transport;

/// <summary>How an attempt ended: with a response, whatever its status, or with an error instead of one.</summary>
internal struct AttemptOutcome : IDisposable
{
    private ResponseBody _body;

    public AttemptOutcome(StripeResponse response, ResponseBody body)
    {
        Response = response;
        _body = body;
    }

    public AttemptOutcome(StripeError error) => Error = error;

    /// <summary>The response's facts; <see langword="null"/> if none came.</summary>
    public StripeResponse? Response { get; }

    /// <summary>Why no response came; <see langword="null"/> if one came.</summary>
    public StripeError? Error { get; }

    /// <summary>Whether, after this and all earlier attempts, nobody knows whether Stripe carried out the request.</summary>
    public bool IsUnknown { get; set; }

    public readonly ReadOnlySpan<byte> Body => _body.Span;

    /// <summary>Whether the body was longer than the limit, so that only its start was read.</summary>
    public readonly bool IsBodyTruncated => _body.IsTruncated;

    public void Dispose() => _body.Dispose();
}
