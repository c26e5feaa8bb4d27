namespace Onboarding.Flows;

/// <summary>The browser's session. A real platform uses the identity of the signed-in user instead.</summary>
internal static class BrowserSession
{
    private const string IdKey = "id";

    /// <summary>Returns the id of the session, and starts a session if absent. The id leaves the server only encrypted.</summary>
    public static string GetOrCreateId(HttpContext context)
    {
        if (FindId(context) is { } known)
        {
            return known;
        }

        string id = Guid.NewGuid().ToString("N");
        context.Session.SetString(IdKey, id);
        return id;
    }

    /// <summary>Returns the id of the session, or null if absent.</summary>
    public static string? FindId(HttpContext context) => context.Session.GetString(IdKey);

    /// <summary>Counts another new link for a flow and returns the total.</summary>
    public static int CountRenewal(HttpContext context, Flow flow)
    {
        string key = "renewals-" + flow.Id;
        int count = (context.Session.GetInt32(key) ?? 0) + 1;
        context.Session.SetInt32(key, count);
        return count;
    }
}
