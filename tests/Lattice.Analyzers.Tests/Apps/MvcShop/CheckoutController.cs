using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Lattice.Stripe;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using MvcShop.Models;
using MvcShop.Services;

namespace MvcShop.Controllers;

[Authorize]
public class CheckoutController : Controller
{
    private readonly ICustomerSessionService _sessions;
    private readonly IStripeClient _stripe;

    public CheckoutController(ICustomerSessionService sessions, IStripeClient stripe) => (_sessions, _stripe) = (sessions, stripe);

    [HttpGet]
    public IActionResult Index()
    {
        var cart = Cart.Load(HttpContext.Session);
        ViewData["Problem"] = TempData["Problem"];
        return cart.Lines.Any() ? View(cart) : RedirectToAction("Index", "Home");
    }

    [HttpPost]
    public IActionResult AddMug([Range(1, 99)] int quantity)
    {
        if (ModelState.IsValid)
        {
            var cart = Cart.Load(HttpContext.Session);
            cart.Lines.Add(new CartLine("MUG", quantity, 12.50m));
            cart.Save(HttpContext.Session);
        }

        TempData["Problem"] = ModelState.IsValid ? null : "Please choose a quantity from 1 to 99.";
        return RedirectToAction(nameof(Index));
    }

    /// <summary>The script of the checkout page calls this before it shows the Payment Element.</summary>
    [HttpPost]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Session(bool saveCard, CancellationToken cancellationToken)
    {
        var shopper = Shopper.From(User);
        if (shopper == null)
        {
            return Forbid();
        }

        var result = await _sessions.StartAsync(shopper, saveCard, cancellationToken);
        if (result.Problem != null)
        {
            Response.StatusCode = StatusCodes.Status502BadGateway;
            return Json(new { error = result.Problem.Text, retry = result.Problem.CanRetry });
        }

        // Only the response to this browser contains the secret: neither the session nor TempData does.
        var session = result.Value!;
        return Json(new { clientSecret = session.ClientSecret.Reveal(), expiresAt = session.ExpiresAt.ToUnixTimeSeconds() });
    }

    /// <summary>The page in our apps asks for a key of the version that the mobile SDK in them was built for.</summary>
    [HttpPost]
    [ServiceFilter(typeof(StripeExceptionFilter))]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> MobileKey([Required] string apiVersion, CancellationToken cancellationToken)
    {
        if (!Regex.IsMatch(apiVersion ?? "", @"^\d{4}-\d\d-\d\d(\.[a-z]+)?\z") || Shopper.From(User) is not { } shopper)
        {
            return BadRequest();
        }

        var options = new StripeRequestOptions { ApiVersion = apiVersion };
        var parameters = new EphemeralKeyCreateParams { Customer = shopper.CustomerId };
        EphemeralKey key = await EphemeralKey.CreateAsync(_stripe, parameters, options, cancellationToken);
        return Json(new { id = key.Id, secret = key.Secret?.Reveal(), expires = key.Expires.ToUnixTimeSeconds() });
    }
}
