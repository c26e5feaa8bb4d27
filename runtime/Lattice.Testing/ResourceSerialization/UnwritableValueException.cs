namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>A resource that was made by hand holds something that the slice's schema has no place for.</summary>
internal sealed class UnwritableValueException(string path, string reason) : Exception($"{path} cannot be answered: {reason}.");
