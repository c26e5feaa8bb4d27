namespace Lattice.Stripe.Tests.Webhooks;

/// <summary>A signature is accepted for a time before and after its timestamp, on the clock that is passed.</summary>
public sealed class ToleranceTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(300, null)]
    [InlineData(300.999, null)]
    [InlineData(301, StripeWebhookFailure.TimestampTooOld)]
    [InlineData(100_000, StripeWebhookFailure.TimestampTooOld)]
    [InlineData(-300, null)]
    [InlineData(-300.001, StripeWebhookFailure.TimestampInFuture)]
    [InlineData(-301, StripeWebhookFailure.TimestampInFuture)]
    public void The_default_is_300_whole_seconds_in_both_directions(double secondsLater, StripeWebhookFailure? failure) =>
        Assert.Equal(failure, SignedRequest.TryVerify(SignedRequest.Header, secondsLater: secondsLater).Failure);

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(0, 1, StripeWebhookFailure.TimestampTooOld)]
    [InlineData(0, -1, StripeWebhookFailure.TimestampInFuture)]
    [InlineData(1.9, 1, null)]
    [InlineData(1.9, 2, StripeWebhookFailure.TimestampTooOld)]
    [InlineData(3600, 3600, null)]
    [InlineData(3600, 3601, StripeWebhookFailure.TimestampTooOld)]
    public void Another_tolerance_replaces_it(double tolerance, double secondsLater, StripeWebhookFailure? failure)
    {
        var allowed = TimeSpan.FromSeconds(tolerance);
        TimeProvider clock = SignedRequest.Clock(secondsLater);

        Assert.Equal(failure, StripeWebhook.TryVerify(
            SignedRequest.Bytes, SignedRequest.Header, SignedRequest.Secret, allowed, clock).Failure);
        Assert.Equal(failure, StripeWebhook.TryVerify(
            SignedRequest.Bytes, SignedRequest.Header, [SignedRequest.Secret], allowed, clock).Failure);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(int.MaxValue + 1L)]
    [InlineData(253_402_300_799)]
    public void The_maximum_tolerance_accepts_any_time_that_can_be(long time) =>
        Assert.True(StripeWebhook.TryVerify(
            SignedRequest.Bytes,
            $"t={time},v1={SignedRequest.Sign(time: time)}",
            SignedRequest.Secret,
            TimeSpan.MaxValue,
            SignedRequest.Clock()).IsSuccess);

    [Theory]
    [InlineData(long.MaxValue, StripeWebhookFailure.TimestampInFuture, "9223372035097775807 seconds in the future")]
    [InlineData(long.MinValue, StripeWebhookFailure.TimestampTooOld, "9223372038611775808 seconds ago")]
    public void The_largest_numbers_do_not_overflow(long time, StripeWebhookFailure failure, string distance)
    {
        StripeWebhookResult result = SignedRequest.TryVerify($"t={time},v1={SignedRequest.Sign(time: time)}");

        Assert.Equal(failure, result.Failure);
        Assert.Contains(distance, result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_of_the_year_2100_is_accepted_then()
    {
        const long Year2100 = 4_102_444_800;

        Assert.True(SignedRequest.TryVerify(
            $"t={Year2100},v1={SignedRequest.Sign(time: Year2100)}", secondsLater: Year2100 - SignedRequest.Time).IsSuccess);
    }

    [Fact]
    public void The_signature_is_checked_first()
    {
        string header = $"t={SignedRequest.Time},v1={SignedRequest.Sign(secret: SignedRequest.OtherSecret)}";

        Assert.Equal(StripeWebhookFailure.SignatureMismatch, SignedRequest.TryVerify(header, secondsLater: 100_000).Failure);
    }

    [Fact]
    public void Without_a_clock_it_is_the_system_clock()
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        string recent = $"t={now},v1={SignedRequest.Sign(time: now)}";

        Assert.True(StripeWebhook.TryVerify(SignedRequest.Bytes, recent, SignedRequest.Secret).IsSuccess);
        Assert.Equal("evt_1", StripeWebhook.Verify(SignedRequest.Bytes, recent, SignedRequest.Secret).Id);
        Assert.Equal(
            StripeWebhookFailure.TimestampTooOld,
            StripeWebhook.TryVerify(SignedRequest.Bytes, SignedRequest.Header, SignedRequest.Secret).Failure);
    }

    [Fact]
    public void A_negative_tolerance_is_misuse()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => StripeWebhook.TryVerify(
            SignedRequest.Bytes, SignedRequest.Header, SignedRequest.Secret, TimeSpan.FromTicks(-1)));

        Assert.Equal("tolerance", exception.ParamName);
        Assert.Equal(TimeSpan.FromSeconds(300), StripeWebhook.DefaultTolerance);
    }
}
