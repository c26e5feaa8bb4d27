namespace Lattice.Stripe.Testing.Idempotency;

/// <summary>An idempotency key and its scope: accounts do not share keys, and neither do test mode and live mode.</summary>
internal sealed record IdempotencyKey(string Text, string? Account, string? Context, bool Livemode);

/// <summary>A request that has an idempotency key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Endpoint">The method and path.</param>
/// <param name="ParameterDigest">The digest of the parameters, which does not depend on how they were sent.</param>
/// <param name="IsV2">Whether errors have the shape of API v2.</param>
internal sealed record KeyedRequest(IdempotencyKey Key, string Endpoint, string ParameterDigest, bool IsV2);
