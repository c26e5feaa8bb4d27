using Onboarding.Flows;
using Onboarding.Pages;
using Onboarding.Sellers;

namespace Onboarding.Endpoints;

/// <summary>The list of sellers, and the files that pages are made of.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ShowSellersAsync);
        routes.MapGet("/site.css", () => Asset("site.css", "text/css"));
        routes.MapGet("/icon.svg", () => Asset("icon.svg", "image/svg+xml"));
    }

    /// <summary>A file of the folder Pages/Assets.</summary>
    public static IResult Asset(string name, string type)
        => Results.Stream(typeof(PageEndpoints).Assembly.GetManifestResourceStream(name)!, type + "; charset=utf-8");

    private static async Task<IResult> ShowSellersAsync(
        HttpContext context, PublicAddress address, SellerStore sellers, IAccounts accounts, HomePage page)
    {
        if (address.Correct(context.Request) is { } correct)
        {
            return Results.Redirect(correct.AbsoluteUri);
        }

        BrowserSession.Open(context);
        AccountState[] states = await Task.WhenAll(
            sellers.All.Select(seller => accounts.GetStateAsync(seller.Account, context.RequestAborted)));
        return page.Show(context, [.. sellers.All.Zip(states)]);
    }
}
