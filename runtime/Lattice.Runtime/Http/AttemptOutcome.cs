namespace Lattice.Stripe.Http;

/// <summary>
/// The outcome of an attempt: a response with any status, or an error if there was none. The response's body is in
/// <see cref="StripeCall.ResponseBody"/>.
/// </summary>
internal readonly struct AttemptOutcome
{
    // A response or an error, in one field to keep calls small.
    private readonly object _responseOrError;

    public AttemptOutcome(StripeResponse response) => _responseOrError = response;

    public AttemptOutcome(StripeError error) => _responseOrError = error;

    /// <summary>The response; <see langword="null"/> if there was none.</summary>
    public StripeResponse? Response => _responseOrError as StripeResponse;

    /// <summary>Why there was no response; <see langword="null"/> if there was one.</summary>
    public StripeError? Error => _responseOrError as StripeError;
}
