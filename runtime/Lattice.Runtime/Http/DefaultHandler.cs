namespace Lattice.Stripe.Http;

/// <summary>The rules for connections to Stripe, for the client's own handler and for handlers of an app.</summary>
/// <remarks>
/// AutomaticDecompression is not set, not even to its default: the setter adds a megabyte of native code to an app that is compiled ahead
/// of time, and responses have only a few kilobytes.
/// </remarks>
internal static class DefaultHandler
{
    // New connections follow changes in DNS.
    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(5);

    // A connection that no longer transfers data is detected within 20 seconds. Without pings, every call would wait on it until it is
    // closed.
    private static readonly TimeSpan s_pingDelay = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_pingTimeout = TimeSpan.FromSeconds(5);

    public static SocketsHttpHandler Create()
    {
        var handler = new SocketsHttpHandler();
        Configure(handler);
        return handler;
    }

    /// <summary>Applies the rules to a handler that has not sent a request yet. Lifetimes and ping times that are set stay.</summary>
    /// <exception cref="InvalidOperationException">The handler has sent a request.</exception>
    /// <exception cref="ObjectDisposedException">The handler is disposed.</exception>
    public static void Configure(SocketsHttpHandler handler)
    {
        // A 307 would send the body again, to another address, and cookies would carry state from call to call.
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;

        // No tracing header leaves the process, and no diagnostics event contains the request with its key.
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
