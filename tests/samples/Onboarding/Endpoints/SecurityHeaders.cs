using Onboarding.SignIn;

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
        PublicAddress address = app.ApplicationServices.GetRequiredService<PublicAddress>();
        app.Use((context, next) =>
        {
            // Set last, because the exception handler clears all earlier headers.
            context.Response.OnStarting(() =>
            {
                Set(context.Response.Headers, policy);
                SetTransportSecurity(context.Response.Headers, address);
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

    /// <summary>Makes browsers use https only, for 30 days; not on this machine, where it would apply to other apps, too.</summary>
    private static void SetTransportSecurity(IHeaderDictionary headers, PublicAddress address)
    {
        if (address.IsHttps && !Loopback.IsHost(address.Value.DnsSafeHost))
        {
            headers.StrictTransportSecurity = "max-age=2592000";
        }
    }
}
