using System.Net;
using System.Net.Sockets;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests;

public sealed class ServerTests
{
    private const string Valid = "account=acct_1&type=account_onboarding";

    [Fact]
    public async Task The_server_responds_over_loopback_HTTP_and_keeps_the_request()
    {
        var stripe = new StripeStandIn(new StripeStandInOptions { TimeProvider = Caller.Clock });
        await using StripeStandInServer server = await StripeStandInServer.StartAsync(stripe);
        using Caller caller = CallerOf(server);

        Reply reply = await caller.PostAsync("/v1/account_links", Valid);
        ReceivedRequest received = Assert.Single(stripe.Requests);

        Assert.Same(stripe, server.StandIn);
        Assert.Matches(@"^http://127\.0\.0\.1:\d+/$", server.BaseAddress.AbsoluteUri);
        Assert.Equal(200, reply.StatusCode);
        Assert.Equal("application/json", reply.Header("Content-Type"));
        Assert.Equal(1_700_000_300, reply.Json.GetProperty("expires_at").GetInt64());
        Assert.Matches("^req_[0-9A-Za-z]{16}$", reply.Header("Request-Id")!);
        Assert.Equal(Valid, received.Body);
        Assert.Equal("PostAccountLinks", received.OperationId);
        Assert.Equal("Bearer sk_test_…[redacted]", received.Headers["Authorization"]);
    }

    [Fact]
    public async Task The_server_accepts_the_headers_of_a_careful_client()
    {
        await using StripeStandInServer server = await StripeStandInServer.StartAsync();
        using Caller caller = CallerOf(server);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/account_links", UriKind.Relative))
        {
            Content = new StringContent(Valid, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Caller.Key}");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        request.Headers.TryAddWithoutValidation("Stripe-Version", "2026-09-30.endive; x_beta=v1");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", "order 4 2");
        request.Headers.ExpectContinue = true;

        Reply reply = await caller.SendAsync(request);

        Assert.Equal(200, reply.StatusCode);
        Assert.Null(reply.Header("Content-Encoding"));
        Assert.Equal("2026-09-30.endive; x_beta=v1", reply.Header("Stripe-Version"));
        Assert.Equal("order 4 2", reply.Header("Idempotency-Key"));
    }

