using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>A page of a list.</summary>
/// <param name="Elements">The objects.</param>
/// <param name="HasMore">Whether there are objects after it.</param>
/// <param name="NextPage">In a search, the token of the next page; null if there is none.</param>
/// <param name="NextPageUrl">In API v2, the path and query of the next page; null if there is none.</param>
/// <param name="PreviousPageUrl">In API v2, the path and query of the page before; null if there is none.</param>
/// <param name="TotalCount">In a search, the number of objects on all pages.</param>
internal sealed record ListPage(
    IReadOnlyList<StoredObject> Elements,
    bool HasMore,
    string? NextPage = null,
    string? NextPageUrl = null,
    string? PreviousPageUrl = null,
    int TotalCount = 0);
