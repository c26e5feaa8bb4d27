using Lattice.Stripe;
using Microsoft.AspNetCore.Antiforgery;
using Onboarding.Flows;
using Onboarding.Sellers;

namespace Onboarding.Pages;

/// <summary>Makes the buttons that lead to Stripe's form.</summary>
/// <remarks>
/// Each holds the token of a flow of its own, so that the browser that posts it twice names the same flow twice and gets the
/// same link. It needs no script.
/// </remarks>
internal sealed class StartForms(IAntiforgery antiforgery, FlowTokens tokens)
{
    /// <summary>The button for what an account in this state is in need of.</summary>
    public Html For(HttpContext context, Seller seller, AccountState state) => state switch
    {
        AccountState.Active or AccountState.InReview
            => For(context, seller, AccountLinkCreateType.AccountUpdate, "Update details", "quiet"),
        AccountState.NeedsInformation => For(context, seller, AccountLinkCreateType.AccountOnboarding, "Add what is missing"),
        _ => For(context, seller, AccountLinkCreateType.AccountOnboarding, "Start onboarding"),
    };

    /// <summary>The button for somebody who was in the form and left it.</summary>
    public Html GoOn(HttpContext context, Seller seller)
        => For(context, seller, AccountLinkCreateType.AccountOnboarding, "Continue onboarding");

    /// <summary>The button that begins a flow anew.</summary>
    public Html Again(HttpContext context, Flow flow, string label) => Form(context, tokens.Create(context, flow.Account, flow.Type), label, "", "");

    /// <summary>The button that goes on with a flow.</summary>
    public Html Same(HttpContext context, string token, string label) => Form(context, token, label, "", "");

    private Html For(HttpContext context, Seller seller, AccountLinkCreateType type, string label, string style = "")
        => Form(context, tokens.Create(context, seller.Account, type.Value), label, $" for {seller.Name}", style);

    /// <param name="whom">What only those need to hear who do not see whose row the button is in.</param>
    private Html Form(HttpContext context, string token, string label, string whom, string style)
    {
        AntiforgeryTokenSet antiforged = antiforgery.GetAndStoreTokens(context);
        return Html.Of($"""
            <form method="post" action="/onboarding/start">
              <input type="hidden" name="{antiforged.FormFieldName}" value="{antiforged.RequestToken}">
              <input type="hidden" name="state" value="{token}">
              <button class="button {style}">{label}<span class="unseen">{whom}</span></button>
            </form>
            """);
    }
}
