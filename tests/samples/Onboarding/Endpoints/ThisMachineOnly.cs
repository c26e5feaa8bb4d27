using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Onboarding.Pages;
using Onboarding.SignIn;

namespace Onboarding.Endpoints;

/// <summary>
/// Rejects every request that does not come from this machine. Which addresses the server listens on is checked when the app starts; this
/// also covers those that are added later (Kestrel reloads its configuration), proxies, and pages of other sites whose name leads to this
/// machine (DNS rebinding).
/// </summary>
internal static class ThisMachineOnly
{
    public static void UseThisMachineOnly(this IApplicationBuilder app) => app.Use((context, next) => IsFromThisMachine(context)
        ? next(context)
        : context.RequestServices.GetRequiredService<ErrorPage>().Show(
            StatusCodes.Status403Forbidden,
            "Only the machine of this app can open it",
            $"The app uses Stripe itself, and there is no sign-in. {SignInPassword.Remedy}").ExecuteAsync(context));

    private static bool IsFromThisMachine(HttpContext context) =>
        IsLocalConnection(context)
        && Loopback.IsHost(context.Request.Host.Host)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded");

    private static bool IsLocalConnection(HttpContext context) =>
        context.Connection is { LocalIpAddress: { } local, RemoteIpAddress: { } remote }
            ? Loopback.IsAddress(local) && Loopback.IsAddress(remote)
            : context.Features.Get<IConnectionSocketFeature>()?.Socket.LocalEndPoint is UnixDomainSocketEndPoint;
}
