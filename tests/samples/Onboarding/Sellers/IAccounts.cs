namespace Onboarding.Sellers;

/// <summary>Retrieves the states of connected accounts.</summary>
/// <remarks>
/// Only the state shows whether a seller has finished: a browser also reaches the return URL if the seller leaves the form early.
/// A real platform stores the state from the webhook <c>account.updated</c> and retrieves it less often.
/// </remarks>
internal interface IAccounts
{
    Task<AccountState> GetStateAsync(string account, CancellationToken cancellationToken);
}
