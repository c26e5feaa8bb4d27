using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MvcShop.Models;

public record CartLine(string Sku, int Quantity, decimal UnitPrice);

public class Cart
{
    private const string Key = "cart";

    public List<CartLine> Lines { get; set; } = new List<CartLine>();

    public decimal Total => Lines.Sum(line => line.Quantity * line.UnitPrice);

    public static Cart Load(ISession session) =>
        session.GetString(Key) is string json ? JsonSerializer.Deserialize<Cart>(json)! : new Cart();

    public void Save(ISession session) => session.SetString(Key, JsonSerializer.Serialize(this));
}

/// <summary>The signed-in shopper. The id of the customer comes from our sign-in and never from the browser.</summary>
public record Shopper(string CustomerId, string? Language)
{
    public static Shopper? From(ClaimsPrincipal user) => user.FindFirst("stripe_customer")?.Value is string { Length: > 0 } id
        ? new Shopper(id, user.FindFirst(ClaimTypes.Locality)?.Value)
        : null;
}
