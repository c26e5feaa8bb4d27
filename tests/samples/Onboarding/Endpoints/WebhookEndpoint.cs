using Lattice.Stripe;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Onboarding.Sellers;
using Onboarding.StripeApi;

namespace Onboarding.Endpoints;

/// <summary>
/// The endpoint to which Stripe sends the events of connected accounts. Anyone can send to it: there is no sign-in and no antiforgery
/// token, and only the signature shows that a request is Stripe's.
/// </summary>
internal sealed partial class WebhookEndpoint(
    WebhookSecret secret,
    IOptions<StripeClientOptions> options,
    SellerStore sellers,
    AccountEvents events,
    TimeProvider clock,
    ILogger<WebhookEndpoint> logger)
{
    public const string Path = "/stripe/webhooks";

    /// <summary>In bytes. Events with an account have about 10,000.</summary>
    private const int MaximumSize = 1_000_000;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(Path, (WebhookEndpoint endpoint, HttpContext context) => endpoint.ReceiveAsync(context))
        .AllowAnonymous()
        .WithMetadata(new RequestSizeLimitAttribute(MaximumSize));

    /// <summary>Stripe sends an event again later, unless the status of the response is 2xx.</summary>
    private async Task<IResult> ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException exception)
        {
            LogUnreadable(exception.StatusCode);
            return Results.StatusCode(exception.StatusCode);
        }

        string? header = context.Request.Headers[StripeWebhook.SignatureHeader];
        StripeWebhookResult result = StripeWebhook.TryVerify(body.ToArray(), header, secret.Value, timeProvider: clock);
        if (!result.IsSuccess)
        {
            LogRejected(result.Failure.Value, result.Message);
            return Results.BadRequest();
        }

        Handle(result.Event);
        return Results.Ok();
    }

    private void Handle(StripeEvent received)
    {
        if (received.Type == "account.updated" && IsOurs(received))
        {
            Account account = received.ReadObject<Account>();
            events.Add(account.Id, account.GetState(), received.Created);
            LogUpdated(account.Id, received.Id);
        }
    }

    /// <summary>
    /// Returns whether an event is about one of the sellers, in the mode of the key: Stripe also sends the events of test mode to an
    /// endpoint for connected accounts in live mode.
    /// </summary>
    private bool IsOurs(StripeEvent received) =>
        received.Account is { } account
        && sellers.Find(account) is not null
        && received.Livemode != StripeMode.IsTestKey(options.Value.ApiKey?.Reveal());

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook was rejected: its body could not be read, status {StatusCode}")]
    private partial void LogUnreadable(int statusCode);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook was rejected: {Failure}. {Reason}")]
    private partial void LogRejected(StripeWebhookFailure failure, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} was updated: event {Event}")]
    private partial void LogUpdated(string account, string @event);
}
