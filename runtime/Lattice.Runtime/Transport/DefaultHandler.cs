namespace Lattice.Stripe.Transport;

/// <summary>The handler of clients that are made without one.</summary>
/// <remarks>
/// AutomaticDecompression is not even set to its default: that alone adds a megabyte of native code to an app that is
/// compiled ahead of time, and answers are a few kilobytes.
/// </remarks>
internal static class DefaultHandler
{
    // So that a change of DNS is seen.
    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(5);

    public static SocketsHttpHandler Create() => new()
    {
        PooledConnectionLifetime = s_connectionLifetime,
        EnableMultipleHttp2Connections = true,

        // A 307 would send the body anew, and cookies would carry state from call to call.
        AllowAutoRedirect = false,
        UseCookies = false,

        ActivityHeadersPropagator = new NoPropagation(),
    };
}
