namespace Onboarding.Endpoints;

/// <summary>What browsers are told of every response.</summary>
internal static class SecurityHeaders
{
    /// <param name="formOrigins">
    /// Where a posted form may lead: browsers apply the policy to the redirect after it as well.
    /// </param>
    public static void UseSecurityHeaders(this IApplicationBuilder app, string formOrigins)
    {
        string policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + $"form-action 'self' {formOrigins}";
        app.Use((context, next) =>
        {
            // At the last moment: the page of an unforeseen failure clears all headers that were set before it.
            context.Response.OnStarting(() =>
            {
                Set(context.Response.Headers, policy);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Set(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";

        // Pages say how far a seller is now; the browser's back button shall not show how far they were.
        headers.CacheControl = "no-store";

        // The redirect to a link has a stricter one.
        headers.TryAdd("Referrer-Policy", "same-origin");
    }
}
