using System.Globalization;
using System.Text.Json;

namespace Lattice.Stripe.Webhooks;

/// <summary>Verifies a request, and reads its event.</summary>
internal static class WebhookVerifier
{
    private const string NoHeader =
        "The request has no Stripe-Signature header. Pass the value of that header. A request without it is not from Stripe, unless a "
        + "proxy has removed it.";

    private const string NoSignature =
        "The Stripe-Signature header has no signature of the scheme v1. Pass the header unchanged. A request without such a signature "
        + "cannot be verified.";

    private const string Mismatch =
        "No signature in the Stripe-Signature header is that of the payload. Pass the bytes of the body as they arrived: a body that was "
        + "parsed and serialized again cannot be verified. Pass the secret of the endpoint that the request was sent to (whsec_...): each "
        + "endpoint has its own, and so has 'stripe listen'. If both are right, the request is not from Stripe.";

    /// <summary>Verifies a request.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative.</exception>
    public static StripeWebhookResult Verify(
        ReadOnlySpan<byte> payload, string? header, ReadOnlySpan<SecretString> secrets, TimeSpan? tolerance, TimeProvider? timeProvider)
    {
        TimeSpan allowed = tolerance ?? StripeWebhook.DefaultTolerance;
        ArgumentOutOfRangeException.ThrowIfLessThan(allowed, TimeSpan.Zero, nameof(tolerance));

        if (string.IsNullOrWhiteSpace(header))
        {
            return new StripeWebhookResult(StripeWebhookFailure.MissingHeader, NoHeader);
        }

        if (SignatureHeader.Read(header, out SignatureHeader signatures) is { } reason)
        {
            return new StripeWebhookResult(
                StripeWebhookFailure.MalformedHeader,
                $"The Stripe-Signature header is malformed: {reason}. Pass it unchanged; its form is t=...,v1=....");
        }

        if (!signatures.HasSignature)
        {
            return new StripeWebhookResult(StripeWebhookFailure.MissingSignature, NoSignature);
        }

        if (!IsSigned(payload, signatures, secrets))
        {
            return new StripeWebhookResult(StripeWebhookFailure.SignatureMismatch, Mismatch);
        }

        // After the signature: until then, the timestamp is only what the sender claims.
        return CheckTime(signatures.Seconds, allowed, timeProvider ?? TimeProvider.System) ?? ReadEvent(payload);
    }

    /// <summary>Tries every signature with every secret, so that the time does not depend on which one matches.</summary>
    private static bool IsSigned(ReadOnlySpan<byte> payload, in SignatureHeader header, ReadOnlySpan<SecretString> secrets)
    {
        Span<char> expected = stackalloc char[PayloadSignature.Length];
        bool isSigned = false;
        foreach (SecretString secret in secrets)
        {
            PayloadSignature.Compute(secret, header.Timestamp, payload, expected);
            isSigned |= header.Contains(expected);
        }

        return isSigned;
    }

    private static StripeWebhookResult? CheckTime(long signed, TimeSpan tolerance, TimeProvider clock)
    {
        // Whole seconds, as in the header. No TimeSpan is long enough to overflow them.
        long now = clock.GetUtcNow().ToUnixTimeSeconds();
        long allowed = tolerance.Ticks / TimeSpan.TicksPerSecond;
        if (signed < now - allowed)
        {
            const string Cause = "The request was delayed, or someone repeats an earlier one, or the clock of this machine is fast.";
            return Reject(StripeWebhookFailure.TimestampTooOld, now, signed, "ago", allowed, Cause);
        }

        if (signed > now + allowed)
        {
            return Reject(
                StripeWebhookFailure.TimestampInFuture, signed, now, "in the future", allowed, "The clock of this machine is slow.");
        }

        return null;
    }

    private static StripeWebhookResult Reject(
        StripeWebhookFailure failure, long later, long earlier, string direction, long allowed, string cause)
    {
        // Exact for any two numbers of 64 bits.
        ulong distance = unchecked((ulong)later - (ulong)earlier);
        string time = string.Create(
            CultureInfo.InvariantCulture, $"its timestamp is {distance} seconds {direction}, and the tolerance is {allowed} seconds");
        return new StripeWebhookResult(failure, $"The signature is valid, but {time}. {cause}");
    }

    private static StripeWebhookResult ReadEvent(ReadOnlySpan<byte> payload)
    {
        try
        {
            return new StripeWebhookResult(StripeJson.Deserialize<StripeEvent>(payload));
        }
        catch (JsonException exception)
        {
            // The message contains no part of the payload.
            return new StripeWebhookResult(
                StripeWebhookFailure.InvalidPayload, $"The signature is valid, but the payload is not an event. {exception.Message}");
        }
    }
}
