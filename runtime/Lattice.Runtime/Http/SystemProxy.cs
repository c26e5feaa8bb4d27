using System.Net;

namespace Lattice.Stripe.Http;

/// <summary>
/// The proxy of the system or the environment (<c>HTTP_PROXY</c>), but never for a loopback address: a request to this machine must not
/// reach another one.
/// </summary>
internal sealed class SystemProxy : IWebProxy
{
    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => throw new NotSupportedException("Credentials belong to HttpClient.DefaultProxy.");
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => IsThisMachine(host) || HttpClient.DefaultProxy.IsBypassed(host);

    // Names below localhost (RFC 6761, section 6.3) and the unspecified addresses refer to this machine as well.
    private static bool IsThisMachine(Uri host)
    {
        string name = host.IdnHost.TrimEnd('.');
        return host.IsLoopback
            || name is "0.0.0.0" or "::"
            || name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }
}
