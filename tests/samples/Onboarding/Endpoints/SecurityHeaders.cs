namespace Onboarding.Endpoints;

/// <summary>What browsers are told of every answer.</summary>
internal static class SecurityHeaders
{
    /// <param name="formOrigins">
    /// Where a posted form may lead: browsers apply the policy to the redirect after it as well.
    /// </param>
    public static void UseSecurityHeaders(this IApplicationBuilder app, string formOrigins)
        => app.Use((context, next) =>
        {
            IHeaderDictionary headers = context.Response.Headers;
            headers.ContentSecurityPolicy =
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + $"form-action 'self' {formOrigins}";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            context.Response.OnStarting(() =>
            {
                // Pages say how far a seller is now; the browser's back button shall not show how far they were.
                headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            return next(context);
        });
}
