using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lattice.Stripe.Tests.Support;

/// <summary>Responds to each request with a thing over HTTPS, with HTTP/2 if the client accepts it, and an untrusted certificate.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly X509Certificate2 _certificate;
    private readonly List<string> _protocols = [];
    private readonly List<long> _bodyLengths = [];

    private TlsServer(X509Certificate2 certificate)
    {
        _certificate = certificate;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            listen.UseHttps(certificate);
        }));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        _application = builder.Build();
        _application.Run(RespondAsync);
    }

    public int Port => new Uri(_application.Urls.Single()).Port;

    public Uri Address => new($"https://localhost:{Port}/");

    /// <summary>The protocol of each request, such as <c>HTTP/2</c>.</summary>
    public IReadOnlyList<string> Protocols
    {
        get
        {
            lock (_protocols)
            {
                return [.. _protocols];
            }
        }
    }

    /// <summary>How long the body of each request was.</summary>
    public IReadOnlyList<long> BodyLengths
    {
        get
        {
            lock (_protocols)
            {
                return [.. _bodyLengths];
            }
        }
    }

    public static async Task<TlsServer> StartAsync(string host = "localhost", DateTimeOffset? notAfter = null)
    {
        var server = new TlsServer(CreateCertificate(host, notAfter ?? DateTimeOffset.UtcNow.AddDays(1)));
        await server._application.StartAsync();
        return server;
    }

    /// <summary>A handler with the rules of a client's own, which accepts this server's certificate.</summary>
    public SocketsHttpHandler CreateTrustingHandler()
    {
        string hash = _certificate.GetCertHashString();
        SocketsHttpHandler handler = StripeClient.CreateHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == hash;
        return handler;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _certificate.Dispose();
    }

    private static X509Certificate2 CreateCertificate(string host, DateTimeOffset notAfter)
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.CreateSelfSigned(notAfter.AddYears(-1), notAfter);
#if NET9_0_OR_GREATER
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
#else
        return new X509Certificate2(certificate.Export(X509ContentType.Pkcs12));
#endif
    }

    private async Task RespondAsync(HttpContext context)
    {
        long length = 0;
        byte[] buffer = new byte[81_920];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer)) > 0)
        {
            length += read;
        }

        lock (_protocols)
        {
            _protocols.Add(context.Request.Protocol);
            _bodyLengths.Add(length);
        }

        context.Response.Headers["Request-Id"] = "req_1";
        await context.Response.WriteAsync(StubResponse.Thing);
    }

    /// <summary>The host's default lifetime would handle Ctrl+C instead of the test run.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
