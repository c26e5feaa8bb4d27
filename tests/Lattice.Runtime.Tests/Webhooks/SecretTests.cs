namespace Lattice.Stripe.Tests.Webhooks;

/// <summary>A secret may be rotated, and nobody verifies with a secret that anyone has.</summary>
public sealed class SecretTests
{
    private static readonly SecretString[] s_both = [SignedRequest.OtherSecret, SignedRequest.Secret];

    public static TheoryData<string?> UnusableSecrets => [null, "", " ", "\n", "whsec_hidden\n", " whsec_hidden", "whsec_hidden\u00a0"];

    [Fact]
    public void A_request_that_was_signed_with_any_of_the_secrets_is_accepted()
    {
        string byOther = $"t={SignedRequest.Time},v1={SignedRequest.Sign(secret: SignedRequest.OtherSecret)}";
        string byThird = $"t={SignedRequest.Time},v1={SignedRequest.Sign(secret: "whsec_third")}";
        string byBoth = $"{byOther},v1={SignedRequest.Sign()}";

        Assert.All(new[] { SignedRequest.Header, byOther, byBoth }, header =>
        {
            Assert.All<IReadOnlyList<SecretString>>([s_both, [s_both[1], s_both[0]]], secrets =>
            {
                Assert.True(StripeWebhook.TryVerify(SignedRequest.Bytes, header, secrets, timeProvider: SignedRequest.Clock()).IsSuccess);
                Assert.Equal("evt_1", StripeWebhook.Verify(SignedRequest.Bytes, header, secrets, timeProvider: SignedRequest.Clock()).Id);
                Assert.Equal("evt_1", StripeWebhook.Verify(SignedRequest.Payload, header, secrets, timeProvider: SignedRequest.Clock()).Id);
            });
        });
        Assert.Equal(StripeWebhookFailure.SignatureMismatch, TryVerify(byThird, s_both).Failure);
        Assert.Equal(StripeWebhookFailure.SignatureMismatch, TryVerify(byOther, [SignedRequest.Secret]).Failure);
    }

    [Theory]
    [MemberData(nameof(UnusableSecrets))]
    public void An_unusable_secret_is_misuse_whatever_the_request(string? value)
    {
        SecretString secret = SecretString.FromString(value);

        string signed = $"t={SignedRequest.Time},v1={SignedRequest.Sign(secret: value ?? "")}";
        Assert.All(new[] { null, "x", SignedRequest.Header, signed }, header =>
        {
            ArgumentException[] exceptions =
            [
                Assert.Throws<ArgumentException>("secret", () => StripeWebhook.TryVerify(SignedRequest.Bytes, header, secret)),
                Assert.Throws<ArgumentException>("secret", () => StripeWebhook.TryVerify(SignedRequest.Payload, header, secret)),
                Assert.Throws<ArgumentException>("secret", () => StripeWebhook.Verify(SignedRequest.Bytes, header, secret)),
                Assert.Throws<ArgumentException>("secrets", () => TryVerify(header, [SignedRequest.Secret, secret])),
                Assert.Throws<ArgumentException>("secrets", () => TryVerify(header, [secret, SignedRequest.Secret])),
            ];
            Assert.All(exceptions, exception => Assert.DoesNotContain("hidden", exception.ToString(), StringComparison.Ordinal));
        });
    }

    [Fact]
    public void No_secret_at_all_is_misuse()
    {
        Assert.Throws<ArgumentException>("secrets", () => TryVerify(SignedRequest.Header, []));
        Assert.Throws<ArgumentNullException>("secrets", () => TryVerify(SignedRequest.Header, null!));
    }

    [Fact]
    public void A_secret_need_not_start_with_whsec()
    {
        string header = $"t={SignedRequest.Time},v1={SignedRequest.Sign(secret: "absec_é")}";

        Assert.True(TryVerify(header, ["absec_é"]).IsSuccess);
    }

    private static StripeWebhookResult TryVerify(string? header, IReadOnlyList<SecretString> secrets) =>
        StripeWebhook.TryVerify(SignedRequest.Payload, header, secrets, timeProvider: SignedRequest.Clock());
}
