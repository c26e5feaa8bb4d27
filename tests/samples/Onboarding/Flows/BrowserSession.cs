namespace Onboarding.Flows;

/// <summary>The browser's session. A real platform has people sign in, and uses who they are.</summary>
internal static class BrowserSession
{
    private const string Id = "id";

    /// <summary>The id of the session, which begins if there is none. It never leaves the server but encrypted.</summary>
    public static string Open(HttpContext context)
    {
        if (Find(context) is { } known)
        {
            return known;
        }

        string id = Guid.NewGuid().ToString("N");
        context.Session.SetString(Id, id);
        return id;
    }

    /// <summary>The id of the session; null if there is none.</summary>
    public static string? Find(HttpContext context) => context.Session.GetString(Id);

    /// <summary>Counts how often a flow got a new link.</summary>
    public static int CountRenewal(HttpContext context, Flow flow)
    {
        string key = "renewals-" + flow.Id;
        int count = (context.Session.GetInt32(key) ?? 0) + 1;
        context.Session.SetInt32(key, count);
        return count;
    }
}
