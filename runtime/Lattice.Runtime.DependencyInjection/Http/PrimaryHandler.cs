namespace Lattice.Stripe.Http;

/// <summary>
/// A primary handler, with the rules of Stripe's connections where it can have them: a <see cref="SocketsHttpHandler"/> that
/// has sent nothing, and a plain <see cref="HttpClientHandler"/>, alone or at the end of <see cref="DelegatingHandler"/>s.
/// </summary>
/// <param name="Handler">The handler to use.</param>
/// <param name="Exempt">The type of the handler that keeps its own rules; <see langword="null"/> if none does.</param>
/// <param name="Reason">Why it keeps them.</param>
internal readonly record struct PrimaryHandler(HttpMessageHandler Handler, Type? Exempt = null, string Reason = "")
{
    private const string HasSent = "it has sent requests already";
    private const string IsUnknown = "they are not known to this library";

    /// <summary>Applies the rules to the handler that an app chose. To apply them twice changes nothing.</summary>
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

        // One that several Stripe clients share got the rules with the first of them.
        PrimaryHandler used = KeepUsed(primary, sockets);
        return HasRules(sockets) ? new PrimaryHandler(used.Handler) : used;
    }

    private static bool HasRules(SocketsHttpHandler sockets) =>
        sockets is { AllowAutoRedirect: false, UseCookies: false, ActivityHeadersPropagator: null }
        && sockets.PooledConnectionLifetime != Timeout.InfiniteTimeSpan
        && sockets.KeepAlivePingDelay != Timeout.InfiniteTimeSpan;

    private static PrimaryHandler Replace(HttpMessageHandler primary, DelegatingHandler? outer, HttpClientHandler plain)
    {
        // The old one is not disposed: the app may have given it to other clients.
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

    // IHttpClientFactory sets a meter factory on .NET's own handlers, and one that has sent requests throws then. It does not
    // look behind a DelegatingHandler.
    private static PrimaryHandler KeepUsed(HttpMessageHandler primary, HttpMessageHandler inner) =>
        new(ReferenceEquals(primary, inner) ? new UsedHandler(inner) : primary, inner.GetType(), HasSent);

    private static void TurnOffRedirects(HttpClientHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
    }

    private sealed class UsedHandler(HttpMessageHandler inner) : DelegatingHandler(inner);
}
