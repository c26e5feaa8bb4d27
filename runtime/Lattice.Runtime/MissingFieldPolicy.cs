namespace Lattice.Stripe;

/// <summary>What becomes of a response without a field that Stripe's specification requires, at any depth.</summary>
public enum MissingFieldPolicy
{
    /// <summary>Its property reads as empty, and <see cref="StripeObject.GetMissingFields"/> names it.</summary>
    Report,

    /// <summary>
    /// The call ends in a <see cref="StripeErrorType.DecodingError"/> that names it, so that an amount never reads as 0 by
    /// accident. Stripe has carried out the request all the same.
    /// </summary>
    Fail,
}
