using Lattice.Stripe;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MvcShop.Models;
using MvcShop.Services;

namespace MvcShop.Controllers;

[Authorize]
public class AccountController : Controller
{
    private readonly IPortalService _portal;

    public AccountController(IPortalService portal) => _portal = portal;

    [HttpGet]
    public IActionResult Index()
    {
        ViewData["Problem"] = TempData["Problem"];
        return View();
    }

    [HttpPost]
    public Task<IActionResult> Billing(CancellationToken cancellationToken) =>
        RedirectAsync((shopper, back) => _portal.OpenAsync(shopper, back, cancellationToken));

    [HttpPost]
    public async Task<IActionResult> Cancel(string? subscription, CancellationToken cancellationToken)
    {
        // Stripe refuses a subscription of somebody else, because the session is for this customer.
        return string.IsNullOrEmpty(subscription)
            ? BadRequest()
            : await RedirectAsync((shopper, back) => _portal.OpenCancellationAsync(shopper, subscription, back, cancellationToken));
    }

    private async Task<IActionResult> RedirectAsync(Func<Shopper, Uri, Task<ServiceResult<SecretString>>> open)
    {
        var shopper = Shopper.From(User);
        if (shopper == null)
        {
            return Forbid();
        }

        var back = new Uri(Url.Action(nameof(Index), "Account", null, Request.Scheme)!);
        var result = await open(shopper, back);
        if (result.Problem is { } problem)
        {
            TempData["Problem"] = problem.Reference == null ? problem.Text : $"{problem.Text} (reference {problem.Reference})";
            return RedirectToAction(nameof(Index));
        }

        return StripeResults.Redirect(result.Value);
    }
}
