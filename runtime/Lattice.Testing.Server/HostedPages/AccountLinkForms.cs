using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lattice.Stripe.Testing.HostedPages;

/// <summary>
/// The form behind account links, as far as a platform gets to know it: a link opens it once, and it leads back. See
/// <see href="https://docs.stripe.com/connect/hosted-onboarding">Stripe-hosted onboarding</see> in Stripe's documentation.
/// </summary>
internal sealed class AccountLinkForms(StripeStandIn standIn)
{
    private readonly ConcurrentDictionary<string, AccountLinkVisit> _forms = new(StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(ServedPages.Path);
        group.MapGet("account_link/{**rest}", Open);
        group.MapGet("v2/core/account_link/{**rest}", Open);
        group.MapGet("forms/{id}", context => WithForm(context, (id, form) => FormPage.ShowAsync(context, PathOf(id), form)));
        group.MapPost("forms/{id}/finish", context => WithForm(context, (_, form) => FinishAsync(context, form)));
        group.MapPost("forms/{id}/leave", context => WithForm(context, (_, form) => GoToAsync(context, form.ReturnUrl)));
        group.MapPost("forms/{id}/expire", context => WithForm(context, (id, form) => ExpireAsync(context, id, form)));
        group.MapGet("{**rest}", FormPage.ShowMissingAsync);
    }

    private static string PathOf(string id) => $"{ServedPages.Path}forms/{id}";

    /// <summary>
    /// Uses the link up and goes on to an address without it, so that neither the history nor a copied address holds it. Who
    /// comes with a link that does not work is sent to the refresh URL.
    /// </summary>
    private Task Open(HttpContext context)
    {
        AccountLinkVisit opened = standIn.AccountLinks.Visit(ServedPages.LinkOf(context));
        if (opened.State != AccountLinkState.Valid)
        {
            return GoToAsync(context, opened.RefreshUrl);
        }

        string id = Guid.NewGuid().ToString("N");
        _forms[id] = opened;
        return GoToAsync(context, PathOf(id));
    }

    private Task FinishAsync(HttpContext context, AccountLinkVisit form)
    {
        standIn.OnFormFinished?.Invoke(form);
        return GoToAsync(context, form.ReturnUrl);
    }

    /// <summary>What a person meets with whose link was too old.</summary>
    private Task ExpireAsync(HttpContext context, string id, AccountLinkVisit form)
    {
        _forms.TryRemove(id, out _);
        return GoToAsync(context, form.RefreshUrl);
    }

    private Task WithForm(HttpContext context, Func<string, AccountLinkVisit, Task> response)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        return _forms.TryGetValue(id, out AccountLinkVisit? form) ? response(id, form) : FormPage.ShowClosedAsync(context);
    }

    /// <summary>Sends the browser on by a GET, whatever it has sent; 303 is what says so.</summary>
    private static Task GoToAsync(HttpContext context, string? url)
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
}
