namespace Lattice.Stripe.Transport;

/// <summary>
/// A primary handler, with the rules of Stripe's connections where they can be given to it: to a <see cref="SocketsHttpHandler"/> that has
/// sent nothing, and to a plain <see cref="HttpClientHandler"/>, alone or at the end of <see cref="DelegatingHandler"/>s.
/// </summary>
/// <param name="Handler">The handler to use.</param>
/// <param name="Exempt">The type of the handler that keeps its own rules; <see langword="null"/> if none does.</param>
/// <param name="Reason">Why it keeps them.</param>
internal readonly record struct PrimaryHandler(HttpMessageHandler Handler, Type? Exempt = null, string Reason = "")
{
    private const string HasSent = "it has sent requests already";
    private const string IsUnknown = "they are not known to this library";

    /// <summary>Gives the rules to what an app chose; doing so twice changes nothing.</summary>
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
            SocketsHttpHandler sockets => HandlerChange.TryApply(() => DefaultHandler.Configure(sockets))
                ? new PrimaryHandler(primary)
                : KeepUsed(primary, inner),
            HttpClientHandler plain when plain.GetType() == typeof(HttpClientHandler) => Replace(primary, outer, plain),
            HttpClientHandler derived => HandlerChange.TryApply(() => TurnOffRedirects(derived))
                ? new PrimaryHandler(primary, derived.GetType(), IsUnknown)
                : KeepUsed(primary, derived),
            _ => new PrimaryHandler(primary, inner?.GetType(), IsUnknown),
        };
    }

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

    // IHttpClientFactory sets metrics on a primary handler of .NET's, which throws if it has sent requests. It knows none that is wrapped.
    private static PrimaryHandler KeepUsed(HttpMessageHandler primary, HttpMessageHandler inner) =>
        new(ReferenceEquals(primary, inner) ? new UsedHandler(inner) : primary, inner.GetType(), HasSent);

    private static void TurnOffRedirects(HttpClientHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
    }

    private sealed class UsedHandler(HttpMessageHandler inner) : DelegatingHandler(inner);
}
