using System.Net;
using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;

namespace Lattice.Stripe.Http;

/// <summary>
/// Creates a <see cref="SocketsHttpHandler"/> from a <see cref="HttpClientHandler"/>, which can neither renew its connections
/// nor keep tracing headers in the process.
/// </summary>
internal static class HandlerConversion
{
    /// <summary>Creates a handler with the app's settings and the rules of Stripe's connections.</summary>
    public static SocketsHttpHandler ToSocketsHttpHandler(HttpClientHandler handler)
    {
        var sockets = new SocketsHttpHandler
        {
            UseProxy = handler.UseProxy,
            Proxy = handler.Proxy,
            DefaultProxyCredentials = handler.DefaultProxyCredentials,
            Credentials = handler.Credentials,
            PreAuthenticate = handler.PreAuthenticate,
            MaxConnectionsPerServer = handler.MaxConnectionsPerServer,
            MaxResponseHeadersLength = handler.MaxResponseHeadersLength,
            MeterFactory = handler.MeterFactory,
        };
        foreach (KeyValuePair<string, object?> property in handler.Properties)
        {
            sockets.Properties.Add(property);
        }

        CopyDecompression(handler, sockets);
        CopyTls(handler, sockets.SslOptions);
        DefaultHandler.Configure(sockets);
        return sockets;
    }

    // Decompression adds a megabyte to an app that is compiled ahead of time. There the condition is false at compile time, and the
    // compiler omits the code. Such an app loses nothing, because the client requests responses without compression.
    private static void CopyDecompression(HttpClientHandler handler, SocketsHttpHandler sockets)
    {
        if (RuntimeFeature.IsDynamicCodeSupported && handler.AutomaticDecompression != DecompressionMethods.None)
        {
            sockets.AutomaticDecompression = handler.AutomaticDecompression;
        }
    }

    private static void CopyTls(HttpClientHandler handler, SslClientAuthenticationOptions tls)
    {
        tls.EnabledSslProtocols = handler.SslProtocols;
        tls.CertificateRevocationCheckMode =
            handler.CheckCertificateRevocationList ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        if (handler.ServerCertificateCustomValidationCallback is { } validate)
        {
            tls.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
                Validate(validate, sender, certificate, chain, errors);
        }

        if (handler.ClientCertificateOptions == ClientCertificateOption.Automatic)
        {
            tls.LocalCertificateSelectionCallback = static (_, _, _, _, _) => ClientCertificates.SelectFromStore()!;
        }
        else if (handler.ClientCertificates is { Count: > 0 } certificates)
        {
            // Without certificates, a callback would only prevent TLS sessions from being resumed.
            tls.ClientCertificates = certificates;
            tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => ClientCertificates.Select(certificates)!;
        }
    }

    // HttpClientHandler passes the request that opens the connection. SocketsHttpHandler passes only the TLS stream, so the callback
    // gets a request with the host only: callbacks that compare the host still work.
    private static bool Validate(
        Func<HttpRequestMessage, X509Certificate2?, X509Chain?, SslPolicyErrors, bool> validate,
        object sender,
        X509Certificate? certificate,
        X509Chain? chain,
        SslPolicyErrors errors)
    {
        using var request = new HttpRequestMessage { RequestUri = GetAddress((sender as SslStream)?.TargetHostName) };
        return validate(request, certificate as X509Certificate2, chain, errors);
    }

    private static Uri? GetAddress(string? host)
    {
        string? authority = host?.Contains(':', StringComparison.Ordinal) == true ? $"[{host.Trim('[', ']')}]" : host;
        return Uri.TryCreate($"https://{authority}/", UriKind.Absolute, out Uri? address) ? address : null;
    }
}
