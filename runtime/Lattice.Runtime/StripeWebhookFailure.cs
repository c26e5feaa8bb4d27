namespace Lattice.Stripe;

/// <summary>Why <see cref="StripeWebhook"/> rejected a request. The first reason that applies, in the order of the members.</summary>
/// <remarks>
/// The timestamp is checked after the signature, as in Stripe.net: until then it is only what the sender claims. So
/// <see cref="TimestampTooOld"/> and <see cref="TimestampInFuture"/> say that the request was once signed with the endpoint's secret.
/// </remarks>
public enum StripeWebhookFailure
{
    /// <summary>There is no <c>Stripe-Signature</c> header, or it is empty.</summary>
    MissingHeader,

    /// <summary>
    /// The header does not have the form <c>t=…,v1=…</c>, its timestamp is not a number of seconds, or it is longer than 16,384
    /// characters.
    /// </summary>
    MalformedHeader,

    /// <summary>The header has no signature of the scheme <c>v1</c>. Signatures of other schemes are ignored.</summary>
    MissingSignature,

    /// <summary>
    /// No signature is that of the payload: the secret is that of another endpoint, the payload is not the body as it arrived, or the
    /// request is not from Stripe.
    /// </summary>
    SignatureMismatch,

    /// <summary>
    /// The signature is valid, but older than the tolerance: the request was delayed, or someone repeats it, or the clock of this machine
    /// is fast.
    /// </summary>
    TimestampTooOld,

    /// <summary>The signature is valid, but was created later than now plus the tolerance: the clock of this machine is slow.</summary>
    TimestampInFuture,

    /// <summary>The signature is valid, but the payload is not a JSON object.</summary>
    InvalidPayload,
}
