using Onboarding.Sellers;

namespace Onboarding.Pages;

/// <summary>Describes the states of an account to a seller.</summary>
internal static class StateText
{
    public static Html GetBadge(AccountState state) => Html.Of($"""<span class="badge {GetStyle(state)}">{GetName(state)}</span>""");

    public static string GetName(AccountState state) => state switch
    {
        AccountState.NotSubmitted => "Not finished",
        AccountState.NeedsInformation => "Information needed",
        AccountState.InReview => "In review",
        AccountState.Active => "Ready to be paid",
        _ => "Unknown",
    };

    public static string GetExplanation(AccountState state) => state switch
    {
        AccountState.NotSubmitted => "The form is not finished. Stripe keeps what you have entered, and you can continue where you left off.",
        AccountState.NeedsInformation => "Stripe needs more information before it can pay you.",
        AccountState.InReview => "The form is finished. Stripe is reviewing it, which can take a day or two. There is nothing to do.",
        AccountState.Active => "Everything is ready. Stripe pays your sales to your bank account.",
        _ => "We could not get the state of this account from Stripe. Nothing is lost. Check again in a minute.",
    };

    private static string GetStyle(AccountState state) => state switch
    {
        AccountState.Active => "good",
        AccountState.NeedsInformation => "urgent",
        AccountState.InReview => "busy",
        _ => "idle",
    };
}
