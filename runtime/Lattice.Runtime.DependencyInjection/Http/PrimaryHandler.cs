namespace Lattice.Stripe.Http;

/// <summary>
/// A primary handler with the rules of Stripe's connections, if they can be applied: to a <see cref="SocketsHttpHandler"/> that has not
/// sent a request, and to a plain <see cref="HttpClientHandler"/>, alone or at the end of <see cref="DelegatingHandler"/>s.
/// </summary>
/// <param name="Handler">The handler to use.</param>
/// <param name="Exempt">The type of the handler that keeps its own rules; <see langword="null"/> if none does.</param>
/// <param name="Reason">Why it keeps them.</param>
internal readonly record struct PrimaryHandler(HttpMessageHandler Handler, Type? Exempt = null, string Reason = "")
{
    private const string HasSent = "it has already sent requests";
    private const string IsUnknown = "this library cannot change the rules of that type";

    /// <summary>Applies the rules to the handler of an app. Applying them twice has no further effect.</summary>
    public static PrimaryHandler ApplyRules(HttpMessageHandler primary)
    {
        DelegatingHandler? outer = null;
        HttpMessageHandler inner = primary;
        while (inner is DelegatingHandler { InnerHandler: { } next } delegating)
        {
            outer = delegating;
            inner = next;
        }

        return inner switch
        {
            SocketsHttpHandler sockets => Configure(primary, sockets),
            HttpClientHandler plain when plain.GetType() == typeof(HttpClientHandler) => Replace(primary, outer, plain),
            HttpClientHandler derived => HandlerChange.TryApply(() => TurnOffRedirects(derived))
                ? new PrimaryHandler(primary, derived.GetType(), IsUnknown)
                : KeepUsed(primary, derived),
            _ => new PrimaryHandler(primary, inner?.GetType(), IsUnknown),
        };
    }

    private static PrimaryHandler Configure(HttpMessageHandler primary, SocketsHttpHandler sockets)
    {
        if (HandlerChange.TryApply(() => DefaultHandler.Configure(sockets)))
        {
            return new PrimaryHandler(primary);
        }

        // A handler that several Stripe clients share got the rules with the first client.
        PrimaryHandler used = KeepUsed(primary, sockets);
        return HasRules(sockets) ? new PrimaryHandler(used.Handler) : used;
    }

    private static bool HasRules(SocketsHttpHandler sockets) =>
        sockets is { AllowAutoRedirect: false, UseCookies: false, ActivityHeadersPropagator: null }
        && sockets.PooledConnectionLifetime != Timeout.InfiniteTimeSpan
        && sockets.KeepAlivePingDelay != Timeout.InfiniteTimeSpan;

    private static PrimaryHandler Replace(HttpMessageHandler primary, DelegatingHandler? outer, HttpClientHandler plain)
    {
        // The old handler is not disposed, because the app may use it for other clients.
        SocketsHttpHandler replacement = HandlerConversion.ToSocketsHttpHandler(plain);
        if (outer is null)
        {
            return new PrimaryHandler(replacement);
        }

        if (HandlerChange.TryApply(() => outer.InnerHandler = replacement))
        {
            return new PrimaryHandler(primary);
        }

        replacement.Dispose();
        return KeepUsed(primary, plain);
    }

    // IHttpClientFactory sets a meter factory on .NET's own handlers, which throw if they have sent requests. It does not look inside a
    // DelegatingHandler.
    private static PrimaryHandler KeepUsed(HttpMessageHandler primary, HttpMessageHandler inner) =>
        new(ReferenceEquals(primary, inner) ? new UsedHandler(inner) : primary, inner.GetType(), HasSent);

    private static void TurnOffRedirects(HttpClientHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
    }

    private sealed class UsedHandler(HttpMessageHandler inner) : DelegatingHandler(inner);
}
