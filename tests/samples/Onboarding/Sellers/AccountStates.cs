using Onboarding.StripeApi;

namespace Onboarding.Sellers;

/// <summary>Finds the state of an account.</summary>
internal static class AccountStates
{
    /// <summary>Returns the state, or <see cref="AccountState.Unknown"/> for an object that lacks the fields of an account.</summary>
    public static AccountState GetState(this Account account) => account.DetailsSubmitted switch
    {
        null => AccountState.Unknown,
        false => AccountState.NotSubmitted,
        true when account.Requirements?.CurrentlyDue is { Count: > 0 } => AccountState.NeedsInformation,
        true when account is { ChargesEnabled: true, PayoutsEnabled: true } => AccountState.Active,
        true => AccountState.InReview,
    };
}
