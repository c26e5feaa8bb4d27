namespace Onboarding.Endpoints;

/// <summary>Adds security headers to every response.</summary>
internal static class SecurityHeaders
{
    /// <param name="formOrigins">
    /// The origins that a posted form may lead to: browsers also apply the policy to the redirect that follows.
    /// </param>
    public static void UseSecurityHeaders(this IApplicationBuilder app, string formOrigins)
    {
        string policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + $"form-action 'self' {formOrigins}";
        app.Use((context, next) =>
        {
            // Set last, because the exception handler clears all earlier headers.
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

        // Pages show a seller's current state; the browser's Back button must not show an earlier one.
        headers.CacheControl = "no-store";

        // The redirect to a link sets a stricter policy.
        headers.TryAdd("Referrer-Policy", "same-origin");
    }
}
