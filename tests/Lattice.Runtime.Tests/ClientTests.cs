using System.Text.Json;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests;

/// <summary>What a client owns, copies and shares.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task The_callers_HttpClient_is_used_and_not_disposed()
    {
        using var handler = StubHandler.Responding(200, StubResponse.Thing);
        using var http = new HttpClient(handler) { BaseAddress = new Uri("https://ignored.example/x/") };
        http.DefaultRequestHeaders.Add("X-Mine", "1");
        http.DefaultRequestHeaders.Add("Authorization", "Bearer other");
        http.DefaultRequestHeaders.Add("Stripe-Version", "other");
        var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, http);

        await Thing.CreateOperation.SendAsync(client, [], new ThingParams { Text = "a" }, null, CancellationToken.None);
        client.Dispose();
        using HttpResponseMessage afterwards = await http.GetAsync(new Uri("https://example.com/"));

        RecordedRequest sent = handler.Requests[0];
        Assert.Equal("https://api.stripe.com/v1/things", sent.Uri.AbsoluteUri);
        Assert.Equal("text=a", sent.Body);
        Assert.Equal("1", sent.Header("X-Mine"));
        Assert.Equal($"Bearer {Caller.Key}", sent.Header("Authorization"));
        Assert.Equal(Thing.ApiVersion, sent.Header("Stripe-Version"));
        Assert.Equal(2, handler.Requests.Count);
        Assert.False(handler.IsDisposed);
    }

    [Fact]
    public async Task The_limit_of_a_body_applies_to_an_HttpClient_as_well()
    {
        using var body = new EndlessStream();
        using var handler = new StubHandler((_, _) => Task.FromResult(StubResponse.Of(200, new StreamContent(body))));
        using var http = new HttpClient(handler);
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key, MaxResponseBytes = 1_000 }, http);

        StripeError error = Caller.Failed(await Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None));

        Assert.Equal(StripeErrorType.DecodingError, error.Type);
        Assert.InRange(body.BytesRead, 1, 40_000);
    }

    [Fact]
    public async Task The_callers_handler_is_not_disposed()
    {
        using var handler = StubHandler.Responding(200, StubResponse.Thing);
        using (var first = new StripeClient(new StripeClientOptions { ApiKey = "sk_first" }, handler))
        {
            await Thing.CreateOperation.SendAsync(first, [], null, null, CancellationToken.None);
        }

        using var second = new StripeClient(new StripeClientOptions { ApiKey = "sk_second" }, handler);
        await Thing.CreateOperation.SendAsync(second, [], null, null, CancellationToken.None);

        Assert.False(handler.IsDisposed);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task A_disposed_client_throws()
    {
        using Caller caller = Caller.Succeeding();
        using var http = new HttpClient(caller.Handler, disposeHandler: false);
        var options = new StripeClientOptions { ApiKey = Caller.Key };
        foreach (StripeClient client in
            new[] { caller.Client, new StripeClient(options, http), new StripeClient(options), new StripeClient(Caller.Key) })
        {
            client.Dispose();
            client.Dispose();

            await Assert.ThrowsAsync<ObjectDisposedException>(
                () => Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None));
        }

        Assert.Empty(caller.Handler.Requests);
    }

    [Fact]
    public void A_null_HttpClient_or_handler_throws()
    {
        var options = new StripeClientOptions { ApiKey = Caller.Key };

        Assert.Throws<ArgumentNullException>(() => new StripeClient(options, (HttpClient)null!));
        Assert.Throws<ArgumentNullException>(() => new StripeClient(options, (HttpMessageHandler)null!));
    }

    [Fact]
    public async Task Later_changes_of_the_options_do_not_affect_the_client()
    {
        StripeClientOptions? kept = null;
        using Caller caller = Caller.Succeeding(options =>
        {
            kept = options;
            options.ApiVersion = "2001-01-01";
            options.StripeAccount = "acct_1";
        });
        kept!.ApiKey = "sk_other";
        kept.BaseAddress = new Uri("https://other.example/");
        kept.ApiVersion = "2002-02-02";
        kept.StripeAccount = "acct_2";
        kept.StripeContext = "ctx_2";
        kept.MaxResponseBytes = 1;
        kept.TimeProvider = null!;
        kept.AttemptTimeout = TimeSpan.Zero;

        await caller.CreateAsync();

        Assert.Equal("https://api.stripe.com/v1/things", caller.Sent.Uri.AbsoluteUri);
        Assert.Equal($"Bearer {Caller.Key}", caller.Sent.Header("Authorization"));
        Assert.Equal("2001-01-01", caller.Sent.Header("Stripe-Version"));
        Assert.Equal("acct_1", caller.Sent.Header("Stripe-Account"));
        Assert.Null(caller.Sent.Header("Stripe-Context"));
    }

    [Fact]
    public async Task Clients_share_nothing()
    {
        Caller[] callers = [.. Enumerable.Range(0, 4).Select(i => Caller.Succeeding(options =>
        {
            options.ApiKey = $"sk_{i}";
            options.BaseAddress = new Uri($"https://host{i}.example/p{i}");
            options.StripeAccount = $"acct_{i}";
        }))];

        // All use the same operation, sequentially and concurrently.
        await Task.WhenAll(Enumerable.Range(0, 400).Select(
            i => Task.Run(() => callers[i % 4].CreateAsync(new ThingParams { Number = i % 4 }))));

        for (int i = 0; i < callers.Length; i++)
        {
            Assert.Equal(100, callers[i].Handler.Requests.Count);
            Assert.All(callers[i].Handler.Requests, request =>
            {
                Assert.Equal($"https://host{i}.example/p{i}/v1/things", request.Uri.AbsoluteUri);
                Assert.Equal($"Bearer sk_{i}", request.Header("Authorization"));
                Assert.Equal($"acct_{i}", request.Header("Stripe-Account"));
                Assert.Equal($"number={i}", request.Body);
            });
            callers[i].Dispose();
        }
    }

    [Fact]
    public void Options_never_print_a_secret()
    {
        var client = new StripeClientOptions { ApiKey = Caller.Key };
        var request = new StripeRequestOptions
        {
            ApiKey = Caller.Key,
            IdempotencyKey = "hidden",
            StripeAccount = "hidden",
            ExtraHeaders = new Dictionary<string, string> { ["hidden"] = "hidden" },
            ExtraParameters = new Dictionary<string, string> { ["hidden"] = "hidden" },
        };

        string printed = $"{client} {request} {JsonSerializer.Serialize(new { client.ApiKey, Call = request.ApiKey })}";

        Assert.DoesNotContain(Caller.Key, printed, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", printed, StringComparison.Ordinal);
        Assert.Equal("StripeRequestOptions { ApiKey, StripeAccount, IdempotencyKey, ExtraHeaders, ExtraParameters }", request.ToString());
    }
}
