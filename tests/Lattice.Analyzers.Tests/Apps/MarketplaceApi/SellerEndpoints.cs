using System.Security.Claims;
using Lattice.Stripe;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Core = Lattice.Stripe.V2.Core;
using Purpose = Lattice.Stripe.V2.Core.AccountLinkCreateUseCaseType;

namespace MarketplaceApi;

internal static class SellerEndpoints
{
    // A person waits for the page.
    private static readonly StripeRequestOptions Interactive = new() { TotalTimeout = TimeSpan.FromSeconds(12) };

    public static void MapSellers(this IEndpointRouteBuilder routes)
    {
        var me = routes.MapGroup("/sellers/me").RequireAuthorization();
        me.MapGet("/", async Task<Results<Ok<Seller>, NotFound>> (HttpContext http, ClaimsPrincipal user, ISellerStore sellers) =>
            await sellers.FindForAsync(user, http.GetTenant().Name) is { } seller ? TypedResults.Ok(seller) : TypedResults.NotFound());
        me.MapPost("/onboarding", OpenFormAsync);
        me.MapGet("/onboarding/refresh", OpenFormAsync);
        me.MapPost("/dashboard", OpenDashboardAsync);
        me.MapPost("/components", CreateComponentsAsync);
    }

    private static async Task<Results<StripeRedirectResult, NotFound, ProblemHttpResult>> OpenFormAsync(
        HttpContext http, ClaimsPrincipal user, ISellerStore sellers, IStripeClient stripe, StripeProblems problems, CancellationToken ct)
    {
        var (name, options) = http.GetTenant();
        if (await sellers.FindForAsync(user, name) is not { } seller)
            return TypedResults.NotFound();

        var refresh = new Uri(options.PublicUrl, $"/{name}/sellers/me/onboarding/refresh").AbsoluteUri;
        var done = new Uri(options.PublicUrl, $"/{name}/welcome").AbsoluteUri;

        // Only the types differ between the versions of the API.
        var (url, error) = options.UseAccountsV2
            ? Split(await CreateV2Async(), link => link.Url)
            : Split(await CreateV1Async(), link => link.Url);
        return error is null ? StripeResults.Redirect(url) : problems.Create(error, "open the form", seller.Account);

        Task<StripeResult<AccountLink>> CreateV1Async() => AccountLink.TryCreateAsync(stripe, new AccountLinkCreateParams
        {
            Account = seller.Account,
            Type = AccountLinkCreateType.AccountOnboarding,
            RefreshUrl = refresh,
            ReturnUrl = done,
            CollectionOptions = new() { Fields = AccountLinkCreateCollectionOptionsFields.EventuallyDue },
        }, Interactive, ct);

        Task<StripeResult<Core.AccountLink>> CreateV2Async()
        {
            Core.AccountLinkCreateUseCase useCase = seller.Status is SellerStatus.Active
                ? new() { Type = Purpose.AccountUpdate, AccountUpdate = new() { RefreshUrl = refresh, ReturnUrl = done } }
                : new() { Type = Purpose.AccountOnboarding, AccountOnboarding = new() { RefreshUrl = refresh, ReturnUrl = done } };
            return Core.AccountLink.TryCreateAsync(stripe, new() { Account = seller.Account, UseCase = useCase }, Interactive, ct);
        }

        static (SecretString Url, StripeError? Error) Split<T>(StripeResult<T> result, Func<T, SecretString> urlOf)
            where T : StripeResource =>
            result.IsSuccess ? (urlOf(result.Value), null) : (default, result.Error);
    }

    private static async Task<IResult> OpenDashboardAsync(
        HttpContext http, ClaimsPrincipal user, ISellerStore sellers, IStripeClient stripe, CancellationToken ct)
    {
        var seller = await sellers.FindForAsync(user, http.GetTenant().Name);
        if (seller is not { Status: SellerStatus.Active or SellerStatus.InReview })
            return TypedResults.NotFound();

        // A failure becomes a problem response in StripeExceptionHandler.
        var link = await LoginLink.CreateForAccountAsync(stripe, seller.Account, options: Interactive, cancellationToken: ct);
        return StripeResults.Redirect(link.Url);
    }

    private static async Task<IResult> CreateComponentsAsync(
        HttpContext http, ClaimsPrincipal user, ISellerStore sellers, IStripeClient stripe, StripeProblems problems, CancellationToken ct)
    {
        if (await sellers.FindForAsync(user, http.GetTenant().Name) is not { } seller)
            return TypedResults.NotFound();

        var components = new AccountSessionCreateComponents
        {
            NotificationBanner = new() { Enabled = true },
            AccountOnboarding = new() { Enabled = seller.Status is not SellerStatus.Active },
        };
        if (seller.Status is SellerStatus.Active)
        {
            components.Payouts = new() { Enabled = true };
            components.Payments = new() { Enabled = true, Features = new() { RefundManagement = true, CapturePayments = false } };
        }

        var parameters = new AccountSessionCreateParams { Account = seller.Account, Components = components };
        var result = await AccountSession.TryCreateAsync(stripe, parameters, Interactive, ct);
        if (result is not { IsSuccess: true, Value: { } session })
            return problems.Create(result.Error!, "start the components", seller.Account);

        // Connect.js in the seller's browser needs the secret, and nobody else may keep it.
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new { clientSecret = session.ClientSecret.Reveal(), expiresAt = session.ExpiresAt });
    }
}
