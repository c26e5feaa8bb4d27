namespace Lattice.Stripe;

/// <summary>
/// Makes a primary handler behave as <see cref="StripeClient.CreateHandler"/>'s does where its defaults would not be safe: a
/// redirect would send the parameters and the idempotency key to another address.
/// </summary>
internal static class SafeHandler
{
    public static void Secure(HttpMessageHandler handler)
    {
        switch (handler)
        {
            case SocketsHttpHandler { AllowAutoRedirect: true } or SocketsHttpHandler { UseCookies: true }:
                Secure((SocketsHttpHandler)handler);
                break;
            case HttpClientHandler { AllowAutoRedirect: true } or HttpClientHandler { UseCookies: true }:
                Secure((HttpClientHandler)handler);
                break;
        }
    }

    private static void Secure(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        if (handler.PooledConnectionLifetime == Timeout.InfiniteTimeSpan)
        {
            // The handler is never renewed; its connections have to be, or a change of the address would not be seen.
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        }
    }

    private static void Secure(HttpClientHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
    }
}
