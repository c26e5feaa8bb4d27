namespace Lattice.Stripe.Testing.Responses;

/// <summary>A resource that was written as JSON.</summary>
/// <param name="Json">The JSON.</param>
/// <param name="Link">The hosted page that the resource is a link to; null if it is not a link that can be followed.</param>
internal sealed record WrittenResource(byte[] Json, HostedLink? Link);

/// <summary>A link to a hosted page.</summary>
/// <param name="Url">The address, as the resource has it in <c>url</c>.</param>
/// <param name="ExpiresAt">The time in <c>expires_at</c>; null if the resource has none.</param>
internal sealed record HostedLink(string Url, DateTimeOffset? ExpiresAt);
