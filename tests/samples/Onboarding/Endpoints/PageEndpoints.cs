using Onboarding.Flows;
using Onboarding.Pages;
using Onboarding.Sellers;

namespace Onboarding.Endpoints;

/// <summary>The list of sellers, and the static files of the pages.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ShowSellersAsync);
        routes.MapGet("/site.css", () => GetAsset("site.css", "text/css")).AllowAnonymous();
        routes.MapGet("/icon.svg", () => GetAsset("icon.svg", "image/svg+xml")).AllowAnonymous();
    }

    /// <summary>Returns a file from the folder Pages/Assets.</summary>
    public static IResult GetAsset(string name, string type) =>
        Results.Stream(typeof(PageEndpoints).Assembly.GetManifestResourceStream(name)!, type + "; charset=utf-8");

    private static async Task<IResult> ShowSellersAsync(
        HttpContext context, PublicAddress address, BrowserSession sessions, SellerStore sellers, StripeAccounts accounts, HomePage page)
    {
        if (address.GetRedirect(context.Request) is { } redirect)
        {
            return Results.Redirect(redirect.AbsoluteUri);
        }

        sessions.GetOrCreateId(context);
        AccountState[] states = await Task.WhenAll(
            sellers.All.Select(seller => accounts.GetStateAsync(seller.Account, context.RequestAborted)));
        return page.Show(context, [.. sellers.All.Zip(states)]);
    }
}
