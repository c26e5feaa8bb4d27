using Lattice.Stripe;
using Onboarding.Flows;
using Onboarding.Pages;
using Onboarding.Sellers;
using Onboarding.StripeApi;

namespace Onboarding.Endpoints;

/// <summary>The endpoints of the onboarding flow: start, refresh, return.</summary>
internal sealed partial class OnboardingEndpoints(
    FlowTokens tokens,
    RenewalLimit renewals,
    AccountLinkFactory links,
    SellerStore sellers,
    StripeAccounts accounts,
    StripeFailures failures,
    StartForms forms,
    ReturnPage returnPage,
    ErrorPage errorPage,
    ILogger<OnboardingEndpoints> logger)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        FormFilter.MapForm(
            routes, "/onboarding/start", (OnboardingEndpoints endpoints, HttpContext context) => endpoints.StartAsync(context));
        routes.MapGet(
            AccountLinkFactory.RefreshPath, (OnboardingEndpoints endpoints, HttpContext context) => endpoints.RefreshAsync(context));
        routes.MapGet(
            AccountLinkFactory.ReturnPath, (OnboardingEndpoints endpoints, HttpContext context) => endpoints.ReturnAsync(context));
    }

    /// <summary>The seller pressed the button: creates a link and redirects to it.</summary>
    private async Task<IResult> StartAsync(HttpContext context)
    {
        string? token = context.Request.Form["state"];
        return tokens.TryRead(context, token, out Flow? flow)
            ? await RedirectToFormAsync(context, flow, token!, renewal: 0)
            : errorPage.ShowExpiredForm();
    }

    /// <summary>The link no longer works: creates another with the same parameters and redirects to it, unnoticed by the seller.</summary>
    private async Task<IResult> RefreshAsync(HttpContext context)
    {
        string? token = context.Request.Query["state"];
        if (!tokens.TryRead(context, token, out Flow? flow))
        {
            LogRefreshRejected();
            return errorPage.Show(
                StatusCodes.Status403Forbidden,
                "This link does not work here",
                "It belongs to another browser, or to a session that has ended. Start again from the list of sellers.");
        }

        if (!renewals.TryCount(flow, out int renewal))
        {
            LogTooManyRenewals(flow.Account, flow.Id, RenewalLimit.Maximum);
            return errorPage.Show(
                StatusCodes.Status409Conflict,
                "The form does not open",
                "Stripe's form closed each time we opened it. Try once more. If that does not help, use another browser.",
                forms.Restart(context, flow, "Try again"),
                flow.Id);
        }

        return await RedirectToFormAsync(context, flow, token!, renewal);
    }

    /// <summary>The seller finished the form or left it. Only the account's state shows which.</summary>
    private async Task<IResult> ReturnAsync(HttpContext context)
    {
        if (!tokens.TryRead(context, context.Request.Query["state"], out Flow? flow) || sellers.Find(flow.Account) is not { } seller)
        {
            return Results.Redirect("/");
        }

        return returnPage.Show(context, seller, await accounts.GetStateAsync(seller.Account, context.RequestAborted));
    }

    private async Task<IResult> RedirectToFormAsync(HttpContext context, Flow flow, string token, int renewal)
    {
        StripeResult<AccountLink> result = await links.CreateAsync(flow, token, renewal, context.RequestAborted);
        return result.IsSuccess
            ? StripeResults.Redirect(result.Value.Url)
            : failures.Show(context, flow, token, result.Error);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A refresh URL was rejected: its token does not belong to this browser's session")]
    private partial void LogRefreshRejected();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account}: no link of flow {Flow} worked after {Count} renewals")]
    private partial void LogTooManyRenewals(string account, string flow, int count);
}
