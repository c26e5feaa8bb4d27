namespace Lattice.Stripe.Serialization;

/// <summary>A string of Stripe's with known values, to which Stripe may add.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IStripeEnum<TSelf> : IEquatable<TSelf>
    where TSelf : struct, IStripeEnum<TSelf>
{
    /// <summary>The text, as Stripe writes it.</summary>
    string Value { get; }

    /// <summary>Makes a value from its text, known or not.</summary>
    static abstract TSelf FromString(string value);
}
