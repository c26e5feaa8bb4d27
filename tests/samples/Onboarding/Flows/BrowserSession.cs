using System.Security.Claims;
using System.Security.Cryptography;

namespace Onboarding.Flows;

/// <summary>Identifies the person or the browser to which a flow belongs.</summary>
/// <remarks>
/// A person who has signed in is identified by their user id. Otherwise it is an id in a cookie of the browser. The server stores
/// neither, so requests at the same time cannot overwrite each other's session, and a restart ends none.
/// </remarks>
internal sealed class BrowserSession(PublicAddress address)
{
    private const int IdLength = 32;

    private static readonly object s_created = new();

    private string CookieName => address.GetCookieName("session");

    /// <summary>Returns the id, and starts a session if absent.</summary>
    public string GetOrCreateId(HttpContext context)
    {
        if (FindId(context) is { } known)
        {
            return known;
        }

        string id = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);
        context.Items[s_created] = id;
        context.Response.Cookies.Append(CookieName, id, new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,

            // The browser does not send a strict cookie when Stripe redirects back.
            SameSite = SameSiteMode.Lax,
        });
        return id;
    }

    /// <summary>Returns the id, or null if absent.</summary>
    public string? FindId(HttpContext context) => FindUser(context.User) ?? context.Items[s_created] as string ?? FindCookie(context);

    /// <summary>An id from a cookie has no colon, so it cannot be that of a user.</summary>
    private static string? FindUser(ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true
        && (user.FindFirstValue(ClaimTypes.NameIdentifier) ?? user.FindFirstValue("sub")) is { Length: > 0 } id ? $"user:{id}" : null;

    private string? FindCookie(HttpContext context) =>
        context.Request.Cookies[CookieName] is { Length: IdLength } id && id.All(char.IsAsciiHexDigitLower) ? id : null;
}
