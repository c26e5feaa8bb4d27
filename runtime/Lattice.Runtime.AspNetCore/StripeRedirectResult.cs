using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lattice.Stripe;

/// <summary>
/// A redirect to a secret URL, created by <see cref="StripeResults.Redirect"/>. It works in minimal APIs (<see cref="IResult"/>) and in MVC
/// (<see cref="IActionResult"/>).
/// </summary>
/// <remarks>
/// The <c>Location</c> header is added when the response starts, after all middleware has run, so that middleware that logs the
/// headers of responses (<c>UseHttpLogging</c>) does not see it.
/// </remarks>
public sealed class StripeRedirectResult : IResult, IActionResult, IStatusCodeHttpResult
{
    private readonly SecretString _url;

    internal StripeRedirectResult(SecretString url) => _url = url;

    /// <summary>The status of the response: always 303, so that the browser follows a POST with a GET.</summary>
    public int StatusCode { get; } = StatusCodes.Status303SeeOther;

    int? IStatusCodeHttpResult.StatusCode => StatusCode;

    /// <summary>Writes the redirect to the response. The body is empty.</summary>
    /// <param name="httpContext">The request and its response.</param>
    /// <exception cref="InvalidOperationException">The response has started.</exception>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        HttpResponse response = httpContext.Response;
        response.StatusCode = StatusCode;
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.OnStarting(() =>
        {
            AddLocation(response);
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    /// <summary>Writes the redirect to the response. The body is empty.</summary>
    /// <param name="context">The action, with the request and its response.</param>
    /// <exception cref="InvalidOperationException">The response has started.</exception>
    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ExecuteAsync(context.HttpContext);
    }

    private void AddLocation(HttpResponse response)
    {
        // Middleware that fails after the endpoint replaces the response. Its error page must not redirect.
        if (response.StatusCode == StatusCode)
        {
            response.Headers.Location = _url.Reveal();
        }
    }
}
