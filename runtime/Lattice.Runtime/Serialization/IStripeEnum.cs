namespace Lattice.Stripe.Serialization;

/// <summary>An open enum: a string with known values, to which Stripe may add others.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IStripeEnum<TSelf> : IEquatable<TSelf>
    where TSelf : struct, IStripeEnum<TSelf>
{
    /// <summary>The value as Stripe sends it.</summary>
    string Value { get; }

    /// <summary>Creates a value from its text, whether it is known or not.</summary>
    static abstract TSelf FromString(string value);
}
