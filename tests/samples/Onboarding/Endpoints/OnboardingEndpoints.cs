using Lattice.Stripe;
using Microsoft.AspNetCore.Antiforgery;
using Onboarding.Flows;
using Onboarding.Pages;
using Onboarding.Sellers;

namespace Onboarding.Endpoints;

/// <summary>The way to Stripe's form and back: start, refresh, return.</summary>
internal sealed partial class OnboardingEndpoints(
    FlowTokens tokens,
    Links links,
    SellerStore sellers,
    IAccounts accounts,
    StripeFailures failures,
    StartForms forms,
    ReturnPage returnPage,
    ProblemPage problemPage,
    IAntiforgery antiforgery,
    ILogger<OnboardingEndpoints> logger)
{
    /// <summary>
    /// How often a flow gets a new link by itself. Something that opens every link ahead of the person (a mail scanner, a
    /// browser's preloading) would send the browser around for ever.
    /// </summary>
    private const int MaximumRenewals = 5;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/onboarding/start", (OnboardingEndpoints our, HttpContext context) => our.StartAsync(context));
        routes.MapGet(Links.RefreshPath, (OnboardingEndpoints our, HttpContext context) => our.RefreshAsync(context));
        routes.MapGet(Links.ReturnPath, (OnboardingEndpoints our, HttpContext context) => our.ReturnAsync(context));
    }

    /// <summary>The button was pressed: make a link, go there.</summary>
    private async Task<IResult> StartAsync(HttpContext context)
    {
        // Read before the antiforgery check, which throws where a form cannot be read.
        if (await ReadFormAsync(context) is not { } form)
        {
            return NotTaken("The form could not be read");
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return OutOfDate();
        }

        string? token = form["state"];
        return tokens.TryRead(context, token, out Flow? flow) ? await GoToFormAsync(context, flow, token!, renewal: 0) : OutOfDate();
    }

    /// <summary>The link did not work: make another with the same parameters, go there. The person sees none of it.</summary>
    private async Task<IResult> RefreshAsync(HttpContext context)
    {
        string? token = context.Request.Query["state"];
        if (!tokens.TryRead(context, token, out Flow? flow))
        {
            LogRefreshRefused();
            return problemPage.Show(
                StatusCodes.Status403Forbidden,
                "This address does not work here",
                "It belongs to another browser, or to a session that is over. Start from the list of sellers again.");
        }

        int renewal = BrowserSession.CountRenewal(context, flow);
        if (renewal > MaximumRenewals)
        {
            LogTooManyRenewals(flow.Account, flow.Id, MaximumRenewals);
            return problemPage.Show(
                StatusCodes.Status409Conflict,
                "The form does not open",
                "Stripe's form was closed again each time we opened it. Try it once more; if that does not help, try another browser.",
                forms.Again(context, flow, "Try again"),
                flow.Id);
        }

        return await GoToFormAsync(context, flow, token!, renewal);
    }

    /// <summary>The person finished the form, or left it: only the account's state tells which.</summary>
    private async Task<IResult> ReturnAsync(HttpContext context)
    {
        if (!tokens.TryRead(context, context.Request.Query["state"], out Flow? flow) || sellers.Find(flow.Account) is not { } seller)
        {
            return Results.Redirect("/");
        }

        return returnPage.Show(context, seller, await accounts.GetStateAsync(seller.Account, context.RequestAborted));
    }

    private async Task<IResult> GoToFormAsync(HttpContext context, Flow flow, string token, int renewal)
    {
        StripeResult<AccountLink> result = await links.CreateAsync(flow, token, renewal, context.RequestAborted);
        return result.IsSuccess
            ? StripeResults.Redirect(result.Value.Url)
            : failures.Show(context, flow, token, result.Error);
    }

    /// <summary>The form that was posted; null where it is none, was cut off on its way, or is larger than forms are.</summary>
    private static async Task<IFormCollection?> ReadFormAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private IResult OutOfDate() => NotTaken("This page was open for too long");

    private IResult NotTaken(string title) => problemPage.Show(
        StatusCodes.Status400BadRequest,
        title,
        "Nothing has happened. Go back to the list of sellers and press the button there again.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "A refresh URL was refused: its token is not one of this browser's session")]
    private partial void LogRefreshRefused();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account}: no link of flow {Flow} worked, {Count} renewals")]
    private partial void LogTooManyRenewals(string account, string flow, int count);
}
