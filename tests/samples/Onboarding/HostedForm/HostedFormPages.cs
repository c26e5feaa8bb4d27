using Lattice.Stripe.Testing;
using Onboarding.Pages;

namespace Onboarding.HostedForm;

/// <summary>The pages of the form's site.</summary>
internal static class HostedFormPages
{
    public static IResult Form(HttpContext context, string id, AccountLinkVisit form)
    {
        bool isUpdate = form.UseCase == "account_update";
        string title = isUpdate ? "Update your details" : "Get ready to be paid";
        string explanation = isUpdate
            ? "Here a seller changes what Stripe knows of them."
            : "Here a seller tells Stripe who they are and where their money goes.";

        // Browsers apply this to the redirect after a post as well, which leads back to the platform.
        string origins = string.Join(' ', new[] { form.ReturnUrl, form.RefreshUrl }.OfType<string>().Select(OriginOf).Distinct());
        return Page(context, title, $"'self' {origins}", Html.Of($"""
            <h1>{title}</h1>
            <p>{explanation} This page stands in for Stripe's form: nothing you do here leaves this machine.</p>
            <dl><dt>Account</dt><dd><code>{form.Account}</code></dd></dl>
            {Button(id, "finish", isUpdate ? "Save and return" : "Finish and return", "main")}
            {Button(id, "leave", "Leave without finishing", "")}
            {Button(id, "expire", "Let the link expire", "small")}
            <p class="hint">Stripe's links work once and for five minutes. Let this one expire to see how the platform gets another.</p>
            """));
    }

    public static IResult Closed() => new ClosedForm();

    private static Html Button(string id, string action, string label, string style)
        => Html.Of($"""<form method="post" action="/forms/{id}/{action}"><button class="{style}">{label}</button></form>""");

    private static string OriginOf(string url) => new Uri(url).GetLeftPart(UriPartial.Authority);

    private static IResult Page(HttpContext context, string title, string formAction, Html content, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action {formAction}";
        Html page = Html.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} · Stand-in for Stripe</title>
              <link rel="icon" href="data:,">
              <link rel="stylesheet" href="/form.css">
            </head>
            <body>
              <main>
            <p class="brand">Stand-in for Stripe</p>
            {content}
              </main>
            </body>
            </html>

            """);
        return Results.Content(page.ToString(), "text/html; charset=utf-8", statusCode: status);
    }

    private sealed class ClosedForm : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Page(
            httpContext,
            "This form is closed",
            "'none'",
            Html.Of($"<h1>This form is closed</h1><p>Go back to the platform that sent you here, and open it from there again.</p>"),
            StatusCodes.Status410Gone).ExecuteAsync(httpContext);
    }
}
