using System.Text.Json.Serialization;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>
/// A page of a list. See <see href="https://docs.stripe.com/api/pagination">Pagination</see> in
/// Stripe's reference.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class StripeList<T> : StripeObject
{
    /// <summary>Initializes a page for tests.</summary>
    public StripeList()
    {
    }

    internal StripeList(ref StripeJsonReader json)
        : base(ref json)
    {
    }

    /// <summary>The elements of this page.</summary>
    [JsonPropertyName("data")]
    public IReadOnlyList<T> Data { get; init; } = [];

    /// <summary>Whether there are more elements after this page.</summary>
    [JsonPropertyName("has_more")]
    public bool HasMore { get; init; }

    /// <summary>Always <c>list</c>.</summary>
    [JsonPropertyName("object")]
    public string Object { get; init; } = "list";

    /// <summary>The path of the list in the API.</summary>
    [JsonPropertyName("url")]
    public string Url { get; init; } = "";
}
