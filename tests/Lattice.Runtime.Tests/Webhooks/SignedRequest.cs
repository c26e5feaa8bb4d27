using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lattice.Stripe.Tests.Webhooks;

/// <summary>A request to a webhook endpoint, signed as Stripe does it, and a clock that shows the time of the signature.</summary>
internal static class SignedRequest
{
    public const string Secret = "whsec_test_9fK2hidden";
    public const string OtherSecret = "whsec_test_7Qw4hidden";

    /// <summary>Characters of one to four bytes, escapes, and a field that looks like a secret.</summary>
    public const string Payload =
        """
        {
          "id": "evt_1", "object": "event", "type": "account.updated", "created": 1757000000, "livemode": false,
          "api_version": "2020-01-01.test", "data": { "object": { "object": "account", "id": "acct_1", "name": "é € 😀 \u00e9" } }
        }
        """;

    /// <summary>2025-09-04T15:33:20Z.</summary>
    public const long Time = 1_757_000_000;

    public static string Header => $"t={Time},v1={Sign()}";

    public static byte[] Bytes => Encoding.UTF8.GetBytes(Payload);

    /// <summary>Returns a clock that is so many seconds after the time of the signature.</summary>
    public static TimeProvider Clock(double secondsLater = 0) =>
        new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(Time).AddSeconds(secondsLater));

    public static string Sign(string payload = Payload, string secret = Secret, long time = Time) =>
        SignText(time.ToString(CultureInfo.InvariantCulture), payload, secret);

    public static string SignText(string time, string payload = Payload, string secret = Secret) => Convert.ToHexString(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{payload}"))).ToLowerInvariant();

    /// <summary>Verifies a request at the time of the signature.</summary>
    public static StripeWebhookResult TryVerify(string? header, string payload = Payload, double secondsLater = 0) =>
        StripeWebhook.TryVerify(payload, header, Secret, timeProvider: Clock(secondsLater));
}
