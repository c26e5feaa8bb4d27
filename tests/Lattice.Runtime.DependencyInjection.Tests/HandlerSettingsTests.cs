using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Lattice.Stripe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lattice.Stripe.Tests;

/// <summary>The settings of an app's <see cref="HttpClientHandler"/> apply to the handler that replaces it.</summary>
public class HandlerSettingsTests
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    [Fact]
    public void The_settings_are_copied()
    {
        using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var handler = new HttpClientHandler
        {
            Proxy = new WebProxy("http://127.0.0.1:3128"),
            DefaultProxyCredentials = new NetworkCredential("proxy", "p"),
            Credentials = new NetworkCredential("user", "p"),
            PreAuthenticate = true,
            MaxConnectionsPerServer = 7,
            MaxResponseHeadersLength = 9,
            AutomaticDecompression = DecompressionMethods.Brotli,
            CheckCertificateRevocationList = true,
            SslProtocols = SslProtocols.Tls12,
            MeterFactory = meters.GetRequiredService<IMeterFactory>(),
        };
        handler.Properties["purpose"] = "payments";

        SocketsHttpHandler replacement = Replace(handler);

        Assert.Same(handler.Proxy, replacement.Proxy);
        Assert.Same(handler.DefaultProxyCredentials, replacement.DefaultProxyCredentials);
        Assert.Same(handler.Credentials, replacement.Credentials);
        Assert.Same(handler.MeterFactory, replacement.MeterFactory);
        Assert.Equal(
            (true, true, 7, 9, DecompressionMethods.Brotli),
            (replacement.UseProxy, replacement.PreAuthenticate, replacement.MaxConnectionsPerServer,
                replacement.MaxResponseHeadersLength, replacement.AutomaticDecompression));
        Assert.Equal(
            (X509RevocationMode.Online, SslProtocols.Tls12),
            (replacement.SslOptions.CertificateRevocationCheckMode, replacement.SslOptions.EnabledSslProtocols));
        Assert.Equal("payments", replacement.Properties["purpose"]);
    }

    [Fact]
    public void Default_settings_are_those_of_the_clients_own_handler()
    {
        using SocketsHttpHandler own = StripeClient.CreateHandler();

        SocketsHttpHandler replacement = Replace(new HttpClientHandler());

        Assert.Equal(own.Proxy!.GetType().FullName, replacement.Proxy!.GetType().FullName);
        Assert.True(replacement.Proxy.IsBypassed(new Uri("http://localhost:12111/")));
        Assert.Equal(
            (own.AutomaticDecompression, own.MaxConnectionsPerServer, own.MaxResponseHeadersLength, own.PreAuthenticate),
            (replacement.AutomaticDecompression, replacement.MaxConnectionsPerServer, replacement.MaxResponseHeadersLength,
                replacement.PreAuthenticate));
        Assert.Null(replacement.SslOptions.RemoteCertificateValidationCallback);
        Assert.Null(replacement.SslOptions.LocalCertificateSelectionCallback);
    }

    [Fact]
    public void Every_setting_is_copied_or_omitted_for_a_reason()
    {
        string[] carried =
        [
            "MeterFactory", "AutomaticDecompression", "UseProxy", "Proxy", "DefaultProxyCredentials", "PreAuthenticate",
            "Credentials", "UseDefaultCredentials", "MaxConnectionsPerServer", "MaxResponseHeadersLength",
            "ClientCertificateOptions", "ClientCertificates", "ServerCertificateCustomValidationCallback",
            "CheckCertificateRevocationList", "SslProtocols", "Properties",
        ];

        // Redirects and cookies are off; the last property has no effect since .NET Core.
        string[] leftOut =
            ["UseCookies", "CookieContainer", "AllowAutoRedirect", "MaxAutomaticRedirections", "MaxRequestContentBufferSize"];

        Assert.Equal(
            carried.Concat(leftOut).Order(StringComparer.Ordinal),
            typeof(HttpClientHandler).GetProperties()
                .Where(property => !property.GetMethod!.IsStatic && !property.Name.StartsWith("Supports", StringComparison.Ordinal))
                .Select(property => property.Name)
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("localhost", SslPolicyErrors.RemoteCertificateChainErrors)]
    [InlineData("127.0.0.1", SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch)]
    [InlineData("[::1]", SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch)]
    public async Task The_certificate_callback_of_the_app_gets_the_host(string host, SslPolicyErrors expected)
    {
        await using var server = new CertificateServer(host: host);
        var seen = new List<(string? Host, string? Thumbprint, bool HasChain, SslPolicyErrors Errors)>();
        var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (request, certificate, chain, errors) =>
            {
                seen.Add((request.RequestUri?.Host, certificate?.Thumbprint, chain is not null, errors));
                return true;
            },
        };

        Assert.True((await CallAsync(server.Address, handler)).IsSuccess);

        Assert.Equal([(host, server.Thumbprint, true, expected)], seen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_that_the_app_rejects_ends_the_call(bool hasCallback)
    {
        await using var server = new CertificateServer();
        var handler = new HttpClientHandler();
        if (hasCallback)
        {
            handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => false;
        }

        StripeResult<Thing> result = await CallAsync(server.Address, handler);

        Assert.Equal(StripeErrorType.ConnectionError, result.Error!.Type);
        Assert.Empty(server.Protocols);
    }

    [Fact]
    public async Task An_app_that_accepts_any_certificate_still_accepts_it()
    {
        await using var server = new CertificateServer();

        Assert.True((await CallAsync(server.Address, Trusting())).IsSuccess);
    }

    [Fact]
    public async Task The_first_client_certificate_of_the_app_is_presented()
    {
        await using var server = new CertificateServer(asksForCertificate: true);
        using X509Certificate2 forServers = CertificateServer.CreateCertificate("server", ServerAuthentication);
        using X509Certificate2 suitable = CertificateServer.CreateCertificate("client", ClientAuthentication);
        using X509Certificate2 further = CertificateServer.CreateCertificate("further");
        using X509Certificate2 withoutKey = X509CertificateLoader.LoadCertificate(suitable.Export(X509ContentType.Cert));
        HttpClientHandler handler = Trusting();
        handler.ClientCertificates.AddRange((X509Certificate[])[withoutKey, forServers, suitable, further]);

        Assert.True((await CallAsync(server.Address, handler)).IsSuccess);

        Assert.Equal([suitable.Thumbprint], server.ClientCertificates);
    }

    [Fact]
    public async Task Certificates_of_the_users_store_are_presented_if_the_app_allows_it()
    {
        HttpClientHandler handler = Trusting();
        handler.ClientCertificateOptions = ClientCertificateOption.Automatic;
        await using var server = new CertificateServer(asksForCertificate: true);

        Assert.True((await CallAsync(server.Address, handler)).IsSuccess);

        // The certificate of .NET's own handler. There may be none in the store of the machine.
        await using var other = new CertificateServer(asksForCertificate: true);
        HttpClientHandler dotnet = Trusting();
        dotnet.ClientCertificateOptions = ClientCertificateOption.Automatic;
        using var client = new HttpClient(dotnet);
        using HttpResponseMessage response = await client.GetAsync(other.Address);
        Assert.Equal(other.ClientCertificates, server.ClientCertificates);
        var automatic = new HttpClientHandler { ClientCertificateOptions = ClientCertificateOption.Automatic };
        Assert.NotNull(Replace(automatic).SslOptions.LocalCertificateSelectionCallback);
    }

    [Fact]
    public async Task The_protocols_of_the_app_are_used()
    {
        await using var server = new CertificateServer();
        HttpClientHandler handler = Trusting();
        handler.SslProtocols = SslProtocols.Tls12;

        Assert.True((await CallAsync(server.Address, handler)).IsSuccess);

        Assert.Equal([SslProtocols.Tls12], server.Protocols);
    }

    private static HttpClientHandler Trusting() =>
        new() { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };

    private static SocketsHttpHandler Replace(HttpClientHandler handler)
    {
        var services = new ServiceCollection();
        services.AddStripeClient(options => options.ApiKey = Caller.Key).RespondedBy(handler);
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetHandlers()[^1].AssertHasRules();
    }

    private static async Task<StripeResult<Thing>> CallAsync(Uri address, HttpClientHandler handler)
    {
        var services = new ServiceCollection();
        services.AddStripeClientOf(address).RespondedBy(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.IsType<SocketsHttpHandler>(provider.GetHandlers()[^1]);
        return await provider.CallAsync();
    }
}
