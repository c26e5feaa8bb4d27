using System.Text;
using Lattice.Stripe.TestHelpers;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>A test signs the webhook that it sends, and the endpoint accepts it.</summary>
public sealed class StripeWebhookSignerTests
{
    private const string Secret = "whsec_test";
    private const string Payload = """{"id":"evt_1","name":"é"}""";

    private static readonly DateTimeOffset s_time = DateTimeOffset.FromUnixTimeSeconds(1_757_000_000);

    /// <summary>The expected signature is that of another program: <c>openssl dgst -sha256 -hmac whsec_test</c>.</summary>
    [Fact]
    public void The_header_is_that_of_Stripe()
    {
        const string Expected = "t=1757000000,v1=74e522c3be9d73efd36c4f00a936d69cdb8b2fe440545174ab35ae87fa67f7c2";

        Assert.Equal(Expected, StripeWebhookSigner.Sign(Payload, Secret, s_time));
        Assert.Equal(Expected, StripeWebhookSigner.Sign(Encoding.UTF8.GetBytes(Payload), Secret, s_time));
        Assert.Equal(Expected, StripeWebhookSigner.Sign(Payload, Secret, s_time.ToOffset(TimeSpan.FromHours(5)).AddMilliseconds(999)));
    }

    [Fact]
    public void A_signed_event_is_verified_and_its_object_is_read_as_the_generated_type()
    {
        const string Event =
            """
            {
              "id": "evt_1", "object": "event", "type": "test_helpers.test_clock.ready", "created": 1757000000, "livemode": false,
              "api_version": "2026-10-28.endive", "data": { "object": {
                "id": "clock_1", "object": "test_helpers.test_clock", "created": 1757000000, "deletes_after": 1757086400,
                "frozen_time": 1757000000, "livemode": false, "name": null, "status": "ready", "status_details": {} } }
            }
            """;

        StripeEvent stripeEvent = StripeWebhook.Verify(Event, StripeWebhookSigner.Sign(Event, Secret), Secret);

        TestClock clock = stripeEvent.ReadObject<TestClock>();
        Assert.Equal(("clock_1", s_time), (clock.Id, clock.FrozenTime));
        Assert.Empty(clock.GetMissingFields());
        Assert.Equal(StripeApiVersion.Current, stripeEvent.ApiVersion);
        Assert.False(stripeEvent.TryReadObject(out AccountLink? _));
        var exception = Assert.Throws<InvalidOperationException>(stripeEvent.ReadObject<AccountLink>);
        Assert.StartsWith(
            "The event of type 'test_helpers.test_clock.ready' contains an object of type 'test_helpers.test_clock', "
            + "which cannot be read as AccountLink: it is not 'account_link'.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Another_time_or_secret_is_rejected()
    {
        string old = StripeWebhookSigner.Sign(Payload, Secret, s_time);
        string other = StripeWebhookSigner.Sign(Payload, "whsec_other");

        Assert.Equal(StripeWebhookFailure.TimestampTooOld, StripeWebhook.TryVerify(Payload, old, Secret).Failure);
        Assert.Equal(StripeWebhookFailure.SignatureMismatch, StripeWebhook.TryVerify(Payload, other, Secret).Failure);
        Assert.True(StripeWebhook.TryVerify(Payload, old, Secret, timeProvider: new FakeTimeProvider(s_time)).IsSuccess);
    }

    [Fact]
    public void Nobody_signs_with_an_empty_secret()
    {
        Assert.Throws<ArgumentException>("secret", () => StripeWebhookSigner.Sign(Payload, ""));
        Assert.Throws<ArgumentException>("secret", () => StripeWebhookSigner.Sign(Payload, default));
        Assert.Throws<ArgumentNullException>("payload", () => StripeWebhookSigner.Sign((string)null!, Secret));
    }
}
