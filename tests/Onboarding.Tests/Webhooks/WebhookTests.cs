using System.Text;
using Lattice.Stripe;
using Microsoft.Extensions.Logging;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Webhooks;

/// <summary>Which requests the endpoint for webhooks accepts.</summary>
public sealed class WebhookTests
{
    [Fact]
    public async Task An_event_of_a_seller_updates_the_state()
    {
        await using RealApp app = await RealApp.StartAsync();
        string before = await app.GetBadgeAsync();

        int status = await app.SendAsync(new AccountEvent { Created = app.Now });

        Assert.Equal(("Unknown", 200, "Ready to be paid"), (before, status, await app.GetBadgeAsync()));
        Assert.Contains("evt_1", string.Join('\n', app.Log.At(LogLevel.Information)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_signs_in_to_send_an_event()
    {
        await using RealApp app = await RealApp.StartAsync("--SignIn:Password=planted password");

        Assert.Equal(200, await app.SendAsync(new AccountEvent { Created = app.Now }));
        Assert.Equal("/sign-in", (await app.Visitor.GetAsync()).Location);
    }

    [Theory]
    [InlineData("whsec_other", 0, "SignatureMismatch")]
    [InlineData(AccountEvent.Secret, -301, "TimestampTooOld")]
    [InlineData(AccountEvent.Secret, 301, "TimestampInFuture")]
    public async Task A_request_that_is_not_Stripes_is_rejected(string secret, int seconds, string reason)
    {
        await using RealApp app = await RealApp.StartAsync();
        var sent = new AccountEvent { Created = app.Now };

        Response response = await app.Visitor.SendAsync(sent.CreateRequest(secret, app.Now.AddSeconds(seconds)));

        await AssertRejectedAsync(app, (400, reason), response);
    }

    [Fact]
    public async Task A_request_that_is_as_old_as_it_may_be_is_accepted()
    {
        await using RealApp app = await RealApp.StartAsync();
        var sent = new AccountEvent { Created = app.Now };

        Response response = await app.Visitor.SendAsync(sent.CreateRequest(sent: app.Now.AddSeconds(-300)));

        Assert.Equal(200, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_was_changed_is_rejected()
    {
        await using RealApp app = await RealApp.StartAsync();
        var sent = new AccountEvent { Created = app.Now };
        using HttpRequestMessage request = sent.CreateRequest();
        string changed = sent.Payload.Replace("evt_1", "evt_2", StringComparison.Ordinal);
        request.Content = new StringContent(changed, Encoding.UTF8, "application/json");

        await AssertRejectedAsync(app, (400, "SignatureMismatch"), await app.Visitor.SendAsync(request));
    }

    [Fact]
    public async Task A_request_without_a_signature_is_rejected()
    {
        await using RealApp app = await RealApp.StartAsync();
        using HttpRequestMessage request = new AccountEvent { Created = app.Now }.CreateRequest();
        request.Headers.Remove(StripeWebhook.SignatureHeader);

        await AssertRejectedAsync(app, (400, "MissingHeader"), await app.Visitor.SendAsync(request));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_rejected(bool isChunked)
    {
        await using RealApp app = await RealApp.StartAsync();
        string fields = $"{AccountEvent.Active}, \"email\": \"{new string('a', 1_000_000)}\"";
        var sent = new AccountEvent { Created = app.Now, Fields = fields };
        using HttpRequestMessage request = sent.CreateRequest();

        // A client that does not wait for this may still be sending when the server closes the connection.
        request.Headers.ExpectContinue = !isChunked;
        request.Headers.TransferEncodingChunked = isChunked;

        await AssertRejectedAsync(app, (413, "status 413"), await app.Visitor.SendAsync(request));
    }

    [Theory]
    [InlineData("payment_intent.succeeded")]
    [InlineData("account.application.deauthorized")]
    [InlineData("v3.something.new")]
    public async Task An_event_of_another_type_is_accepted_and_ignored(string type)
    {
        await using RealApp app = await RealApp.StartAsync();

        int status = await app.SendAsync(new AccountEvent { Created = app.Now, Type = type });

        Assert.Equal((200, "Unknown"), (status, await app.GetBadgeAsync()));
    }

    [Theory]
    [InlineData("acct_1Stranger", false)]
    [InlineData(null, false)]
    [InlineData(RealApp.Account, true)]
    public async Task An_event_that_is_not_about_a_seller_in_the_mode_of_the_key_is_accepted_and_ignored(string? account, bool isLivemode)
    {
        await using RealApp app = await RealApp.StartAsync();

        int status = await app.SendAsync(new AccountEvent { Created = app.Now, Account = account, Livemode = isLivemode });

        Assert.Equal((200, "Unknown"), (status, await app.GetBadgeAsync()));
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_endpoint()
    {
        await using RealApp app = await RealApp.StartWithoutSecretAsync();

        Assert.Equal(404, await app.SendAsync(new AccountEvent { Created = app.Now }));
        Assert.False(app.Running.App.HasWebhooks);
    }

    [Theory]
    [InlineData("--Stripe:WebhookSecret=whsec_planted", 200)]
    [InlineData("--Stripe:WebhookSecret=whsec_other", 400)]
    public async Task The_secret_can_be_a_setting_of_Stripe(string argument, int status)
    {
        await using RealApp app = await RealApp.StartWithoutSecretAsync(argument);

        Assert.Equal(status, await app.SendAsync(new AccountEvent { Created = app.Now }));
    }

    private static async Task AssertRejectedAsync(RealApp app, (int StatusCode, string Reason) expected, Response response)
    {
        string line = Assert.Single(app.Log.At(LogLevel.Warning));
        Assert.Equal(expected.StatusCode, response.StatusCode);
        Assert.Contains(expected.Reason, line, StringComparison.Ordinal);
        Assert.Empty(app.Log.At(LogLevel.Error));
        Assert.Equal("Unknown", await app.GetBadgeAsync());
        foreach (string secret in new[] { AccountEvent.Secret, "whsec_other", "planted@shop.example", RealApp.Key, "v1=" })
        {
            Assert.DoesNotContain(secret, app.Log.Text + app.Running.Traces, StringComparison.Ordinal);
        }
    }
}
