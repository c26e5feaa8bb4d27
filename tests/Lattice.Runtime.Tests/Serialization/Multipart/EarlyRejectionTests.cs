using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Serialization.Multipart;

/// <summary>A server can reject an upload before the file is sent.</summary>
public sealed class EarlyRejectionTests
{
    private const int Size = 16 * 1024 * 1024;

    [Theory]
    [InlineData(413, false)]
    [InlineData(401, false)]
    [InlineData(403, true)]
    [InlineData(413, true)]
    public async Task A_rejection_before_the_file_is_an_error_of_the_server_and_the_file_is_not_sent(int status, bool isStripe)
    {
        string body = isStripe ? """{"error":{"type":"invalid_request_error","code":"too_large"}}""" : "<html>Too large.</html>";
        string id = isStripe ? "Request-Id: req_1\r\n" : "";
        using var server = new RefusingServer(
            $"HTTP/1.1 {status.ToString(CultureInfo.InvariantCulture)} Refused\r\n{id}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key, BaseAddress = server.Address });
        using var content = new MemoryStream(new byte[Size]);

        StripeResult<Thing> result = await UploadParams.CreateOperation.TrySendAsync(
            client, [], new UploadParams { File = new StripeFileUpload(content, "f.png") }, null, CancellationToken.None);

        Assert.Equal(status, (int)result.Error!.StatusCode!);
        Assert.Equal(1, result.Error.Attempts);
        Assert.False(result.Error.IsOutcomeUnknown);
        Assert.Contains("\r\nExpect: 100-continue\r\n", server.Request, StringComparison.Ordinal);
        Assert.InRange(server.Request.Length, 1, 4_096);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    [InlineData(413, false)]
    public async Task A_response_before_the_file_that_is_lost_leaves_the_outcome_unknown_only_if_it_is_a_success(int status, bool isUnknown)
    {
        using var server = new RefusingServer(
            $"HTTP/1.1 {status.ToString(CultureInfo.InvariantCulture)} Early\r\nRequest-Id: req_1\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{{");
        using var client = new StripeClient(
            new StripeClientOptions { ApiKey = Caller.Key, BaseAddress = server.Address, MaxRetries = 0 });
        using var content = new MemoryStream(new byte[Size]);

        StripeResult<Thing> result = await UploadParams.CreateOperation.TrySendAsync(
            client, [], new UploadParams { File = new StripeFileUpload(content, "f.png") }, null, CancellationToken.None);

        Assert.Equal((StripeErrorType.ConnectionError, isUnknown), (result.Error!.Type, result.Error.IsOutcomeUnknown));
    }

    [Fact]
    public async Task Other_bodies_do_not_wait_for_the_server()
    {
        using Caller caller = Caller.Succeeding();

        await caller.CreateAsync(new ThingParams { Text = "t" });

        Assert.Null(caller.Sent.Header("Expect"));
    }

    [Fact]
    public async Task A_server_that_requests_the_file_gets_it()
    {
        await using TlsServer server = await TlsServer.StartAsync();
        foreach (bool http2 in new[] { true, false })
        {
            using SocketsHttpHandler handler = server.CreateTrustingHandler();
            using var client = new StripeClient(
                new StripeClientOptions { ApiKey = Caller.Key, BaseAddress = server.Address, EnableHttp2 = http2 }, handler);
            using var content = new MemoryStream(new byte[Size]);

            await UploadParams.CreateOperation.SendAsync(
                client, [], new UploadParams { File = new StripeFileUpload(content, "f.png") }, null, CancellationToken.None);
        }

        Assert.Equal(["HTTP/2", "HTTP/1.1"], server.Protocols);
        Assert.All(server.BodyLengths, length => Assert.InRange(length, Size, Size + 2_000));
    }

    /// <summary>Reads the headers of one request, responds, and reads nothing more.</summary>
    private sealed class RefusingServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly StringBuilder _request = new();
        private readonly Task _serving;

        public RefusingServer(string response)
        {
            _listener.Start();
            _serving = ServeAsync(Encoding.ASCII.GetBytes(response));
        }

        public Uri Address => new($"http://{_listener.LocalEndpoint}/");

        public string Request => _request.ToString();

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync(byte[] response)
        {
            using TcpClient connection = await _listener.AcceptTcpClientAsync();
            byte[] buffer = new byte[4_096];
            while (!Request.Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                int read = await connection.GetStream().ReadAsync(buffer);
                _request.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }

            await connection.GetStream().WriteAsync(response);
        }
    }
}
