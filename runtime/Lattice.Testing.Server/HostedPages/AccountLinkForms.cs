using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lattice.Stripe.Testing.HostedPages;

/// <summary>
/// The form of account links, as far as it concerns a platform: a link opens it once, and it redirects back to the platform. See
/// <see href="https://docs.stripe.com/connect/hosted-onboarding">Stripe-hosted onboarding</see> in Stripe's documentation.
/// </summary>
/// <param name="standIn">The stand-in.</param>
/// <param name="address">The address that the server listens on.</param>
internal sealed class AccountLinkForms(StripeStandIn standIn, IPAddress address)
{
    private readonly ConcurrentDictionary<string, Form> _forms = new(StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(ServedPages.Path);
        group.MapGet("account_link/{**rest}", Open);
        group.MapGet("v2/core/account_link/{**rest}", Open);
        group.MapGet("forms/{id}", context => WithForm(context, (id, form) => FormPage.ShowAsync(context, PathOf(id), form.Visit)));
        group.MapPost("forms/{id}/finish", context => WithForm(context, (_, form) => FinishAsync(context, form)));
        group.MapPost("forms/{id}/leave", context => WithForm(context, (_, form) => RedirectAsync(context, form.Visit.ReturnUrl)));
        group.MapPost("forms/{id}/expire", context => WithForm(context, (id, form) => ExpireAsync(context, id, form)));
        group.MapGet("{**rest}", FormPage.ShowMissingAsync);
    }

    private static string PathOf(string id) => $"{ServedPages.Path}forms/{id}";

    /// <summary>
    /// Uses up the link, and redirects to an address without it, so that neither the browser's history nor a copied address contains
    /// it. A link that does not work redirects to the refresh URL.
    /// </summary>
    private Task Open(HttpContext context)
    {
        string link = ServedPages.GetLink(context, address);
        AccountLinkVisit opened = standIn.AccountLinks.Visit(link);
        if (opened.State != AccountLinkState.Valid)
        {
            return RedirectAsync(context, opened.RefreshUrl);
        }

        string id = Guid.NewGuid().ToString("N");
        _forms[id] = new Form(link, opened);
        return RedirectAsync(context, PathOf(id));
    }

    /// <summary>Finishes the form, unless the stand-in has forgotten the link, which is the oldest of many.</summary>
    private Task FinishAsync(HttpContext context, Form form)
        => standIn.AccountLinks.Finish(form.Link) ? RedirectAsync(context, form.Visit.ReturnUrl) : FormPage.ShowClosedAsync(context);

    /// <summary>Behaves as if the link had expired.</summary>
    private Task ExpireAsync(HttpContext context, string id, Form form)
    {
        _forms.TryRemove(id, out _);
        return RedirectAsync(context, form.Visit.RefreshUrl);
    }

    private Task WithForm(HttpContext context, Func<string, Form, Task> respond)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        return _forms.TryGetValue(id, out Form? form) ? respond(id, form) : FormPage.ShowClosedAsync(context);
    }

    /// <summary>Redirects with 303, so that the browser sends a GET even after a POST.</summary>
    private static Task RedirectAsync(HttpContext context, string? url)
    {
        if (url is null)
        {
            return FormPage.ShowClosedAsync(context);
        }

        FormPage.AddHeaders(context);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = url;
        return Task.CompletedTask;
    }

    /// <summary>A form that is open.</summary>
    private sealed record Form(string Link, AccountLinkVisit Visit);
}
