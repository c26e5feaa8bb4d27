using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Onboarding.Telemetry;

/// <summary>
/// Names the activities of requests after their routes, following OpenTelemetry's conventions for HTTP servers. The URLs, which contain
/// the tokens of flows, are left out.
/// </summary>
internal static class RequestActivities
{
    public static void UseRequestActivities(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
        {
            Describe(activity, context);
        }
    });

    private static void Describe(Activity activity, HttpContext context)
    {
        string? route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        activity.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        activity.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= 500)
        {
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }
}
