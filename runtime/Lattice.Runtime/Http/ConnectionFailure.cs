using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Lattice.Stripe.Http;

/// <summary>
/// Describes a connection that failed. The text names the kind of failure and never quotes an exception's message, which may hold
/// what was sent, or a proxy's user and password.
/// </summary>
internal static class ConnectionFailure
{
    // The names of SslPolicyErrors and X509ChainStatusFlags that .NET writes into the exception's message. It reports the errors of
    // a certificate nowhere else.
    private static readonly string[] s_certificateErrors =
    [
        "RemoteCertificateNotAvailable", "RemoteCertificateNameMismatch", "RemoteCertificateChainErrors", "NotTimeValid", "Revoked",
        "NotSignatureValid", "NotValidForUsage", "UntrustedRoot", "RevocationStatusUnknown", "OfflineRevocation", "Cyclic",
        "InvalidBasicConstraints", "InvalidNameConstraints", "InvalidExtension", "InvalidPolicyConstraints", "PartialChain",
        "HasWeakSignature", "HasNotSupportedCriticalExtension", "ExplicitDistrust",
    ];

    public static string Describe(Exception exception)
    {
        HttpRequestError kind = (exception as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown;
        if (kind == HttpRequestError.ProxyTunnelError)
        {
            int? status = (int?)((HttpRequestException)exception).StatusCode;
            return status is { } code
                ? "the proxy refused to open a tunnel, with status " + code.ToString(CultureInfo.InvariantCulture)
                : "the proxy did not open a tunnel";
        }

        if (Find<AuthenticationException>(exception) is { } authentication)
        {
            return GetCertificateErrors(authentication.Message) is { Length: > 0 } errors
                ? $"its certificate is not accepted ({errors})"
                : "no secure connection could be established (SecureConnectionError)";
        }

        return exception switch
        {
            _ when Find<SocketException>(exception) is { } socket => socket.SocketErrorCode.ToString(),
            _ when kind != HttpRequestError.Unknown => kind.ToString(),
            _ when IsNetworkFailure(exception) => "it broke before the whole response had arrived",
            _ => $"the handler threw {exception.GetType().Name}",
        };
    }

    /// <summary>
    /// Whether .NET throws the exception for a connection that failed or a body that was damaged in transit. Any other exception is
    /// a handler's decision (an open circuit, a full rate limiter) or its bug: a retry would not help.
    /// </summary>
    public static bool IsNetworkFailure(Exception? exception) =>
        exception is HttpRequestException or IOException or InvalidDataException or SocketException or AuthenticationException;

    private static string GetCertificateErrors(string text)
    {
        // .NET separates the names by commas. A name that is part of a longer word is a different name.
        string[] words = text.Split([' ', ',', ':', '.'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(", ", Array.FindAll(s_certificateErrors, error => Array.IndexOf(words, error) >= 0));
    }

    private static T? Find<T>(Exception exception)
        where T : Exception
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is T found)
            {
                return found;
            }
        }

        return null;
    }
}
