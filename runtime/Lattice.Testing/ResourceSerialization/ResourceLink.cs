using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>Reads the link of a resource that a test created.</summary>
internal static class ResourceLink
{
    private const string Url = "url";
    private const string ExpiresAt = "expires_at";

    /// <summary>The link; null if the resource has no <c>url</c>, or if its URL or expiry does not match its type.</summary>
    public static HostedLink? Find(StripeObject resource, Schema schema)
    {
        string? url = FindValue(resource, schema, Url) switch
        {
            SecretString { HasValue: true } secret => secret.Reveal(),
            string text => text,
            _ => null,
        };
        if (url is null || resource.GetExtraFields().Keys.Any(name => name is Url or ExpiresAt))
        {
            return null;
        }

        // Times cannot be null, so the default value means that the time is not set.
        return new HostedLink(
            url, FindValue(resource, schema, ExpiresAt) is DateTimeOffset time && time != default ? time : null);
    }

    private static object? FindValue(StripeObject resource, Schema schema, string name) =>
        schema.Find(name) is null ? null : new Members(resource).Find(name);
}
