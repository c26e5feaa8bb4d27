using System.Text.Json;

namespace Lattice.Stripe.Tests.Webhooks;

/// <summary>Events of API v1 and v2 are read, and nothing that Stripe adds breaks that.</summary>
public sealed class EventTests
{
    [Fact]
    public void An_event_of_API_v1_is_read()
    {
        StripeEvent stripeEvent = StripeJson.Deserialize<StripeEvent>(
            """
            {
              "id": "evt_1", "object": "event", "account": "acct_1", "api_version": "2026-09-30.endive", "context": "acct_1",
              "created": 1757000000, "livemode": true, "pending_webhooks": 2, "type": "account.updated",
              "request": { "id": "req_1", "idempotency_key": "key_1" },
              "data": {
                "object": { "id": "acct_1", "object": "account", "details_submitted": true, "new": [1] },
                "previous_attributes": { "details_submitted": false }
              }
            }
            """);

        Assert.Equal(("evt_1", "event", "account.updated"), (stripeEvent.Id, stripeEvent.Object, stripeEvent.Type));
        Assert.Equal(("acct_1", "acct_1"), (stripeEvent.Account, stripeEvent.Context));
        Assert.Equal(("2026-09-30.endive", true), (stripeEvent.ApiVersion, stripeEvent.Livemode));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_757_000_000), stripeEvent.Created);
        Assert.Null(stripeEvent.RelatedObject);
        Assert.Null(stripeEvent.SnapshotEvent);
        Assert.Empty(stripeEvent.GetMissingFields());
        Assert.Equal(["pending_webhooks", "request"], stripeEvent.GetExtraFields().Keys);
        Assert.False(stripeEvent.GetData()!.Value.GetProperty("previous_attributes").GetProperty("details_submitted").GetBoolean());
        Assert.Equal("acct_1", stripeEvent.GetData()!.Value.GetProperty("object").GetProperty("id").GetString());
    }

    [Fact]
    public void A_thin_event_of_API_v2_is_read()
    {
        StripeEvent stripeEvent = StripeJson.Deserialize<StripeEvent>(
            """
            {
              "id": "evt_test_2", "object": "v2.core.event", "type": "v2.core.account[requirements].updated", "livemode": false,
              "created": "2026-10-01T12:30:45.123Z", "context": "org_1/acct_2", "snapshot_event": "evt_1",
              "related_object": { "id": "acct_2", "type": "v2.core.account", "url": "/v2/core/accounts/acct_2", "new": 1 },
              "reason": { "type": "request", "request": { "id": "req_1", "idempotency_key": "key_1" } }
            }
            """);

        Assert.Equal(("evt_test_2", "v2.core.event", false), (stripeEvent.Id, stripeEvent.Object, stripeEvent.Livemode));
        Assert.Equal("v2.core.account[requirements].updated", stripeEvent.Type);
        Assert.Equal(new DateTimeOffset(2026, 10, 1, 12, 30, 45, 123, TimeSpan.Zero), stripeEvent.Created);
        Assert.Equal(("org_1/acct_2", "evt_1"), (stripeEvent.Context, stripeEvent.SnapshotEvent));
        Assert.Equal(
            ("acct_2", "v2.core.account", "/v2/core/accounts/acct_2"),
            (stripeEvent.RelatedObject!.Id, stripeEvent.RelatedObject.Type, stripeEvent.RelatedObject.Url));
        Assert.Equal(["new"], stripeEvent.RelatedObject.GetExtraFields().Keys);
        Assert.Null(stripeEvent.ApiVersion);
        Assert.Null(stripeEvent.Account);
        Assert.Null(stripeEvent.GetData());
        Assert.Empty(stripeEvent.GetMissingFields());
        Assert.Equal("req_1", stripeEvent.GetExtraFields()["reason"].GetProperty("request").GetProperty("id").GetString());
    }

    [Fact]
    public void An_event_of_API_v2_with_data_is_read()
    {
        StripeEvent stripeEvent = StripeJson.Deserialize<StripeEvent>(
            """
            {
              "id": "evt_3", "object": "v2.core.event", "type": "v1.billing.meter.error_report_triggered", "livemode": false,
              "created": "2026-10-01T12:30:45Z", "context": null, "related_object": null, "changes": null,
              "data": { "developer_message_summary": "One invalid event", "reason": { "error_count": 1 } }
            }
            """);

        Assert.Equal("One invalid event", stripeEvent.GetData()!.Value.GetProperty("developer_message_summary").GetString());
        Assert.Null(stripeEvent.RelatedObject);
        Assert.False(stripeEvent.TryReadObject(out Account? account));
        Assert.Null(account);
        Assert.Equal(["changes"], stripeEvent.GetExtraFields().Keys);
        Assert.Empty(stripeEvent.GetMissingFields());
    }

    [Fact]
    public void Whatever_does_not_fit_breaks_nothing_and_is_kept()
    {
        StripeEvent stripeEvent = StripeJson.Deserialize<StripeEvent>(
            """
            {
              "id": 1, "object": ["event"], "type": {}, "created": "soon", "livemode": "yes", "related_object": "acct_1", "data": [1],
              "api_version": 2
            }
            """);

        Assert.Equal(("", "", ""), (stripeEvent.Id, stripeEvent.Object, stripeEvent.Type));
        Assert.Equal((default, false), (stripeEvent.Created, stripeEvent.Livemode));
        Assert.Null(stripeEvent.RelatedObject);
        Assert.Equal(["created", "id", "livemode", "object", "type"], stripeEvent.GetMissingFields());
        Assert.Equal(
            ["api_version", "created", "id", "livemode", "object", "related_object", "type"],
            stripeEvent.GetExtraFields().Keys.Order(StringComparer.Ordinal));
        Assert.Equal("[1]", stripeEvent.GetData()!.Value.GetRawText());
        Assert.False(stripeEvent.TryReadObject(out Account? _));
    }

    [Theory]
    [InlineData("1757000000", 1_757_000_000_000)]
    [InlineData("1757000000.25", 1_757_000_000_250)]
    [InlineData("\"2025-09-04T15:33:20.250Z\"", 1_757_000_000_250)]
    [InlineData("\"2025-09-04T17:33:20+02:00\"", 1_757_000_000_000)]
    public void A_time_has_the_form_of_either_API(string json, long milliseconds) => Assert.Equal(
        milliseconds, StripeJson.Deserialize<StripeEvent>($$"""{"created":{{json}}}""").Created.ToUnixTimeMilliseconds());

    [Fact]
    public void An_event_can_be_made_by_hand()
    {
        var stripeEvent = new StripeEvent
        {
            Id = "evt_1",
            Type = "v2.core.account.updated",
            RelatedObject = new StripeRelatedObject { Id = "acct_1", Type = "v2.core.account", Url = "/v2/core/accounts/acct_1" },
        };

        Assert.Null(stripeEvent.GetData());
        Assert.Empty(stripeEvent.GetMissingFields());
        Assert.False(stripeEvent.TryReadObject(out Account? _));
    }

    [Fact]
    public void Nothing_is_kept_of_the_bytes_that_were_verified()
    {
        byte[] bytes = SignedRequest.Bytes;
        StripeEvent stripeEvent = StripeWebhook.Verify(
            bytes, SignedRequest.Header, SignedRequest.Secret, timeProvider: SignedRequest.Clock());

        Array.Fill(bytes, (byte)'#');

        Assert.Equal("acct_1", stripeEvent.ReadObject<Account>().Id);
    }

    [Fact]
    public void Data_too_deep_for_a_JsonElement_is_reported_and_an_object_in_it_is_read()
    {
        string deep = new string('[', 100) + new string(']', 100);
        StripeEvent stripeEvent = StripeJson.Deserialize<StripeEvent>(
            $$"""{ "data": { "object": { "object": "account", "id": "acct_1", "deep": {{deep}} }, "previous_attributes": {{deep}} } }""");

        Assert.ThrowsAny<JsonException>(() => stripeEvent.GetData());
        Assert.Equal("acct_1", stripeEvent.ReadObject<Account>().Id);
    }
}
