namespace Onboarding.Pages;

/// <summary>The layout that all pages share.</summary>
internal sealed class Layout(StripeMode mode)
{
    public IResult CreatePage(string title, Html content, int status = StatusCodes.Status200OK)
    {
        Html page = Html.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} · Marketplace</title>
              <link rel="icon" href="/icon.svg">
              <link rel="stylesheet" href="/site.css">
            </head>
            <body>
              <a class="skip" href="#content">Skip to the content</a>
              <header class="bar">
                <a class="brand" href="/"><img src="/icon.svg" alt="" width="28" height="28">Marketplace</a>
                {GetModeBadge()}
              </header>
              <main id="content">
            {content}
              </main>
            </body>
            </html>

            """);
        return Results.Content(page.ToString(), "text/html; charset=utf-8", statusCode: status);
    }

    private Html GetModeBadge() => mode.IsStandIn
        ? Html.Of($"""<span class="mode" title="No request leaves this machine. Set STRIPE_API_KEY to use Stripe.">Practice mode</span>""")
        : default;
}
