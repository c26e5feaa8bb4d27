namespace Lattice.Stripe;

/// <summary>How to handle a response that lacks a field required by Stripe's specification, at any depth.</summary>
public enum MissingFieldPolicy
{
    /// <summary>The property reads as empty, and <see cref="StripeObject.GetMissingFields"/> lists the field.</summary>
    Report,

    /// <summary>
    /// The call ends with a <see cref="StripeErrorType.DecodingError"/> that names the field, so that an amount never reads as 0 by
    /// accident. Stripe has still carried out the request.
    /// </summary>
    Fail,
}
