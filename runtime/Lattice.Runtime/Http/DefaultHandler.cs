namespace Lattice.Stripe.Http;

/// <summary>The rules of the connections to Stripe, for the client's own handler and for handlers that come from an app.</summary>
/// <remarks>
/// AutomaticDecompression is not even set to its default: that alone adds a megabyte of native code to an app that is
/// compiled ahead of time, and responses are a few kilobytes.
/// </remarks>
internal static class DefaultHandler
{
    // So that a change of DNS is seen.
    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(5);

    // A connection that stopped carrying bytes is found within 20 seconds; without pings, every call would wait on it for
    // as long as it lives.
    private static readonly TimeSpan s_pingDelay = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_pingTimeout = TimeSpan.FromSeconds(5);

    public static SocketsHttpHandler Create()
    {
        var handler = new SocketsHttpHandler();
        Configure(handler);
        return handler;
    }

    /// <summary>Applies the rules to a handler that has sent nothing yet; times that were chosen already stay.</summary>
    /// <exception cref="InvalidOperationException">The handler has sent a request.</exception>
    /// <exception cref="ObjectDisposedException">The handler is disposed.</exception>
    public static void Configure(SocketsHttpHandler handler)
    {
        // A 307 would send the body again, to another address, and cookies would carry state from call to call.
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;

        // No tracing header leaves the process, and no diagnostics event carries the request with its key.
        handler.ActivityHeadersPropagator = null;

        handler.EnableMultipleHttp2Connections = true;
        if (handler.PooledConnectionLifetime == Timeout.InfiniteTimeSpan)
        {
            handler.PooledConnectionLifetime = s_connectionLifetime;
        }

        if (handler.KeepAlivePingDelay == Timeout.InfiniteTimeSpan)
        {
            handler.KeepAlivePingDelay = s_pingDelay;
            handler.KeepAlivePingTimeout = s_pingTimeout;
        }

        if (handler is { UseProxy: true, Proxy: null })
        {
            handler.Proxy = new SystemProxy();
        }
    }
}
