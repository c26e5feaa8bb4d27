using System.Text;
using Lattice.Stripe.Webhooks;

namespace Lattice.Stripe;

/// <summary>
/// Verifies that a request to a webhook endpoint is from Stripe, and recent, and reads its event. See
/// <see href="https://docs.stripe.com/webhooks/signature">Webhook signatures</see> in Stripe's documentation.
/// </summary>
/// <remarks>
/// <para>
/// The signature is an HMAC-SHA256 over the timestamp and the bytes of the body, with the secret of the endpoint as the key. All signatures
/// of the scheme <c>v1</c> are compared with those of all secrets, in a time that does not depend on which ones match. The timestamp is
/// checked after the signature: a rejected timestamp is that of a request that was signed with the secret.
/// </para>
/// <para>
/// It accepts what <c>EventUtility</c> of Stripe.net accepts, except for a secret that starts or ends with white space, a header
/// without a timestamp, and a header of more than 16,384 characters. Unlike Stripe.net, it accepts timestamps after January 2038
/// and events of every API version: see <see cref="StripeEvent.ApiVersion"/>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// StripeEvent stripeEvent = StripeWebhook.Verify(body, request.Headers[StripeWebhook.SignatureHeader], secret);
/// if (stripeEvent.Type == "account.updated")
/// {
///     Account account = stripeEvent.ReadObject&lt;Account&gt;();
/// }
/// </code>
/// </example>
public static class StripeWebhook
{
    /// <summary>The name of the header with the signatures.</summary>
    public const string SignatureHeader = "Stripe-Signature";

    /// <summary>The default tolerance: 300 seconds, as in Stripe's own libraries.</summary>
    public static TimeSpan DefaultTolerance => TimeSpan.FromSeconds(300);

    /// <summary>Verifies a request and reads its event.</summary>
    /// <param name="payload">
    /// The bytes of the body as they arrived. A body that was parsed and serialized again has other bytes, and is rejected.
    /// </param>
    /// <param name="header">The value of the header <see cref="SignatureHeader"/>; <see langword="null"/> if the request lacks it.</param>
    /// <param name="secret">
    /// The signing secret of the endpoint (<c>whsec_…</c>), from Stripe's dashboard or, for a local test, from <c>stripe listen</c>.
    /// </param>
    /// <param name="tolerance">
    /// The maximum time between the timestamp of the signature and now, in either direction. A fraction of a second is ignored. Default
    /// <see cref="DefaultTolerance"/>. <see cref="TimeSpan.Zero"/> accepts only the current second; <see cref="TimeSpan.MaxValue"/> accepts
    /// any time, for recorded requests.
    /// </param>
    /// <param name="timeProvider">The clock. Default <see cref="TimeProvider.System"/>.</param>
    /// <returns>The event. Its type is any that Stripe has, now or later.</returns>
    /// <exception cref="StripeWebhookException">The request was rejected; the exception says why.</exception>
    /// <exception cref="ArgumentException">The secret is empty, or it starts or ends with white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is negative.</exception>
    public static StripeEvent Verify(
        ReadOnlySpan<byte> payload, string? header, SecretString secret, TimeSpan? tolerance = null, TimeProvider? timeProvider = null) =>
        TryVerify(payload, header, secret, tolerance, timeProvider).GetEventOrThrow();

    /// <inheritdoc
    ///     cref="Verify(ReadOnlySpan{byte}, string?, SecretString, TimeSpan?, TimeProvider?)"
    ///     path="/summary|/returns|/exception[@cref!='T:System.ArgumentException']"/>
    /// <param name="payload">The bytes of the body as they arrived.</param>
    /// <param name="header">The value of the header <see cref="SignatureHeader"/>; <see langword="null"/> if the request lacks it.</param>
    /// <param name="secrets">
    /// The secrets of the endpoint, of which any may have signed: the new one and the previous one while it is rotated, or those of several
    /// endpoints with the same URL.
    /// </param>
    /// <param name="tolerance">The maximum time between the timestamp of the signature and now, in either direction.</param>
    /// <param name="timeProvider">The clock. Default <see cref="TimeProvider.System"/>.</param>
    /// <exception cref="ArgumentException">There is no secret, or one is empty, or starts or ends with white space.</exception>
    public static StripeEvent Verify(
        ReadOnlySpan<byte> payload,
        string? header,
        IReadOnlyList<SecretString> secrets,
        TimeSpan? tolerance = null,
        TimeProvider? timeProvider = null) =>
        TryVerify(payload, header, secrets, tolerance, timeProvider).GetEventOrThrow();

