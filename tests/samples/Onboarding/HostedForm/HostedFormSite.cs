using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Lattice.Stripe.Testing;
using Onboarding.Endpoints;

namespace Onboarding.HostedForm;

/// <summary>The form behind account links, as far as a platform gets to know it: it opens once, and leads back.</summary>
/// <remarks>
/// It is a server of its own, and <c>localhost</c> where the app is <c>127.0.0.1</c>: to browsers that is another site, as
/// Stripe's is. Cookies, referrers and content security policies meet with the same as they do with Stripe.
/// </remarks>
internal sealed class HostedFormSite(Func<string, AccountLinkVisit> visit, StandInAccounts accounts)
{
    private readonly ConcurrentDictionary<string, AccountLinkVisit> _forms = new();

    public static WebApplication Build(Func<string, AccountLinkVisit> visit, StandInAccounts accounts)
    {
        // The empty builder reads no configuration and logs nothing: this is somebody else's server.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        builder.Services.AddRouting();
        builder.Services.AddSingleton(new ActivitySource("Onboarding.HostedForm"));
        WebApplication site = builder.Build();
        new HostedFormSite(visit, accounts).Map(site);
        return site;
    }

    /// <summary>Where browsers find the site, once it was started.</summary>
    public static Uri AddressOf(WebApplication site) => new UriBuilder(site.Urls.Single()) { Host = "localhost" }.Uri;

    private void Map(WebApplication site)
    {
        site.Use((context, next) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        });
        site.MapGet("/account_link/{**rest}", context => Open(site, context).ExecuteAsync(context));
        site.MapGet("/forms/{id}", Show);
        site.MapPost("/forms/{id}/finish", (string id) => Finish(id));
        site.MapPost("/forms/{id}/leave", (string id) => Leave(id));
        site.MapPost("/forms/{id}/expire", (string id) => Expire(id));
        site.MapGet("/form.css", () => PageEndpoints.Asset("form.css", "text/css"));
    }

    /// <summary>
    /// Uses the link up and goes on to an address without it, so that neither the history nor a copied address holds it.
    /// </summary>
    private IResult Open(WebApplication site, HttpContext context)
    {
        AccountLinkVisit opened = visit(new Uri(AddressOf(site), context.Request.Path.ToUriComponent()).AbsoluteUri);
        if (opened.State != AccountLinkState.Valid)
            return opened.RefreshUrl is { } refresh ? new SeeOther(refresh) : HostedFormPages.Closed();

        string id = Guid.NewGuid().ToString("N");
        _forms[id] = opened;
        return new SeeOther("/forms/" + id);
    }

    private IResult Show(string id, HttpContext context)
        => _forms.TryGetValue(id, out AccountLinkVisit? form) ? HostedFormPages.Form(context, id, form) : HostedFormPages.Closed();

    private IResult Finish(string id)
    {
        if (!_forms.TryGetValue(id, out AccountLinkVisit? form)) return HostedFormPages.Closed();

        accounts.Submit(form.Account!);
        return Back(form.ReturnUrl);
    }

    private IResult Leave(string id) => _forms.TryGetValue(id, out AccountLinkVisit? form) ? Back(form.ReturnUrl) : HostedFormPages.Closed();

    /// <summary>What a person meets with whose link was too old: Stripe sends them to the refresh URL.</summary>
    private IResult Expire(string id) => _forms.TryRemove(id, out AccountLinkVisit? form) ? Back(form.RefreshUrl) : HostedFormPages.Closed();

    private static IResult Back(string? url) => url is null ? HostedFormPages.Closed() : new SeeOther(url);
}
