namespace Lattice.Stripe.Tests.Webhooks;

/// <summary>A request is accepted only with a signature of its payload, and every rejection has its reason.</summary>
public sealed class SignatureTests
{
    private static readonly string s_valid = SignedRequest.Sign();
    private static readonly string s_other = SignedRequest.Sign(secret: SignedRequest.OtherSecret);

    public static TheoryData<string> AcceptedHeaders =>
    [
        SignedRequest.Header,
        $" \t{SignedRequest.Header} ",
        $"t={SignedRequest.Time} , v1={s_valid}",
        $"v1={s_valid},t={SignedRequest.Time}",
        $"t={SignedRequest.Time},v1={s_other},v1={s_valid}",
        $"t={SignedRequest.Time},v1={s_valid},v1={s_other}",
        $"t={SignedRequest.Time},v1=,v1=x,v1={s_valid},v0={s_other},v2=é,future=a=b",
        $"t={SignedRequest.Time},t=1,v1={s_valid},t=x",
        $"t={SignedRequest.Time},{string.Concat(Enumerable.Repeat($"v1={s_other},", 200))}v1={s_valid}",
    ];

    public static TheoryData<string?, StripeWebhookFailure> RejectedHeaders => new()
    {
        { null, StripeWebhookFailure.MissingHeader },
        { "", StripeWebhookFailure.MissingHeader },
        { " \t", StripeWebhookFailure.MissingHeader },
        { "whatever", StripeWebhookFailure.MalformedHeader },
        { $"t={SignedRequest.Time};v1={s_valid}", StripeWebhookFailure.MalformedHeader },
        { $"{SignedRequest.Header},", StripeWebhookFailure.MalformedHeader },
        { $"{SignedRequest.Header},,", StripeWebhookFailure.MalformedHeader },
        { $"{SignedRequest.Header},v1", StripeWebhookFailure.MalformedHeader },
        { $"v1={s_valid}", StripeWebhookFailure.MalformedHeader },
        { $"t=,v1={s_valid}", StripeWebhookFailure.MalformedHeader },
        { $"t =1,v1={s_valid}", StripeWebhookFailure.MalformedHeader },
        { $"T={SignedRequest.Time},v1={s_valid}", StripeWebhookFailure.MalformedHeader },
        { $"t=1757000000.5,v1={s_valid}", StripeWebhookFailure.MalformedHeader },
        { $"t=0x68b9b3c0,v1={s_valid}", StripeWebhookFailure.MalformedHeader },
        { $"t=1e9,v1={s_valid}", StripeWebhookFailure.MalformedHeader },
        { $"t=9223372036854775808,v1={s_valid}", StripeWebhookFailure.MalformedHeader },
        { $"t=x,t={SignedRequest.Time},v1={s_valid}", StripeWebhookFailure.MalformedHeader },
        { $"t={SignedRequest.Time}", StripeWebhookFailure.MissingSignature },
        { $"t={SignedRequest.Time},v0={s_valid}", StripeWebhookFailure.MissingSignature },
        { $"t={SignedRequest.Time},V1={s_valid}", StripeWebhookFailure.MissingSignature },
        { $"t={SignedRequest.Time},v1 ={s_valid}", StripeWebhookFailure.MissingSignature },
        { $"t={SignedRequest.Time},v1=", StripeWebhookFailure.SignatureMismatch },
        { $"t={SignedRequest.Time},v1= {s_valid}", StripeWebhookFailure.SignatureMismatch },
        { $"t={SignedRequest.Time},v1={s_other}", StripeWebhookFailure.SignatureMismatch },
        { $"t={SignedRequest.Time},v1={s_valid.ToUpperInvariant()}", StripeWebhookFailure.SignatureMismatch },
        { $"t={SignedRequest.Time},v1={s_valid[1..]}", StripeWebhookFailure.SignatureMismatch },
        { $"t={SignedRequest.Time},v1={s_valid}0", StripeWebhookFailure.SignatureMismatch },
        { $"t={SignedRequest.Time},v1={s_valid[..^1]}g", StripeWebhookFailure.SignatureMismatch },
        { $"t={SignedRequest.Time},v1=0x{s_valid}", StripeWebhookFailure.SignatureMismatch },

        // Characters whose lowest byte is the right one.
        { $"t={SignedRequest.Time},v1={(char)(s_valid[0] + 0x100)}{s_valid[1..]}", StripeWebhookFailure.SignatureMismatch },

        // Another timestamp, of which the signature says nothing.
        { $"t={SignedRequest.Time + 1},v1={s_valid}", StripeWebhookFailure.SignatureMismatch },
        { $"t=+{SignedRequest.Time},v1={s_valid}", StripeWebhookFailure.SignatureMismatch },
        { $"t=-1,v1={s_valid}", StripeWebhookFailure.SignatureMismatch },
        { $"t=1,t={SignedRequest.Time},v1={s_valid}", StripeWebhookFailure.SignatureMismatch },
        { $"t=1,v1={s_valid}", StripeWebhookFailure.SignatureMismatch },
    };

    [Theory]
    [MemberData(nameof(AcceptedHeaders))]
    public void A_header_with_a_valid_signature_is_accepted(string header)
    {
        StripeWebhookResult result = SignedRequest.TryVerify(header);

        Assert.True(result.IsSuccess, result.Message);
        Assert.Equal("evt_1", result.Event.Id);
        Assert.Null(result.Failure);
        Assert.Null(result.Message);
        Assert.Same(result.Event, result.GetEventOrThrow());
    }

