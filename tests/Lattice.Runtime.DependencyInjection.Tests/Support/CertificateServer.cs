using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Lattice.Stripe.Tests.Support;

/// <summary>Responds to each connection over TLS once, with its own certificate, and records the client's certificate.</summary>
internal sealed class CertificateServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate = CreateCertificate("localhost");
    private readonly bool _asksForCertificate;
    private readonly Task _serving;

    public CertificateServer(bool asksForCertificate = false, string host = "localhost")
    {
        _asksForCertificate = asksForCertificate;
        _listener = new TcpListener(host.StartsWith('[') ? IPAddress.IPv6Loopback : IPAddress.Loopback, 0);
        _listener.Start();
        Address = new Uri($"https://{host}:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    public string Thumbprint => _certificate.Thumbprint;

    /// <summary>The thumbprint of the client's certificate in each handshake; null where there was none.</summary>
    public List<string?> ClientCertificates { get; } = [];

    public List<SslProtocols> Protocols { get; } = [];

    /// <summary>A self-signed certificate with its private key.</summary>
    public static X509Certificate2 CreateCertificate(string name, params string[] usages)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        if (usages.Length > 0)
        {
            OidCollection oids = [];
            Array.ForEach(usages, usage => oids.Add(new Oid(usage)));
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(oids, critical: false));
        }

        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
        _certificate.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(connection);
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        await using var stream = new SslStream(connection.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificate = _certificate,
                    ClientCertificateRequired = _asksForCertificate,

                    // Tests check which certificate was presented, and not who signed it.
                    RemoteCertificateValidationCallback = (_, _, _, errors) =>
                        (errors & ~(SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNotAvailable)) == 0,
                },
                _stop.Token);
            byte[] buffer = new byte[8_192];
            int read = await stream.ReadAsync(buffer, _stop.Token);
            if (read > 0)
            {
                ClientCertificates.Add(stream.RemoteCertificate?.GetCertHashString());
                Protocols.Add(stream.SslProtocol);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(LoopbackReply.Thing), _stop.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            // The client rejected the certificate.
        }
    }
}

/// <summary>Responses as they stand on the wire.</summary>
internal static class LoopbackReply
{
    public static string Thing { get; } = Of("200 OK", StubResponse.Thing);

    public static string Of(string status, string body, string headers = "") =>
        $"HTTP/1.1 {status}\r\n{headers}Request-Id: req_1\r\nContent-Type: application/json\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";
}
