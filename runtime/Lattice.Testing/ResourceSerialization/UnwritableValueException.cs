using Lattice.Stripe.Testing.Redaction;

namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>The exception that is thrown when a value of a test's resource does not match the slice's schema.</summary>
internal sealed class UnwritableValueException(string path, string reason) : Exception(MessageText.Show($"{path} cannot be written: {reason}."));
