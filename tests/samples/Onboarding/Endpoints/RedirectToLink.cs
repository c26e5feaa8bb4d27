using Lattice.Stripe;

namespace Onboarding.Endpoints;

/// <summary>
/// Sends the browser to an account link, by 303: what follows a POST is a GET. Whoever holds the link is let in, so it is kept
/// by no cache, and the form's page does not learn where the browser came from.
/// </summary>
internal sealed class RedirectToLink(SecretString link) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.Location = link.Reveal();
        return Task.CompletedTask;
    }
}
