using System.Collections.Concurrent;
using Onboarding.Sellers;

namespace Onboarding.Practice;

/// <summary>The accounts of example sellers, whose states change when they finish the form.</summary>
internal sealed class StandInAccounts : IAccounts
{
    private readonly ConcurrentDictionary<string, AccountState> _states = new()
    {
        ["acct_1HarborBooks"] = AccountState.NotSubmitted,
        ["acct_1OakIron"] = AccountState.NeedsInformation,
        ["acct_1NorthLight"] = AccountState.InReview,
        ["acct_1LemonStreet"] = AccountState.Active,
    };

    public static SellerStore Sellers { get; } = new(
    [
        new Seller("Harbor Books", "acct_1HarborBooks"),
        new Seller("Oak & Iron Furniture", "acct_1OakIron"),
        new Seller("North Light Studio", "acct_1NorthLight"),
        new Seller("Lemon Street Bakery", "acct_1LemonStreet"),
    ]);

    public Task<AccountState> GetStateAsync(string account, CancellationToken cancellationToken) =>
        Task.FromResult(_states.GetValueOrDefault(account));

    /// <summary>Marks the form of an account as finished, with nothing left to review.</summary>
    public void Submit(string account) => _states[account] = AccountState.Active;
}
