using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Lattice.Stripe.Testing.HostedPages;

/// <summary>The HTML of the form. It needs no script and no other resource.</summary>
internal static class FormPage
{
    private static readonly string s_style = ReadStyle();

    /// <summary>The policy that allows only this style; the hash covers the exact content of the element.</summary>
    private static readonly string s_stylePolicy =
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s_style)))}'";

    /// <param name="context">The context of the request.</param>
    /// <param name="path">The path of the form; its actions are below it.</param>
    /// <param name="form">The link that was opened.</param>
    public static Task ShowAsync(HttpContext context, string path, AccountLinkVisit form)
    {
        bool isUpdate = form.UseCase == "account_update";
        string title = isUpdate ? "Update your details" : "Get ready to be paid";
        string finish = isUpdate ? "Save and return" : "Finish and return";
        string explanation = isUpdate
            ? "On Stripe's form, a seller updates their details."
            : "On Stripe's form, a seller says who they are and where to send their money.";

        // Browsers also apply form-action to the redirect after the POST, which returns to the platform.
        string origins = string.Join(' ', new[] { form.ReturnUrl, form.RefreshUrl }.Select(OriginOf).Distinct());
        return WriteAsync(context, StatusCodes.Status200OK, title, $"'self' {origins}", $"""
              <p>{explanation} This page replaces it: nothing you do here leaves this machine.</p>
              <dl><dt>Account</dt><dd><code>{Encode(form.Account)}</code></dd></dl>
              <form method="post" action="{path}/finish"><button class="main">{finish}</button></form>
              <form method="post" action="{path}/leave"><button>Leave without finishing</button></form>
              <form method="post" action="{path}/expire"><button class="small">Let the link expire</button></form>
              <p class="hint">Stripe's links work once, for five minutes. Let this one expire to see how the platform gets another.</p>
            """);
    }

    public static Task ShowClosedAsync(HttpContext context) => WriteAsync(
        context,
        StatusCodes.Status410Gone,
        "This form is closed",
        "'none'",
        "  <p>Return to the platform that sent you here, and open the form again from there.</p>");

    public static Task ShowMissingAsync(HttpContext context) => WriteAsync(
        context,
        StatusCodes.Status404NotFound,
        "This page exists only at Stripe",
        "'none'",
        "  <p>The only hosted page of the stand-in is the form of account links.</p>");

    /// <summary>Adds headers that keep the address, which is a credential, out of caches and away from other sites.</summary>
    public static void AddHeaders(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.XContentTypeOptions = "nosniff";
    }

    private static Task WriteAsync(HttpContext context, int status, string title, string formAction, string content)
    {
        AddHeaders(context);
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; img-src data:; style-src {s_stylePolicy}; base-uri 'none'; "
            + $"frame-ancestors 'none'; form-action {formAction}";
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} · Stand-in for Stripe</title>
              <link rel="icon" href="data:,">
              <style>{s_style}</style>
            </head>
            <body>
            <main>
              <p class="brand">Stand-in for Stripe</p>
              <h1>{title}</h1>
            {content}
            </main>
            </body>
            </html>

            """);
    }

    private static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    /// <summary>The origin of an address of the platform; empty if it is not an address that a browser can follow.</summary>
    private static string OriginOf(string? url)
        => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address.GetLeftPart(UriPartial.Authority)
            : "";

    private static string ReadStyle()
    {
        using Stream stream = typeof(FormPage).Assembly.GetManifestResourceStream("form.css")
            ?? throw new InvalidOperationException("The assembly has no embedded resource 'form.css'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
