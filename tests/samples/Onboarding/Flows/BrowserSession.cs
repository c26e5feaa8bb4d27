using System.Security.Cryptography;

namespace Onboarding.Flows;

/// <summary>
/// The browser's session: an id in a cookie, to which flows are bound. The server stores nothing, so requests at the same time cannot
/// overwrite each other's session, and a restart ends none. A real platform uses the identity of the signed-in user instead.
/// </summary>
internal static class BrowserSession
{
    private const string CookieName = "marketplace-session";
    private const int IdLength = 32;

    /// <summary>Returns the id of the session, and starts a session if absent.</summary>
    public static string GetOrCreateId(HttpContext context)
    {
        if (FindId(context) is { } known)
        {
            return known;
        }

        string id = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);
        context.Items[CookieName] = id;
        context.Response.Cookies.Append(CookieName, id, new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,

            // The browser does not send a strict cookie when Stripe redirects back.
            SameSite = SameSiteMode.Lax,
        });
        return id;
    }

    /// <summary>Returns the id of the session, or null if absent.</summary>
    public static string? FindId(HttpContext context) =>
        context.Items[CookieName] as string
        ?? (context.Request.Cookies[CookieName] is { Length: IdLength } id && id.All(char.IsAsciiHexDigitLower) ? id : null);
}
