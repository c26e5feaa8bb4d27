using Lattice.Stripe;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Logging;

namespace MvcShop.Services;

/// <summary>What to tell the shopper.</summary>
public record ShopProblem(string Text, bool CanRetry, string? Reference);

public static class StripeErrorExtensions
{
    public static ShopProblem ToProblem(this StripeError error, ILogger logger)
    {
        logger.LogError("Stripe: {Error}. {Attempts} attempts, outcome unknown: {Unknown}", error, error.Attempts, error.IsOutcomeUnknown);
        if (error.Type == StripeErrorType.CardError)
        {
            // Only this message is meant for the shopper.
            return new ShopProblem(error.Message ?? "Your card was declined.", false, error.RequestId);
        }

        int status = error.StatusCode == null ? 0 : (int)error.StatusCode;
        return status == 0 || status == 409 || status == 429 || status >= 500
            ? new ShopProblem("Our payment provider is not available. Please try again.", true, error.RequestId)
            : new ShopProblem("That did not work. Please contact us.", false, error.RequestId);
    }
}

/// <summary>For the actions that let a failure of Stripe's be an exception.</summary>
public class StripeExceptionFilter : IAsyncExceptionFilter
{
    private readonly ILogger<StripeExceptionFilter> _logger;

    public StripeExceptionFilter(ILogger<StripeExceptionFilter> logger) => _logger = logger;

    public Task OnExceptionAsync(ExceptionContext context)
    {
        if (context.Exception is StripeException e)
        {
            var problem = e.Error.ToProblem(_logger);
            context.Result = new ObjectResult(new { problem.Text, problem.Reference }) { StatusCode = problem.CanRetry ? 503 : 502 };
            context.ExceptionHandled = true;
        }

        return Task.CompletedTask;
    }
}
