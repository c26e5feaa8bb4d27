using System.Text.Json;
using Lattice.Stripe;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace MarketplaceApi;

internal static class Webhooks
{
    public static void MapStripeWebhooks(this IEndpointRouteBuilder routes) => routes
        .MapPost("/stripe/webhooks", ReceiveAsync)
        .AllowAnonymous()
        .WithMetadata(new RequestSizeLimitAttribute(512 * 1024));

    private static async Task<IResult> ReceiveAsync(
        HttpContext http, SellerEventHandler handler, TimeProvider clock, ILogger<SellerEventHandler> logger)
    {
        var (name, options) = http.GetTenant();
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);

        var verified = StripeWebhook.TryVerify(
            body.GetBuffer().AsSpan(0, (int)body.Length),
            http.Request.Headers[StripeWebhook.SignatureHeader],
            [.. options.WebhookSecrets],
            timeProvider: clock);
        if (verified.Event is not { } received)
        {
            logger.LogWarning("{Tenant}: rejected a webhook ({Failure}): {Reason}", name, verified.Failure, verified.Message);
            return TypedResults.BadRequest();
        }

        // Stripe sends the events of test mode to the endpoints of live mode, too. For anything but 2xx it sends the event again, so an
        // exception of the handler may pass.
        if (received.Livemode == options.Livemode)
            await handler.HandleAsync(name, received);

        return TypedResults.NoContent();
    }
}

internal sealed class SellerEventHandler(ISellerStore sellers, ILogger<SellerEventHandler> logger)
{
    public async Task HandleAsync(string tenant, StripeEvent received)
    {
        if (await sellers.HasEventAsync(tenant, received.Id))
            return;

        var status = received switch
        {
            { Type: "account.updated" } when received.GetData() is { } data => StatusOf(data),
            { Type: "account.application.deauthorized" or "v2.core.account.closed" } => SellerStatus.Disconnected,
            _ => (SellerStatus?)null,
        };
        var account = received.Account ?? received.RelatedObject?.Id;

        // Events arrive in any order: an older one says nothing about now.
        if (status is { } next
            && await sellers.FindAsync(tenant, known => known.Account == account) is { } seller
            && received.Created >= seller.StatusSince)
        {
            await sellers.SaveAsync(seller with { Status = next, StatusSince = received.Created });
            logger.LogInformation("{Tenant}: seller {Seller} is now {Status}", tenant, seller.Id, next);
        }

        await sellers.AddEventAsync(tenant, received.Id);
    }

    private static SellerStatus? StatusOf(JsonElement data)
    {
        if (!data.TryGetProperty("object", out var account))
            return null;

        return IsTrue("charges_enabled") && IsTrue("payouts_enabled") ? SellerStatus.Active
            : IsTrue("details_submitted") ? SellerStatus.InReview
            : SellerStatus.New;

        bool IsTrue(string property) => account.TryGetProperty(property, out var flag) && flag.ValueKind == JsonValueKind.True;
    }
}
