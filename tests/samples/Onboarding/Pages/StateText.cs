using Onboarding.Sellers;

namespace Onboarding.Pages;

/// <summary>The states of an account, in a seller's words.</summary>
internal static class StateText
{
    public static Html Badge(AccountState state) => Html.Of($"""<span class="badge {Style(state)}">{Name(state)}</span>""");

    public static string Name(AccountState state) => state switch
    {
        AccountState.NotSubmitted => "Not finished",
        AccountState.NeedsInformation => "Information needed",
        AccountState.InReview => "Being checked",
        AccountState.Active => "Ready to be paid",
        _ => "Not known",
    };

    public static string Explain(AccountState state) => state switch
    {
        AccountState.NotSubmitted => "The form has not been finished yet. What was filled in is kept by Stripe: you can go on where you left.",
        AccountState.NeedsInformation => "Stripe needs something more before it can pay out.",
        AccountState.InReview => "The form is finished. Stripe is checking it, which can take a day or two. There is nothing to do.",
        AccountState.Active => "Everything is in place. Sales are paid out to the bank account that was given.",
        _ => "We could not ask Stripe how far this account is. Nothing is lost: look again in a minute.",
    };

    private static string Style(AccountState state) => state switch
    {
        AccountState.Active => "good",
        AccountState.NeedsInformation => "urgent",
        AccountState.InReview => "busy",
        _ => "idle",
    };
}
