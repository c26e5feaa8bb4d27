using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Onboarding.Pages;

namespace Onboarding.Endpoints;

/// <summary>Limits how often a client can try to sign in.</summary>
internal sealed partial class SignInLimit(ErrorPage page, ILogger<SignInLimit> logger) : IRateLimiterPolicy<string>
{
    public const string Name = "sign-in";

    private static readonly FixedWindowRateLimiterOptions s_options = new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) };

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => async (rejected, _) =>
    {
        LogTooManyAttempts();
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait))
        {
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        await page.Show(
            StatusCodes.Status429TooManyRequests,
            "Too many attempts to sign in",
            "Wait a minute, then try again.").ExecuteAsync(rejected.HttpContext);
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetFixedWindowLimiter(GetClient(httpContext.Connection.RemoteIpAddress), _ => s_options);

    /// <summary>
    /// Returns the address of the client, or the first half of an IPv6 address, because a client usually has all addresses that start
    /// with it. Behind a proxy it is the proxy's, unless ASP.NET Core's forwarded headers middleware is configured for the proxy.
    /// </summary>
    private static string GetClient(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.MapToIPv4().ToString(),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A client has tried to sign in too often")]
    private partial void LogTooManyAttempts();
}
