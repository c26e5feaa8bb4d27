using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lattice.Stripe.Tests.Support;

/// <summary>Redirects from MVC, by each type that an action can declare.</summary>
public sealed class RedirectController : ControllerBase
{
    private readonly SecretString _url = RedirectingApp.Url;

    [HttpPost("/mvc/action-result")]
    public IActionResult GetActionResult() => StripeResults.Redirect(_url);

    [HttpPost("/mvc/result")]
    public IResult GetResult() => StripeResults.Redirect(_url);

    [HttpPost("/mvc/own-type")]
    public StripeRedirectResult GetOwnType() => StripeResults.Redirect(_url);

    [HttpPost("/mvc/task")]
    public async Task<IActionResult> GetTaskAsync()
    {
        await Task.Yield();
        return StripeResults.Redirect(_url);
    }
}
