extern alias StripeNet;

using System.Globalization;
using System.Text;
using EventUtility = StripeNet::Stripe.EventUtility;

namespace Lattice.Stripe.Tests.Webhooks;

/// <summary>What Stripe.net accepts is accepted, and what it rejects is rejected.</summary>
public sealed class StripeNetTests
{
    private const long DefaultTolerance = EventUtility.DefaultTimeTolerance;

    private static readonly string s_valid = SignedRequest.Sign();
    private static readonly string s_other = SignedRequest.Sign(secret: SignedRequest.OtherSecret);

    private static readonly string[] s_times =
    [
        " 1757000000", "1757000000\t", "+1757000000", "01757000000", "-1757000000", "1757000000\0", "1,757,000,000", "0", "-0", "", "-",
        "2147483647", "2147483648", "9223372036854775807", "9223372036854775808", "1757000000.0", "(1757000000)", "\uff11", "\u22121",
    ];

    public static TheoryData<string?> Headers =>
    [
        .. SignatureTests.AcceptedHeaders.Cast<object?[]>().Concat(SignatureTests.RejectedHeaders).Select(row => (string?)row[0]),
        .. s_times.Select(time => $"t={time},v1={SignedRequest.SignText(time)}"),
    ];

    public static TheoryData<string> Payloads =>
    [
        SignedRequest.Payload, SignedRequest.Payload + " ", SignedRequest.Payload[..^1], "", "{}", "x", "\0",
        "\ufeff" + SignedRequest.Payload,
        SignedRequest.Payload.Replace("é", "e\u0301", StringComparison.Ordinal),
        SignedRequest.Payload.Replace("acct_1", "acct_2", StringComparison.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Headers))]
    public void Headers_are_judged_alike(string? header) =>
        AssertAgrees(SignedRequest.Payload, header, SignedRequest.Secret, DefaultTolerance, SignedRequest.Time);

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Payloads_are_judged_alike(string payload)
    {
        AssertAgrees(payload, SignedRequest.Header, SignedRequest.Secret, DefaultTolerance, SignedRequest.Time);
        AssertAgrees(
            payload, $"t={SignedRequest.Time},v1={SignedRequest.Sign(payload)}", SignedRequest.Secret, DefaultTolerance,
            SignedRequest.Time);
    }

    [Fact]
    public void Tolerances_are_judged_alike() => Assert.All(
        from tolerance in new long[] { 0, 1, 299, 300, 301, 86_400 }
        from distance in new long[] { 0, 1, 2, 298, 299, 300, 301, 302, 86_399, 86_400, 86_401 }
        from sign in new[] { -1, 1 }
        select (tolerance, distance: sign * distance),
        row => AssertAgrees(
            SignedRequest.Payload, SignedRequest.Header, SignedRequest.Secret, row.tolerance, SignedRequest.Time + row.distance));

    [Fact]
    public void Secrets_are_judged_alike() => Assert.All(
        new[] { SignedRequest.Secret, SignedRequest.OtherSecret, "whsec_", "whsec_é", SignedRequest.Secret[..^1], new('x', 200) },
        secret =>
        {
            AssertAgrees(SignedRequest.Payload, SignedRequest.Header, secret, DefaultTolerance, SignedRequest.Time);
            string header = $"t={SignedRequest.Time},v1={SignedRequest.Sign(secret: secret)}";
            AssertAgrees(SignedRequest.Payload, header, secret, DefaultTolerance, SignedRequest.Time);
        });

    [Fact]
    public void An_empty_secret_accepts_nothing()
    {
        string header = $"t={SignedRequest.Time},v1={SignedRequest.Sign(secret: "")}";

        Assert.False(IsAcceptedByStripeNet(SignedRequest.Payload, header, "", DefaultTolerance, SignedRequest.Time));
        Assert.Throws<ArgumentException>("secret", () => StripeWebhook.TryVerify(SignedRequest.Payload, header, ""));
    }

    /// <summary>Headers of the parts that headers have, in any order, always the same ones.</summary>
    [Fact]
    public void Twenty_thousand_random_headers_are_judged_alike()
    {
        string[] parts =
        [
            "t=", "v1=", "v1", ",", ", ", "=", " ", "", $"t={SignedRequest.Time}", $"{SignedRequest.Time},", s_valid, s_valid[..32],
            s_valid[32..], "t=1", "é", .. Enumerable.Repeat($"t={SignedRequest.Time},", 6), .. Enumerable.Repeat($"v1={s_valid},", 6),
            $"v1={s_other},", "v0=x,",
        ];
        var random = new Random(20_260_930);
        int accepted = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string header = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => parts[random.Next(parts.Length)]));
            header = header.EndsWith(',') && random.Next(4) > 0 ? header[..^1] : header;
            accepted += AssertAgrees(
                SignedRequest.Payload, header, SignedRequest.Secret, DefaultTolerance, SignedRequest.Time) ? 1 : 0;
        }

        Assert.InRange(accepted, 1_000, 19_000);
    }

    [Fact]
    public void An_event_is_read_alike()
    {
        StripeNet::Stripe.Event theirs = EventUtility.ConstructEvent(
            SignedRequest.Payload, SignedRequest.Header, SignedRequest.Secret, DefaultTolerance, SignedRequest.Time,
            throwOnApiVersionMismatch: false);
        StripeEvent ours = SignedRequest.TryVerify(SignedRequest.Header).GetEventOrThrow();

        Assert.Equal((theirs.Id, theirs.Type, theirs.ApiVersion, theirs.Livemode), (ours.Id, ours.Type, ours.ApiVersion, ours.Livemode));
        Assert.Equal(theirs.Created, ours.Created.UtcDateTime);
    }

    /// <summary>The documented differences.</summary>
    [Fact]
    public void The_differences_are_these()
    {
        const long Year2100 = 4_102_444_800;
        const string UntrimmedSecret = SignedRequest.Secret + "\n";
        string byUntrimmedSecret = $"t={SignedRequest.Time},v1={SignedRequest.Sign(secret: UntrimmedSecret)}";
        string withoutTime = $"v1={SignedRequest.SignText("")}";
        string tooLong = $"{SignedRequest.Header},x=".PadRight(16_385, 'x');
        string ofYear2100 = $"t={Year2100},v1={SignedRequest.Sign(time: Year2100)}";

        Assert.True(IsAcceptedByStripeNet(
            SignedRequest.Payload, byUntrimmedSecret, UntrimmedSecret, DefaultTolerance, SignedRequest.Time));
        Assert.Throws<ArgumentException>(
            "secret", () => StripeWebhook.TryVerify(SignedRequest.Payload, byUntrimmedSecret, UntrimmedSecret));
        Assert.True(IsAcceptedByStripeNet(SignedRequest.Payload, withoutTime, SignedRequest.Secret, int.MaxValue, SignedRequest.Time));
        Assert.Equal(StripeWebhookFailure.MalformedHeader, SignedRequest.TryVerify(withoutTime).Failure);
        Assert.True(IsAcceptedByStripeNet(SignedRequest.Payload, tooLong, SignedRequest.Secret, DefaultTolerance, SignedRequest.Time));
        Assert.Equal(StripeWebhookFailure.MalformedHeader, SignedRequest.TryVerify(tooLong).Failure);
        Assert.False(IsAcceptedByStripeNet(SignedRequest.Payload, ofYear2100, SignedRequest.Secret, DefaultTolerance, Year2100));
        Assert.True(SignedRequest.TryVerify(ofYear2100, secondsLater: Year2100 - SignedRequest.Time).IsSuccess);
    }

    /// <summary>Returns whether both accept it.</summary>
    private static bool AssertAgrees(string payload, string? header, string secret, long tolerance, long now)
    {
        bool isAccepted = IsAcceptedByStripeNet(payload, header, secret, tolerance, now);
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(now));
        var allowed = TimeSpan.FromSeconds(tolerance);

        // A signature is valid for a payload that is not an event, too.
        bool Accepts(StripeWebhookResult result) => result.IsSuccess || result.Failure == StripeWebhookFailure.InvalidPayload;
        bool[] ours =
        [
            Accepts(StripeWebhook.TryVerify(payload, header, secret, allowed, clock)),
            Accepts(StripeWebhook.TryVerify(Encoding.UTF8.GetBytes(payload), header, secret, allowed, clock)),
            Accepts(StripeWebhook.TryVerify(payload, header, [secret], allowed, clock)),
        ];

        string description = string.Create(
            CultureInfo.InvariantCulture, $"{(isAccepted ? "accepted" : "rejected")} by Stripe.net, {tolerance} s, {now}: {header}");
        Assert.All(ours, accepts => Assert.True(accepts == isAccepted, description));
        return isAccepted;
    }

    private static bool IsAcceptedByStripeNet(string payload, string? header, string secret, long tolerance, long now)
    {
        try
        {
            EventUtility.ValidateSignature(payload, header, secret, tolerance, now);
            return true;
        }
#pragma warning disable CA1031 // It throws exceptions of several types for a malformed header.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
