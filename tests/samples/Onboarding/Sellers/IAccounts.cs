namespace Onboarding.Sellers;

/// <summary>Tells the state of connected accounts.</summary>
/// <remarks>
/// It is the only thing that says whether somebody has finished: a browser that comes back to the return URL may have left
/// the form in the middle. A real platform keeps what the webhook <c>account.updated</c> tells it, and asks less often.
/// </remarks>
internal interface IAccounts
{
    Task<AccountState> GetStateAsync(string account, CancellationToken cancellationToken);
}
