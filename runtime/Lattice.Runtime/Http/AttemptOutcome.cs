namespace Lattice.Stripe.Http;

/// <summary>
/// How an attempt ended: with a response, whatever its status, or with an error instead of one. The response's body is the
/// call's, <see cref="StripeCall.ResponseBody"/>.
/// </summary>
internal readonly struct AttemptOutcome
{
    // One or the other; in one field, because every state machine between here and the caller holds a copy.
    private readonly object _responseOrError;

    public AttemptOutcome(StripeResponse response) => _responseOrError = response;

    public AttemptOutcome(StripeError error) => _responseOrError = error;

    /// <summary>The response; <see langword="null"/> if none came.</summary>
    public StripeResponse? Response => _responseOrError as StripeResponse;

    /// <summary>Why no response came; <see langword="null"/> if one came.</summary>
    public StripeError? Error => _responseOrError as StripeError;
}
