namespace Onboarding.Sellers;

/// <summary>Somebody who sells on the platform.</summary>
/// <param name="Name">The name of the business.</param>
/// <param name="Account">The id of its connected account, <c>acct_…</c>.</param>
internal sealed record Seller(string Name, string Account);
