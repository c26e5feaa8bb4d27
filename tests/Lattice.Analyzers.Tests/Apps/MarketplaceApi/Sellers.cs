using System.Collections.Concurrent;
using System.Security.Claims;

namespace MarketplaceApi;

public enum SellerStatus { New, InReview, Active, Disconnected }

public sealed record Seller(string Id, string Tenant, string Account, SellerStatus Status, DateTimeOffset StatusSince);

public interface ISellerStore
{
    ValueTask<Seller?> FindAsync(string tenant, Func<Seller, bool> predicate);

    ValueTask SaveAsync(Seller seller);

    /// <summary>Remembers an event that was handled, because Stripe may send each of them again.</summary>
    ValueTask AddEventAsync(string tenant, string eventId);

    ValueTask<bool> HasEventAsync(string tenant, string eventId);
}

internal sealed class InMemorySellerStore : ISellerStore
{
    private readonly ConcurrentDictionary<(string Tenant, string Id), Seller> _sellers = new();
    private readonly ConcurrentDictionary<(string Tenant, string EventId), bool> _events = new();

    public ValueTask<Seller?> FindAsync(string tenant, Func<Seller, bool> predicate) =>
        new(_sellers.Values.FirstOrDefault(seller => seller.Tenant == tenant && predicate(seller)));

    public ValueTask SaveAsync(Seller seller) => Done(_sellers[(seller.Tenant, seller.Id)] = seller);

    public ValueTask AddEventAsync(string tenant, string eventId) => Done(_events.TryAdd((tenant, eventId), true));

    public ValueTask<bool> HasEventAsync(string tenant, string eventId) => new(_events.ContainsKey((tenant, eventId)));

    private static ValueTask Done<T>(T _) => ValueTask.CompletedTask;
}

internal static class SellerIdentity
{
    /// <summary>A seller who is signed in to one storefront has no rights in another.</summary>
    public static async ValueTask<Seller?> FindForAsync(this ISellerStore sellers, ClaimsPrincipal user, string tenant) =>
        user.FindFirstValue("tenant_id") == tenant && user.FindFirstValue("seller_id") is { Length: > 0 } id
            ? await sellers.FindAsync(tenant, seller => seller.Id == id)
            : null;
}
