using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Lattice.Stripe.Testing.HostedPages;

/// <summary>The form's HTML. It needs no script, and nothing but itself.</summary>
internal static class FormPage
{
    private static readonly string s_style = ReadStyle();

    /// <summary>What allows the style and nothing else; its hash is of the element's content to the byte.</summary>
    private static readonly string s_stylePolicy = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s_style)))}'";

    /// <param name="context">What is answered.</param>
    /// <param name="path">The path of the form, below which its actions are.</param>
    /// <param name="form">The link that was opened.</param>
    public static Task ShowAsync(HttpContext context, string path, AccountLinkVisit form)
    {
        bool isUpdate = form.UseCase == "account_update";
        string title = isUpdate ? "Update your details" : "Get ready to be paid";
        string explanation = isUpdate
            ? "Here a seller changes what Stripe knows of them."
            : "Here a seller tells Stripe who they are and where their money goes.";

        // Browsers apply this to the redirect after a post as well, which leads back to the platform.
        string origins = string.Join(' ', new[] { form.ReturnUrl, form.RefreshUrl }.Select(OriginOf).Distinct());
        return WriteAsync(context, StatusCodes.Status200OK, title, $"'self' {origins}", $"""
              <p>{explanation} This page stands in for Stripe's form: nothing you do here leaves this machine.</p>
              <dl><dt>Account</dt><dd><code>{Encode(form.Account)}</code></dd></dl>
              <form method="post" action="{path}/finish"><button class="main">{(isUpdate ? "Save and return" : "Finish and return")}</button></form>
              <form method="post" action="{path}/leave"><button>Leave without finishing</button></form>
              <form method="post" action="{path}/expire"><button class="small">Let the link expire</button></form>
              <p class="hint">Stripe's links work once and for five minutes. Let this one expire to see how the platform gets another.</p>
            """);
    }

    public static Task ShowClosedAsync(HttpContext context) => WriteAsync(
        context,
        StatusCodes.Status410Gone,
        "This form is closed",
        "'none'",
        "  <p>Go back to the platform that sent you here, and open it from there again.</p>");

    public static Task ShowMissingAsync(HttpContext context) => WriteAsync(
        context,
        StatusCodes.Status404NotFound,
        "This page is Stripe's",
        "'none'",
        "  <p>Of the pages that Stripe hosts, the stand-in has the form behind account links and no other.</p>");

    /// <summary>What keeps an address that lets people in out of caches, and out of what other sites get to know.</summary>
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
            $"default-src 'none'; img-src data:; style-src {s_stylePolicy}; base-uri 'none'; frame-ancestors 'none'; form-action {formAction}";
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

    /// <summary>The origin of an address that the platform gave; nothing where it is none, which no browser could follow.</summary>
    private static string OriginOf(string? url)
        => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address.GetLeftPart(UriPartial.Authority)
            : "";

    private static string ReadStyle()
    {
        using Stream stream = typeof(FormPage).Assembly.GetManifestResourceStream("form.css")
            ?? throw new InvalidOperationException("The assembly lacks its style, the resource 'form.css'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
