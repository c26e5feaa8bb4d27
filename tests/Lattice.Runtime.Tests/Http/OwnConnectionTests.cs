using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lattice.Stripe.Tests.Http;

/// <summary>A client without a handler of the caller uses its own connections.</summary>
public sealed class OwnConnectionTests
{
    [Fact]
    public async Task A_request_is_sent_over_the_network_and_its_response_is_returned()
    {
        await using var server = new LoopbackServer(
            _ => $"HTTP/1.1 200 OK\r\nRequest-Id: req_1\r\nContent-Length: {StubResponse.Thing.Length}\r\nConnection: close\r\n\r\n{StubResponse.Thing}");
        using StripeClient client = Connect(server);

        Thing thing = await Thing.CreateOperation.SendAsync(client, [], new ThingParams { Text = "a b" }, null, CancellationToken.None);

        Assert.Equal("thing_1", thing.Id);
        Assert.Equal("req_1", thing.GetResponse()!.RequestId);
        string request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /v1/things HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"\r\nAuthorization: Bearer {Caller.Key}\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Length: 8\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\ntext=a+b", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_an_error_and_not_followed(int status)
    {
        await using var server = new LoopbackServer(
            address => $"HTTP/1.1 {status} Moved\r\nLocation: {address}elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using StripeClient client = Connect(server);

        StripeError error = Caller.Failed(
            await Thing.CreateOperation.TrySendAsync(client, [], new ThingParams(), null, CancellationToken.None));

        Assert.Equal(status, (int)error.StatusCode!);
        Assert.Equal(StripeErrorType.ApiError, error.Type);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cookies_are_not_kept_between_calls()
    {
        await using var server = new LoopbackServer(
            _ => "HTTP/1.1 400 Bad\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using StripeClient client = Connect(server);

        await Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None);
        await Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None);

        Assert.Equal(2, server.Requests.Count);
        Assert.DoesNotContain("Cookie", server.Requests[1], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_callers_trace_and_baggage_do_not_leave_the_process()
    {
        await using var server = new LoopbackServer(_ => "HTTP/1.1 400 Bad\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using StripeClient client = Connect(server);
        using var activity = new Activity("the caller's");
        activity.AddBaggage("user", "anna").Start();

        await Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None);

        string request = Assert.Single(server.Requests);
        Assert.DoesNotContain("anna", request, StringComparison.Ordinal);
        Assert.DoesNotContain(activity.TraceId.ToHexString(), request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_diagnostics_event_contains_the_request_and_listeners_cannot_add_headers()
    {
        List<string> events = [];
        using var subscription = DiagnosticListener.AllListeners.Subscribe(new Watcher<DiagnosticListener>(listener =>
        {
            if (listener.Name == "HttpHandlerDiagnosticListener")
            {
                // Like HTTP instrumentation, which writes the tracing headers to the request in the event.
                listener.Subscribe(new Watcher<KeyValuePair<string, object?>>(pair =>
                {
                    lock (events)
                    {
                        events.Add($"{pair.Key} {pair.Value}");
                    }
                }));
            }
        }));
        await using var server = new LoopbackServer(_ => "HTTP/1.1 400 Bad\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using StripeClient client = Connect(server);

        await Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None);

        lock (events)
        {
            Assert.DoesNotContain(events, text => text.Contains(server.Address.Authority, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/", true)]
    [InlineData("http://localhost:1/", true)]
    [InlineData("http://[::1]:1/", true)]
    [InlineData("http://localhost.:1/", true)]
    [InlineData("http://app.localhost:1/", true)]
    [InlineData("http://0.0.0.0:1/", true)]
    [InlineData("http://notlocalhost:1/", false)]
    [InlineData("https://api.stripe.com/", false)]
    public void The_proxy_of_the_environment_is_not_used_for_this_machine(string address, bool isBypassed)
    {
        using SocketsHttpHandler handler = StripeClient.CreateHandler();
        IWebProxy before = HttpClient.DefaultProxy;
        try
        {
            HttpClient.DefaultProxy = new WebProxy("http://proxy.example:3128");

            Assert.Equal(isBypassed, handler.Proxy!.IsBypassed(new Uri(address)));
            Assert.Equal(isBypassed ? null : new Uri("http://proxy.example:3128"), handler.Proxy.GetProxy(new Uri(address)));
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Fact]
    public async Task An_incomplete_response_is_a_connection_error()
    {
        await using var server = new LoopbackServer(
            _ => "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"id\":\"hidden\"");
        using StripeClient client = Connect(server);

        StripeError error = Caller.Failed(await Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None));

        Assert.Equal(StripeErrorType.ConnectionError, error.Type);
        Assert.True(error.IsOutcomeUnknown);
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_without_a_listener_is_a_connection_error()
    {
        // Bound, so that the port is not used otherwise, but not listening.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var address = new Uri($"http://{socket.LocalEndPoint}/");
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key, BaseAddress = address, MaxRetries = 0 });

        StripeError error = Caller.Failed(await Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None));

        Assert.Equal(StripeErrorType.ConnectionError, error.Type);
        Assert.Null(error.StatusCode);
        Assert.Contains(IPAddress.Loopback.ToString(), error.Message, StringComparison.Ordinal);
    }

    private static StripeClient Connect(LoopbackServer server) =>
        new(new StripeClientOptions { ApiKey = Caller.Key, BaseAddress = server.Address });

    private sealed class Watcher<T>(Action<T> watch) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => watch(value);
    }
}
