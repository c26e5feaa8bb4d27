using System.Globalization;
using Lattice.Stripe;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace MarketplaceApi;

/// <summary>Tells the seller what they can do about an error of Stripe's, and us where to look.</summary>
internal sealed class StripeProblems(ILogger<StripeProblems> logger)
{
    public ProblemHttpResult Create(StripeError error, string action, string? account = null)
    {
        var (status, title) = error.Type.Value switch
        {
            StripeErrorType.RateLimitError or StripeErrorType.ConflictError => (503, "Stripe is busy. Try again in a moment."),
            StripeErrorType.ConnectionError or StripeErrorType.TimeoutError => (503, "Stripe cannot be reached. Try again in a moment."),
            StripeErrorType.AuthenticationError or StripeErrorType.PermissionError => (500, "We have to fix our connection to Stripe."),
            StripeErrorType.InvalidRequestError when error.Code is "account_invalid" => (409, "Your account is no longer connected."),
            StripeErrorType.InvalidRequestError => (500, "Stripe did not accept our request."),
            _ when error.IsOutcomeUnknown => (503, "We do not know yet whether that worked. Try again in a moment."),
            _ => (502, "Something went wrong at Stripe."),
        };
        logger.Log(
            status == 503 ? LogLevel.Warning : LogLevel.Error,
            "Could not {Action} for {Account}: {ErrorType} {Status} {Code} {Param}, request {RequestId}, {Attempts} attempts",
            action, account, error.Type, (int?)error.StatusCode, error.Code, error.Param, error.RequestId, error.Attempts);
        return TypedResults.Problem(
            statusCode: status, title: title, extensions: new Dictionary<string, object?> { ["reference"] = error.RequestId });
    }
}

/// <summary>For the endpoints that let a failure be an exception.</summary>
internal sealed class StripeExceptionHandler(StripeProblems problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not StripeException { Error: var error })
            return false;

        if (error.RetryAfter is { } delay)
            context.Response.Headers.RetryAfter = Math.Ceiling(delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);

        await problems.Create(error, $"serve {context.Request.Method}").ExecuteAsync(context);
        return true;
    }
}
