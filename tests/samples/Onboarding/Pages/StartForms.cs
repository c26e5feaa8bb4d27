using Lattice.Stripe;
using Microsoft.AspNetCore.Antiforgery;
using Onboarding.Flows;
using Onboarding.Sellers;
using Onboarding.StripeApi;

namespace Onboarding.Pages;

/// <summary>Creates the buttons that open Stripe's form.</summary>
/// <remarks>
/// Each button contains the token of its own flow. If a browser posts it twice, both requests belong to the same flow and get the same
/// link. No script is needed.
/// </remarks>
internal sealed class StartForms(IAntiforgery antiforgery, FlowTokens tokens)
{
    /// <summary>Returns the button for the state of an account.</summary>
    public Html For(HttpContext context, Seller seller, AccountState state) => state switch
    {
        AccountState.Active or AccountState.InReview =>
            CreateForm(context, seller, AccountLinkCreateType.AccountUpdate, "Update details", "quiet"),
        AccountState.NeedsInformation => CreateForm(context, seller, AccountLinkCreateType.AccountOnboarding, "Add what is missing"),
        _ => CreateForm(context, seller, AccountLinkCreateType.AccountOnboarding, "Start onboarding"),
    };

    /// <summary>Returns the button for a seller who left the form before the end.</summary>
    public Html Continue(HttpContext context, Seller seller) =>
        CreateForm(context, seller, AccountLinkCreateType.AccountOnboarding, "Continue onboarding");

    /// <summary>Returns the button that starts a new flow for the same account and purpose.</summary>
    public Html Restart(HttpContext context, Flow flow, string label) =>
        CreateForm(context, tokens.Create(context, flow.Account, flow.Type), label, "", "");

    /// <summary>Returns the button that continues the same flow.</summary>
    public Html Retry(HttpContext context, string token, string label) => CreateForm(context, token, label, "", "");

    private Html CreateForm(HttpContext context, Seller seller, StripeEnum<AccountLinkCreateType> type, string label, string style = "") =>
        CreateForm(context, tokens.Create(context, seller.Account, type.Value), label, $" for {seller.Name}", style);

    /// <param name="hiddenLabel">Text for screen readers that says whose button it is.</param>
    private Html CreateForm(HttpContext context, string token, string label, string hiddenLabel, string style)
    {
        AntiforgeryTokenSet antiforgeryTokens = antiforgery.GetAndStoreTokens(context);
        return Html.Of($"""
            <form method="post" action="/onboarding/start">
              <input type="hidden" name="{antiforgeryTokens.FormFieldName}" value="{antiforgeryTokens.RequestToken}">
              <input type="hidden" name="state" value="{token}">
              <button class="button {style}">{label}<span class="visually-hidden">{hiddenLabel}</span></button>
            </form>
            """);
    }
}
