using Lattice.Stripe;
using Onboarding.StripeApi;

namespace Onboarding.Sellers;

/// <summary>Gets the states of accounts: retrieves them from Stripe, unless Stripe has sent a newer one.</summary>
/// <remarks>
/// Only the state shows whether a seller has finished: a browser also reaches the return URL if the seller leaves the form early.
/// </remarks>
internal sealed partial class StripeAccounts(
    IStripeClient client, AccountEvents events, TimeProvider clock, ILogger<StripeAccounts> logger)
{
    /// <summary>A person waits for the page.</summary>
    private static readonly StripeRequestOptions s_options = new() { TotalTimeout = TimeSpan.FromSeconds(10) };

    public async Task<AccountState> GetStateAsync(string account, CancellationToken cancellationToken)
    {
        // What arrives from now on may be newer than the response. Without a response, the latest event is the best that is known.
        DateTimeOffset start = clock.GetUtcNow();
        AccountState retrieved = await RetrieveStateAsync(account, cancellationToken);
        return events.Find(account, since: retrieved == AccountState.Unknown ? DateTimeOffset.MinValue : start) ?? retrieved;
    }

    private async Task<AccountState> RetrieveStateAsync(string account, CancellationToken cancellationToken)
    {
        StripeResult<Account> result = await Account.TryRetrieveAsync(
            client, account, options: s_options, cancellationToken: cancellationToken);
        if (!result.IsSuccess)
        {
            StripeError error = result.Error;
            LogError(account, error.Type.Value, (int?)error.StatusCode, error.Code, error.RequestId);
            return AccountState.Unknown;
        }

        AccountState state = result.Value.GetState();
        if (state == AccountState.Unknown)
        {
            LogNoAccount(account);
        }

        return state;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The state of {Account} could not be retrieved from Stripe: {ErrorType}, status {StatusCode}, code {Code}, "
            + "request {RequestId}")]
    private partial void LogError(string account, string errorType, int? statusCode, string? code, string? requestId);

    [LoggerMessage(
        Level = LogLevel.Warning, Message = "The state of {Account} could not be retrieved from Stripe: the response is not an account")]
    private partial void LogNoAccount(string account);
}
