namespace Onboarding.Endpoints;

/// <summary>
/// Treats a request that a proxy has decrypted as the https request that the browser sent. Cookies are then for https only.
/// </summary>
internal static class BrowserScheme
{
    public static void UseBrowserScheme(this IApplicationBuilder app)
    {
        PublicAddress address = app.ApplicationServices.GetRequiredService<PublicAddress>();
        app.Use((context, next) =>
        {
            if (address.IsHttps)
            {
                context.Request.Scheme = Uri.UriSchemeHttps;
            }

            return next(context);
        });
    }
}
