using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Http;

/// <summary>Without a connection, Stripe received nothing: the outcome is known, and the message names the cause.</summary>
public sealed class UnreachableTests
{
    [Fact]
    public async Task A_refused_connection()
    {
        StripeError error = await FailAsync(new Uri($"http://127.0.0.1:{GetUnusedPort()}/"));

        Assert.Contains("ConnectionRefused", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_without_an_address()
    {
        StripeError error = await FailAsync(new Uri("https://stripe.invalid/"));

        Assert.Contains("stripe.invalid", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_not_established_in_time()
    {
        // There is a listener, but the handler never establishes the connection.
        using SocketsHttpHandler handler = StripeClient.CreateHandler();
        handler.ConnectCallback = static async (_, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException();
        };

        StripeError error = await FailAsync(
            new Uri("http://127.0.0.1:1/"), handler, options => options.AttemptTimeout = TimeSpan.FromMilliseconds(50));

        Assert.Equal(StripeErrorType.TimeoutError, error.Type);
    }

    [Theory]
    [InlineData("localhost", 1, "UntrustedRoot")]
    [InlineData("other.example", 1, "RemoteCertificateNameMismatch")]
    [InlineData("localhost", -1, "NotTimeValid")]
    public async Task A_certificate_that_is_not_accepted(string host, int days, string expected)
    {
        await using TlsServer server = await TlsServer.StartAsync(host, DateTimeOffset.UtcNow.AddDays(days));

        StripeError error = await FailAsync(server.Address);

        Assert.Contains("certificate", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Protocols);
    }

    [Fact]
    public async Task A_server_that_does_not_speak_TLS()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task<StripeError> call = FailAsync(new Uri($"https://{listener.LocalEndpoint}/"));
        using (TcpClient connection = await listener.AcceptTcpClientAsync())
        {
            await connection.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        }

        StripeError error = await call;

        Assert.Contains("SecureConnectionError", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(407)]
    [InlineData(403)]
    [InlineData(502)]
    public async Task A_proxy_that_opens_no_tunnel(int status)
    {
        await using var proxy = new LoopbackServer(
            _ => $"HTTP/1.1 {status} Refused by hidden-reason\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using SocketsHttpHandler handler = StripeClient.CreateHandler();
        handler.Proxy = new WebProxy($"http://hidden-user:hidden-password@127.0.0.1:{proxy.Address.Port}/");

        StripeError error = await FailAsync(new Uri("https://api.stripe.invalid/"), handler);

        Assert.Contains($"status {status.ToString(CultureInfo.InvariantCulture)}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_attempt_before_it_leaves_the_outcome_open()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            // Accepts the request and closes the connection; then there is no listener anymore.
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
            Task<StripeError> call = FailAsync(
                new Uri($"http://127.0.0.1:{port}/"), configure: options => options.MaxRetries = 1, isUnknown: true);
            using TcpClient connection = await listener.AcceptTcpClientAsync();
            listener.Stop();
            _ = await connection.GetStream().ReadAsync(new byte[8_192]);
            connection.Close();

            StripeError error = await call;

            Assert.Equal(2, error.Attempts);
            Assert.Contains("ConnectionRefused", error.Message, StringComparison.Ordinal);
        }
    }

    private static int GetUnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<StripeError> FailAsync(
        Uri address, SocketsHttpHandler? handler = null, Action<StripeClientOptions>? configure = null, bool isUnknown = false)
    {
        var options = new StripeClientOptions { ApiKey = Caller.Key, BaseAddress = address, MaxRetries = 0 };
        configure?.Invoke(options);
        using StripeClient client = handler is null ? new StripeClient(options) : new StripeClient(options, handler);

        StripeResult<Thing> result = await Thing.CreateOperation.TrySendAsync(
            client, [], new ThingParams { Text = "t" }, new StripeRequestOptions { IdempotencyKey = "key-1" }, CancellationToken.None);

        StripeError error = Caller.Failed(result);
        Assert.Equal(isUnknown, error.IsOutcomeUnknown);
        Assert.Equal("key-1", error.IdempotencyKey);
        Assert.NotNull(error.GetException());
        return error;
    }
}
