namespace Onboarding.Sellers;

/// <summary>A seller on the platform.</summary>
/// <param name="Name">The name of the business.</param>
/// <param name="Account">The id of the connected account, <c>acct_…</c>.</param>
internal sealed record Seller(string Name, string Account);
