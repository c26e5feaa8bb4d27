using System.Collections.Concurrent;
using Onboarding.Sellers;

namespace Onboarding.Practice;

/// <summary>The accounts of the stand-in: example sellers, and what they did in the form.</summary>
internal sealed class StandInAccounts : IAccounts
{
    private readonly ConcurrentDictionary<string, AccountState> _states = new()
    {
        ["acct_1HarbourBooks"] = AccountState.NotSubmitted,
        ["acct_1OakIron"] = AccountState.NeedsInformation,
        ["acct_1NorthLight"] = AccountState.InReview,
        ["acct_1LemonStreet"] = AccountState.Active,
    };

    public static SellerStore Sellers { get; } = new(
    [
        new Seller("Harbour Books", "acct_1HarbourBooks"),
        new Seller("Oak & Iron Furniture", "acct_1OakIron"),
        new Seller("North Light Studio", "acct_1NorthLight"),
        new Seller("Lemon Street Bakery", "acct_1LemonStreet"),
    ]);

    public Task<AccountState> GetStateAsync(string account, CancellationToken cancellationToken)
        => Task.FromResult(_states.GetValueOrDefault(account));

    /// <summary>The form was finished, and nothing in it is to be checked.</summary>
    public void Submit(string account) => _states[account] = AccountState.Active;
}
