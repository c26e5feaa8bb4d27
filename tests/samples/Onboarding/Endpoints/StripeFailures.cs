using System.Globalization;
using Lattice.Stripe;
using Onboarding.Flows;
using Onboarding.Pages;

namespace Onboarding.Endpoints;

/// <summary>Shows the seller what they can do about an error from Stripe, and logs its details without secrets.</summary>
internal sealed partial class StripeFailures(StartForms forms, ErrorPage page, ILogger<StripeFailures> logger)
{
    public IResult Show(HttpContext context, Flow flow, string token, StripeError error)
    {
        LogFailure(
            flow.Account,
            flow.Type,
            error.Type.Value,
            (int?)error.StatusCode,
            error.Code,
            error.Param,
            error.RequestId,
            error.IdempotencyKey,
            error.Attempts,
            error.IsOutcomeUnknown,
            LogSanitizer.RemoveSecrets(error.Message));

        // Use the status: the type is invalid_request_error for most errors, including an invalid key and a rate limit.
        return (int?)error.StatusCode switch
        {
            null or 409 or 429 or >= 500 => Temporary(context, flow, token, error),
            401 or 403 => Permanent(
                error,
                "Our connection to Stripe is not set up correctly. We have to fix it; trying again will not help until then."),
            _ => Permanent(
                error,
                "Stripe does not open the form for this account. Trying again will not help: please contact our support."),
        };
    }

    private IResult Temporary(HttpContext context, Flow flow, string token, StripeError error)
    {
        if (error.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        // Without a response, Stripe may have created the link, so the same flow asks for it again. An error response is stored with
        // its idempotency key and would be returned again, so a new flow is needed.
        Html button = error.StatusCode is null ? forms.Retry(context, token, "Try again") : forms.Restart(context, flow, "Try again");
        return page.Show(
            StatusCodes.Status503ServiceUnavailable,
            "Stripe cannot be reached right now",
            "The form could not be opened. Nothing is lost and nothing has changed. Wait a minute, then try again.",
            button,
            error.RequestId);
    }

    private IResult Permanent(StripeError error, string explanation) =>
        page.Show(StatusCodes.Status502BadGateway, "The form cannot be opened", explanation, reference: error.RequestId);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Account {Account}: creating a link for {Type} failed: {ErrorType}, status {StatusCode}, code {Code}, param {Param}, "
            + "request {RequestId}, idempotency key {IdempotencyKey}, attempts {Attempts}, outcome unknown {IsOutcomeUnknown}: "
            + "{ErrorMessage}")]
    private partial void LogFailure(
        string account,
        string type,
        string errorType,
        int? statusCode,
        string? code,
        string? param,
        string? requestId,
        string? idempotencyKey,
        int attempts,
        bool isOutcomeUnknown,
        string? errorMessage);
}
