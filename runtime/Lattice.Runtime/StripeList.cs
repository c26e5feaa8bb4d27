using System.Text.Json.Serialization;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>
/// A page of a list, or of the results of a search. See <see href="https://docs.stripe.com/api/pagination">Pagination</see> in
/// Stripe's reference.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class StripeList<T> : StripeResource
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

    /// <summary>Whether there are more elements after this page. In API v2, it is true if there is a <see cref="NextPageUrl"/>.</summary>
    [JsonPropertyName("has_more")]
    public bool HasMore { get; init; }

    /// <summary>
    /// The token of the next page of a search; <see langword="null"/> if there is none. Generated methods such as <c>SearchAllAsync</c>
    /// follow it.
    /// </summary>
    [JsonPropertyName("next_page")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextPage { get; init; }

    /// <summary>The URL of the next page in API v2; <see langword="null"/> if there is none.</summary>
    [JsonPropertyName("next_page_url")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextPageUrl { get; init; }

    /// <summary><c>list</c>, or <c>search_result</c> for a search; empty in API v2.</summary>
    [JsonPropertyName("object")]
    public string Object { get; init; } = "list";

    /// <summary>The URL of the previous page in API v2; <see langword="null"/> if there is none.</summary>
    [JsonPropertyName("previous_page_url")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PreviousPageUrl { get; init; }

    /// <summary>The number of elements on all pages of a search, if the request asked for it.</summary>
    [JsonPropertyName("total_count")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? TotalCount { get; init; }

    /// <summary>The path of the list in the API; empty in API v2.</summary>
    [JsonPropertyName("url")]
    public string Url { get; init; } = "";
}
