namespace Lattice.Stripe.Testing.Storage;

/// <summary>Where an object is: accounts do not share objects, and neither do test mode and live mode.</summary>
/// <param name="Account">The connected account of the request's headers; null: the platform itself.</param>
/// <param name="Livemode">Whether it is in live mode.</param>
internal readonly record struct ObjectScope(string? Account, bool Livemode);

/// <summary>What identifies an object.</summary>
internal readonly record struct ObjectKey(ObjectScope Scope, string Kind, string Id);