    [Theory]
    [InlineData("order 4 2")]
    [InlineData("a,b;c=d")]
    [InlineData("!\"#$%&'()*+,-./0123456789:;<=>?@ABC[\\]^_`abc{|}~")]
    [InlineData("a  b")]
    public async Task An_idempotency_key_may_have_any_character_of_a_header(string key)
    {
        await using StripeStandInServer server = await StripeStandInServer.StartAsync();
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key, BaseAddress = server.BaseAddress });
        var parameters = new AccountLinkCreateParams { Account = "acct_1", Type = AccountLinkCreateType.AccountUpdate };
        var options = new StripeRequestOptions { IdempotencyKey = key };

        AccountLink first = await AccountLink.CreateAsync(client, parameters, options);
        AccountLink again = await AccountLink.CreateAsync(client, parameters, options);

        Assert.Equal(first.Url.Reveal(), again.Url.Reveal());
        Assert.True(again.GetResponse()!.IsIdempotentReplay);
        server.StandIn.AssertReceived(AccountLink.CreateOperation, expected => expected.WithHeader("Idempotency-Key", key));
    }

    [Fact]
    public async Task The_server_listens_on_the_specified_address()
    {
        var parameters = new AccountLinkCreateParams { Account = "acct_1", Type = AccountLinkCreateType.AccountUpdate };
        await using StripeStandInServer all = await StripeStandInServer.StartAsync(address: IPAddress.Any);
        await using StripeStandInServer other = await StripeStandInServer.StartAsync(address: IPAddress.Parse("127.0.0.2"));
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key, BaseAddress = other.BaseAddress });
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        AccountLink link = await AccountLink.CreateAsync(client, parameters);
        using HttpResponseMessage page = await http.GetAsync(link.Url.Reveal());

        Assert.Equal("127.0.0.1", all.BaseAddress.Host);
        Assert.Equal(("127.0.0.2", "127.0.0.2"), (other.BaseAddress.Host, other.PageAddress.Host));
        Assert.Equal(HttpStatusCode.SeeOther, page.StatusCode);
        Assert.Equal(AccountLinkState.AlreadyUsed, other.StandIn.AccountLinks.GetState(link.Url.Reveal()));
        await Assert.ThrowsAsync<SocketException>(() => StripeStandInServer.StartAsync(address: IPAddress.Parse("192.0.2.1")));
    }

    [Fact]
    public async Task The_server_returns_the_same_errors_as_the_handler()
    {
        await using StripeStandInServer server = await StripeStandInServer.StartAsync();
        using Caller caller = CallerOf(server);

        Assert.Equal(401, (await caller.PostAsync("/v1/account_links", Valid, authorization: null)).StatusCode);
        Assert.Equal(404, (await caller.PostAsync("/v1/nope")).StatusCode);
        Assert.Equal("type", (await caller.PostAsync("/v1/account_links", "account=acct_1")).Error("param"));
        Assert.Equal(
            "Unrecognized request URL (DELETE: /v1/account_links)",
            (await caller.SendAsync(HttpMethod.Delete, "/v1/account_links", null, $"Bearer {Caller.Key}"))
                .Error("message")!.Split('.')[0]);
    }

    [Fact]
    public async Task A_dropped_connection_is_closed_without_a_response()
    {
        var stripe = new StripeStandIn();
        stripe.On(AccountLink.CreateOperation).Drop().Drop(carriedOut: true);
        await using StripeStandInServer server = await StripeStandInServer.StartAsync(stripe);
        using Caller caller = CallerOf(server);

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.PostAsync("/v1/account_links", Valid, ("Idempotency-Key", "a")));
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.PostAsync("/v1/account_links", Valid, ("Idempotency-Key", "a")));
        Reply reply = await caller.PostAsync("/v1/account_links", Valid, ("Idempotency-Key", "a"));

        Assert.Equal("true", reply.Header("Idempotent-Replayed"));
        Assert.Equal([null, null, 200], stripe.Requests.Select(request => request.StatusCode));
    }

    [Theory]
    [InlineData("Idempotency-Key", "a\u0001b")]
    [InlineData("Idempotency-Key", "a\u007fb")]
    [InlineData("Stripe-Version", "a\u0001b")]
    public async Task A_header_with_a_control_character_is_an_error_and_not_echoed(string name, string value)
    {
        await using StripeStandInServer server = await StripeStandInServer.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.BaseAddress.Port);
        NetworkStream stream = client.GetStream();

        await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(
            $"POST /v1/account_links HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {Caller.Key}\r\n{name}: {value}\r\n\r\n"));
        string response = await new StreamReader(stream).ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 400 ", response, StringComparison.Ordinal);
        Assert.DoesNotContain(value, response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_the_server_does_not_wait_for_a_stubbed_delay()
    {
        var clock = new FakeTimeProvider();
        using var stripe = new StripeStandIn(new StripeStandInOptions { TimeProvider = clock });
        stripe.On(AccountLink.CreateOperation).Delay(TimeSpan.FromSeconds(10));
        StripeStandInServer server = await StripeStandInServer.StartAsync(stripe);
        using Caller caller = CallerOf(server);
        Task<Reply> waiting = caller.PostAsync("/v1/account_links", Valid);
        while (stripe.Requests.Count == 0)
        {
            await Task.Yield();
        }

        // The wait is shorter than the delay, and than the host's shutdown timeout.
        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
    }

    [Fact]
    public async Task JSON_and_files_are_accepted_over_HTTP()
    {
        using StripeStandIn stripe = WidgetSlice.CreateStandIn();
        await using StripeStandInServer server = await StripeStandInServer.StartAsync(stripe);
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key, BaseAddress = server.BaseAddress });

        var parameters = new Widgets.V2.Core.WidgetCreateParams { Name = "é" };
        Widgets.V2.Core.Widget widget = await Widgets.V2.Core.Widget.CreateAsync(client, parameters);
        Widgets.StripeFile file = await Widgets.StripeFile.CreateAsync(client, new Widgets.StripeFileCreateParams
        {
            File = new StripeFileUpload(new MemoryStream([1, 2, 3]), "a.png", "image/png"),
            Purpose = Widgets.StripeFileCreatePurpose.Logo,
        });

        Assert.Equal("é", widget.Name);
        Assert.Equal(Widgets.StripeFileCreatePurpose.Logo, file.Purpose.Value);
    }

    [Fact]
    public async Task A_path_parameter_is_decoded_once()
    {
        string slice = Slice.With($$"""{ "/v1/things/{id}": { "post": {{Slice.Operation("Update")}} } }""");
        var stripe = new StripeStandIn(new StripeStandInOptions { Slice = StripeSlice.Parse(slice) });
        await using StripeStandInServer server = await StripeStandInServer.StartAsync(stripe);
        using Caller caller = CallerOf(server);

        Assert.Equal(200, (await caller.PostAsync("/v1/things/a%2Fb?")).StatusCode);
        Assert.Equal(200, (await caller.PostAsync("/v1/things/a%252Fb")).StatusCode);
        Assert.Equal(
            ["/v1/things/a%2Fb", "/v1/things/a%252Fb"], stripe.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Echoed_headers_may_contain_non_ASCII_text()
    {
        await using StripeStandInServer server = await StripeStandInServer.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.BaseAddress.Port);
        NetworkStream stream = client.GetStream();

        await stream.WriteAsync(
            "POST /v1/nope HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIdempotency-Key: ключ\r\n\r\n"u8.ToArray());
        string response = await new StreamReader(stream).ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 401 ", response, StringComparison.Ordinal);
        Assert.Contains("Idempotency-Key: ключ\r\n", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_listens_on_the_specified_port_and_stops_when_it_is_disposed()
    {
        StripeStandInServer first = await StripeStandInServer.StartAsync();
        int port = first.BaseAddress.Port;
        await Assert.ThrowsAnyAsync<IOException>(() => StripeStandInServer.StartAsync(port: port));
        await first.DisposeAsync();

        await using StripeStandInServer second = await StripeStandInServer.StartAsync(port: port);

        Assert.Equal(port, second.BaseAddress.Port);
    }

    [Fact]
    public async Task A_stand_in_of_the_caller_outlives_the_server_and_a_default_one_does_not()
    {
        using var shared = new StripeStandIn();
        StripeStandInServer first = await StripeStandInServer.StartAsync(shared);
        StripeStandInServer second = await StripeStandInServer.StartAsync();
        IStripeClient own = second.StandIn.Client;
        var parameters = new AccountLinkCreateParams { Account = "acct_1", Type = AccountLinkCreateType.AccountUpdate };

        await first.DisposeAsync();
        await second.DisposeAsync();

        Assert.True((await AccountLink.TryCreateAsync(shared.Client, parameters)).IsSuccess);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => AccountLink.TryCreateAsync(own, parameters));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65_536)]
    public async Task An_invalid_port_is_an_error(int port)
        => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => StripeStandInServer.StartAsync(port: port));

    private static Caller CallerOf(StripeStandInServer server)
        => new(new HttpClient { BaseAddress = server.BaseAddress });
}