    /// <summary>
    /// Does the same for a body that is a string, where there are no bytes, as in a function behind a gateway. It must have been decoded as
    /// UTF-8, and nothing else may have been done with it.
    /// </summary>
    /// <inheritdoc cref="Verify(ReadOnlySpan{byte}, string?, SecretString, TimeSpan?, TimeProvider?)" path="/param|/returns|/exception"/>
    public static StripeEvent Verify(
        string payload, string? header, SecretString secret, TimeSpan? tolerance = null, TimeProvider? timeProvider = null) =>
        TryVerify(payload, header, secret, tolerance, timeProvider).GetEventOrThrow();

    /// <summary>Does the same for a body that is a string.</summary>
    /// <inheritdoc
    ///     cref="Verify(ReadOnlySpan{byte}, string?, IReadOnlyList{SecretString}, TimeSpan?, TimeProvider?)"
    ///     path="/param|/returns|/exception"/>
    public static StripeEvent Verify(
        string payload,
        string? header,
        IReadOnlyList<SecretString> secrets,
        TimeSpan? tolerance = null,
        TimeProvider? timeProvider = null) =>
        TryVerify(payload, header, secrets, tolerance, timeProvider).GetEventOrThrow();

    /// <summary>Does the same as <c>Verify</c>, and returns why a request was rejected instead of throwing it.</summary>
    /// <inheritdoc cref="Verify(ReadOnlySpan{byte}, string?, SecretString, TimeSpan?, TimeProvider?)" path="/param"/>
    /// <returns>The event, or why there is none.</returns>
    /// <exception cref="ArgumentException">The secret is empty, or it starts or ends with white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is negative.</exception>
    public static StripeWebhookResult TryVerify(
        ReadOnlySpan<byte> payload, string? header, SecretString secret, TimeSpan? tolerance = null, TimeProvider? timeProvider = null)
    {
        SecretCheck.ThrowIfUnusable(secret, nameof(secret));
        return WebhookVerifier.Verify(payload, header, [secret], tolerance, timeProvider);
    }

    /// <summary>Does the same as <c>Verify</c>, and returns why a request was rejected instead of throwing it.</summary>
    /// <inheritdoc cref="Verify(ReadOnlySpan{byte}, string?, IReadOnlyList{SecretString}, TimeSpan?, TimeProvider?)" path="/param"/>
    /// <returns>The event, or why there is none.</returns>
    /// <exception cref="ArgumentException">There is no secret, or one is empty, or starts or ends with white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is negative.</exception>
    public static StripeWebhookResult TryVerify(
        ReadOnlySpan<byte> payload,
        string? header,
        IReadOnlyList<SecretString> secrets,
        TimeSpan? tolerance = null,
        TimeProvider? timeProvider = null) =>
        WebhookVerifier.Verify(payload, header, SecretCheck.CopyUsable(secrets, nameof(secrets)), tolerance, timeProvider);

    /// <inheritdoc cref="TryVerify(ReadOnlySpan{byte}, string?, SecretString, TimeSpan?, TimeProvider?)"/>
    public static StripeWebhookResult TryVerify(
        string payload, string? header, SecretString secret, TimeSpan? tolerance = null, TimeProvider? timeProvider = null) =>
        TryVerify(Encode(payload), header, secret, tolerance, timeProvider);

    /// <inheritdoc cref="TryVerify(ReadOnlySpan{byte}, string?, IReadOnlyList{SecretString}, TimeSpan?, TimeProvider?)"/>
    public static StripeWebhookResult TryVerify(
        string payload,
        string? header,
        IReadOnlyList<SecretString> secrets,
        TimeSpan? tolerance = null,
        TimeProvider? timeProvider = null) =>
        TryVerify(Encode(payload), header, secrets, tolerance, timeProvider);

    private static byte[] Encode(string payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetBytes(payload);
        }
        catch (EncoderFallbackException)
        {
            // A text with a lone surrogate is the text of no body. Neither are these bytes, so that no signature matches.
            return [0xff];
        }
    }
}
