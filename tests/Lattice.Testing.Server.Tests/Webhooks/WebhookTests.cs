using Lattice.TestSupport.Http;

namespace Lattice.Stripe.Testing.Tests.Webhooks;

/// <summary>Changes of objects that the server reports to endpoints.</summary>
public sealed class WebhookTests : IAsyncLifetime, IDisposable
{
    private const string Secret = "whsec_planted";
    private const string Account = "acct_1";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
    private readonly List<StandInChange> _changes = [];
    private readonly StripeStandIn _stripe;
    private StripeStandInServer _server = null!;

    public WebhookTests() => _stripe = new StripeStandIn(new StripeStandInOptions
    {
        Slice = StripeSlice.Load(Path.Combine(Repository.Root, "tests", "samples", "Onboarding", "openapi", "stripe.json")),
        TimeProvider = _clock,
        OnChanged = _changes.Add,
    });

    public async Task InitializeAsync() => _server = await StripeStandInServer.StartAsync(_stripe);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task A_finished_form_is_reported_with_a_signature()
    {
        await using LoopbackServer endpoint = Respond("200 OK");
        _server.SendWebhooks(new Uri(endpoint.Address, "hooks?id=1"), Secret);

        await FinishFormAsync();
        SentWebhook sent = Assert.Single(await _server.GetWebhooksAsync());

        string request = Assert.Single(endpoint.Requests);
        string[] headers = request[..request.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");
        string payload = request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        StripeEvent received = StripeWebhook.Verify(payload, ValueOf(headers, StripeWebhook.SignatureHeader), Secret, timeProvider: _clock);
        Assert.Equal(("account.updated", Account), (received.Type, received.Account));
        Assert.Equal("POST /hooks?id=1 HTTP/1.1", headers[0]);
        Assert.Equal("application/json; charset=utf-8", ValueOf(headers, "Content-Type"));
        Assert.Equal((200, null), (sent.StatusCode, sent.Error));
        Assert.Equal((payload, "account.updated acct_1: 200"), (sent.Change.EventJson, sent.ToString()));
        Assert.Equal("/hooks?id=1", sent.Endpoint.PathAndQuery);
        Assert.Equal(Assert.Single(_changes).EventJson, sent.Change.EventJson);
    }

    [Fact]
    public async Task Webhooks_are_sent_to_all_endpoints_in_the_order_of_the_changes()
    {
        await using LoopbackServer first = Respond("200 OK");
        await using LoopbackServer second = Respond("500 Internal Server Error");
        _server.SendWebhooks(first.Address, Secret);
        _server.SendWebhooks(second.Address, "another secret");

        await FinishFormAsync();
        await FinishFormAsync();
        IReadOnlyList<SentWebhook> sent = await _server.GetWebhooksAsync();

        Assert.Equal([200, 500, 200, 500], sent.Select(webhook => webhook.StatusCode));
        Assert.Equal(_changes.Select(change => change.EventJson), sent.Where(webhook => webhook.StatusCode == 200).Select(EventOf));
        Assert.Equal(_changes.Select(change => change.EventJson), sent.Where(webhook => webhook.StatusCode == 500).Select(EventOf));
        Assert.Equal((2, 2), (first.Requests.Count, second.Requests.Count));
    }

    [Fact]
    public async Task Changes_before_the_endpoint_was_added_are_not_reported()
    {
        await using LoopbackServer endpoint = Respond("200 OK");
        await FinishFormAsync();
        _server.SendWebhooks(endpoint.Address, Secret);

        Assert.Empty(await _server.GetWebhooksAsync());
        Assert.Single(_changes);
    }

    [Fact]
    public async Task An_endpoint_that_cannot_be_reached_does_not_disturb_the_request()
    {
        // Nothing listens on this port: connections are refused.
        _server.SendWebhooks(new Uri("http://127.0.0.1:1/"), Secret);

        await FinishFormAsync();
        SentWebhook sent = Assert.Single(await _server.GetWebhooksAsync());

        Assert.Null(sent.StatusCode);
        Assert.Contains("127.0.0.1:1", sent.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, sent.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using LoopbackServer endpoint = new(address => Create("307 Temporary Redirect", $"Location: {address}other\r\n"));
        _server.SendWebhooks(endpoint.Address, Secret);

        await FinishFormAsync();

        Assert.Equal(307, Assert.Single(await _server.GetWebhooksAsync()).StatusCode);
        Assert.Single(endpoint.Requests);
    }

    [Fact]
    public async Task A_server_that_has_stopped_sends_nothing()
    {
        await using LoopbackServer endpoint = Respond("200 OK");
        _server.SendWebhooks(endpoint.Address, Secret);
        await _server.DisposeAsync();

        await FinishFormAsync();

        Assert.Empty(endpoint.Requests);
        Assert.Empty(await _server.GetWebhooksAsync());
    }

    [Theory]
    [InlineData("/hooks", Secret)]
    [InlineData("ftp://127.0.0.1/", Secret)]
    [InlineData("http://127.0.0.1/", "")]
    public void An_endpoint_that_cannot_work_is_an_error(string endpoint, string secret)
    {
        var exception = Assert.Throws<ArgumentException>(() => _server.SendWebhooks(new Uri(endpoint, UriKind.RelativeOrAbsolute), secret));

        Assert.DoesNotContain(Secret, exception.Message, StringComparison.Ordinal);
    }

    private static string EventOf(SentWebhook webhook) => webhook.Change.EventJson;

    private static LoopbackServer Respond(string status) => new(_ => Create(status));

    private static string Create(string status, string headers = "") =>
        $"HTTP/1.1 {status}\r\n{headers}Content-Length: 0\r\nConnection: close\r\n\r\n";

    private static string ValueOf(string[] headers, string name) => Assert.Single(
        headers, header => header.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];

    /// <summary>Creates a link, opens it, and finishes its form.</summary>
    private async Task FinishFormAsync()
    {
        AccountLink link = await AccountLink.CreateAsync(
            _stripe.Client, new AccountLinkCreateParams { Account = Account, Type = AccountLinkCreateType.AccountOnboarding });
        _stripe.AccountLinks.Visit(link.Url.Reveal());
        Assert.True(_stripe.AccountLinks.Finish(link.Url.Reveal()));
    }
}