    [Theory]
    [MemberData(nameof(RejectedHeaders))]
    public void Any_other_header_is_rejected_with_a_reason(string? header, StripeWebhookFailure failure)
    {
        StripeWebhookResult result = SignedRequest.TryVerify(header);
        var exception = Assert.Throws<StripeWebhookException>(
            () => StripeWebhook.Verify(SignedRequest.Bytes, header, SignedRequest.Secret, timeProvider: SignedRequest.Clock()));

        Assert.False(result.IsSuccess);
        Assert.Null(result.Event);
        Assert.Equal(failure, result.Failure);
        Assert.Equal((result.Failure, result.Message), (exception.Failure, exception.Message));
        Assert.Throws<StripeWebhookException>(() => result.GetEventOrThrow());
    }

    [Fact]
    public void A_changed_payload_is_rejected_wherever_it_was_changed()
    {
        byte[] bytes = SignedRequest.Bytes;
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            Assert.Equal(StripeWebhookFailure.SignatureMismatch, Verify(bytes).Failure);
            bytes[i] ^= 1;
        }

        Assert.Equal(StripeWebhookFailure.SignatureMismatch, Verify(bytes[..^1]).Failure);
        Assert.Equal(StripeWebhookFailure.SignatureMismatch, Verify([.. bytes, (byte)'\n']).Failure);
        Assert.Equal(StripeWebhookFailure.SignatureMismatch, Verify([0xef, 0xbb, 0xbf, .. bytes]).Failure);
        Assert.Equal(StripeWebhookFailure.SignatureMismatch, Verify([]).Failure);
        Assert.True(Verify(bytes).IsSuccess);
    }

    [Fact]
    public void The_point_between_timestamp_and_payload_belongs_to_neither()
    {
        // The same text is signed, but the parts are others.
        string moved = $"t={SignedRequest.Time / 10},v1={SignedRequest.Sign()}";

        Assert.Equal(StripeWebhookFailure.SignatureMismatch, SignedRequest.TryVerify(moved, $"0.{SignedRequest.Payload}").Failure);
    }

    [Fact]
    public void A_string_is_verified_as_its_bytes()
    {
        Assert.True(StripeWebhook.TryVerify(
            SignedRequest.Payload, SignedRequest.Header, SignedRequest.Secret, timeProvider: SignedRequest.Clock()).IsSuccess);
        Assert.Equal("evt_1", StripeWebhook.Verify(
            SignedRequest.Payload, SignedRequest.Header, SignedRequest.Secret, timeProvider: SignedRequest.Clock()).Id);
        Assert.Throws<ArgumentNullException>(() => StripeWebhook.TryVerify((string)null!, SignedRequest.Header, SignedRequest.Secret));
    }

    [Fact]
    public void A_string_that_is_not_valid_text_does_not_pass_for_its_replacement()
    {
        const string Replaced = "{\"id\":\"\ufffd\"}";
        const string Invalid = "{\"id\":\"\ud800\"}";
        string header = $"t={SignedRequest.Time},v1={SignedRequest.Sign(Replaced)}";

        Assert.True(SignedRequest.TryVerify(header, Replaced).IsSuccess);
        Assert.Equal(StripeWebhookFailure.SignatureMismatch, SignedRequest.TryVerify(header, Invalid).Failure);
    }

    [Fact]
    public void A_header_has_a_maximum_length()
    {
        const int MaxLength = 16_384;
        string longest = $"{SignedRequest.Header},x=".PadRight(MaxLength, '=');

        Assert.True(SignedRequest.TryVerify(longest).IsSuccess);
        Assert.Equal(StripeWebhookFailure.MalformedHeader, SignedRequest.TryVerify(longest + "=").Failure);
        Assert.Equal(StripeWebhookFailure.MalformedHeader, SignedRequest.TryVerify(new string(',', 10_000_000)).Failure);
    }

    [Theory]
    [InlineData("", "The text is not JSON at line 1, byte 1.")]
    [InlineData("{\"id\":", "The text is not JSON at line 1, byte 7.")]
    [InlineData("[{\"hidden\":1}]", "The text must be a JSON object.")]
    [InlineData("null", "The text must be a JSON object.")]
    [InlineData("hidden", "The text is not JSON at line 1, byte 1.")]
    [InlineData("{\"id\":\"evt_1\"} hidden", "The text is not JSON at line 1, byte 16.")]
    public void A_signed_payload_that_is_not_an_object_is_rejected_and_not_quoted(string payload, string reason)
    {
        StripeWebhookResult result = SignedRequest.TryVerify($"t={SignedRequest.Time},v1={SignedRequest.Sign(payload)}", payload);

        Assert.Equal(StripeWebhookFailure.InvalidPayload, result.Failure);
        Assert.Equal($"The signature is valid, but the payload is not an event. {reason}", result.Message);
    }

    [Fact]
    public void A_signed_object_that_is_not_an_event_is_an_event_without_a_type()
    {
        const string Payload = """{"user_id":"usr_1","account_id":"acct_1"}""";

        string header = $"t={SignedRequest.Time},v1={SignedRequest.Sign(Payload)}";

        StripeEvent stripeEvent = SignedRequest.TryVerify(header, Payload).GetEventOrThrow();

        Assert.Equal(("", ""), (stripeEvent.Id, stripeEvent.Type));
        Assert.Equal(["created", "id", "livemode", "object", "type"], stripeEvent.GetMissingFields());
        Assert.Equal("usr_1", stripeEvent.GetExtraFields()["user_id"].GetString());
    }

    private static StripeWebhookResult Verify(byte[] payload) =>
        StripeWebhook.TryVerify(payload, SignedRequest.Header, SignedRequest.Secret, timeProvider: SignedRequest.Clock());
}
