using System.Globalization;
using Lattice.Stripe;
using Onboarding.Flows;
using Onboarding.Pages;

namespace Onboarding.Endpoints;

/// <summary>Tells a person what they can do about an error of Stripe's, and the log everything but secrets.</summary>
internal sealed partial class StripeFailures(StartForms forms, ProblemPage page, ILogger<StripeFailures> logger)
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
            LogText.WithoutSecrets(error.Message));

        // By the status: the type is invalid_request_error for most of what Stripe refuses, a wrong key and a rate limit included.
        return (int?)error.StatusCode switch
        {
            null or 409 or 429 or >= 500 => Temporary(context, flow, token, error),
            401 or 403 => Lasting(
                error,
                "Our connection with Stripe is not set up as it should be. That is for us to mend; trying again will not help until then."),
            _ => Lasting(
                error,
                "Stripe does not open the form for this account. Trying again will not help: please ask our support."),
        };
    }

    private IResult Temporary(HttpContext context, Flow flow, string token, StripeError error)
    {
        if (error.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        // Where no response came, the same flow asks again: Stripe may have made its link. A response is stored for its key, and
        // would come back.
        Html again = error.StatusCode is null ? forms.Same(context, token, "Try again") : forms.Again(context, flow, "Try again");
        return page.Show(
            StatusCodes.Status503ServiceUnavailable,
            "Stripe cannot be reached just now",
            "The form could not be opened. Nothing is lost and nothing has changed. Wait a minute, then try again.",
            again,
            error.RequestId);
    }

    private IResult Lasting(StripeError error, string explanation)
        => page.Show(StatusCodes.Status502BadGateway, "The form cannot be opened", explanation, reference: error.RequestId);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Account {Account}: no link for {Type}: {ErrorType}, status {StatusCode}, code {Code}, param {Param}, request {RequestId}, "
            + "idempotency key {IdempotencyKey}, attempts {Attempts}, outcome unknown {IsOutcomeUnknown}: {ErrorMessage}")]
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
