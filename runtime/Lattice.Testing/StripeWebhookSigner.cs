using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lattice.Stripe.Testing;

/// <summary>
/// Signs the body of a webhook as Stripe does, to test an endpoint that verifies it with <see cref="StripeWebhook"/>, or with any other
/// library for Stripe.
/// </summary>
/// <example>
/// <code>
/// using var request = new HttpRequestMessage(HttpMethod.Post, "/stripe/webhooks") { Content = new StringContent(payload) };
/// request.Headers.Add(StripeWebhook.SignatureHeader, StripeWebhookSigner.Sign(payload, secret));
/// </code>
/// </example>
public static class StripeWebhookSigner
{
    /// <summary>Signs a body.</summary>
    /// <param name="payload">The bytes of the body, exactly as they will be sent.</param>
    /// <param name="secret">The secret that the endpoint verifies with: any string that is not empty.</param>
    /// <param name="timestamp">
    /// The time of the signature, in whole seconds (a fraction is ignored). Default now. Endpoints reject a time that is more than 300
    /// seconds from theirs.
    /// </param>
    /// <returns>The value of the header <see cref="StripeWebhook.SignatureHeader"/>: <c>t=…,v1=…</c>.</returns>
    /// <exception cref="ArgumentException">The secret is empty.</exception>
    public static string Sign(ReadOnlySpan<byte> payload, SecretString secret, DateTimeOffset? timestamp = null)
    {
        string key = secret.HasValue ? secret.Reveal() : "";
        if (key.Length == 0)
        {
            throw new ArgumentException("The secret is empty. Pass the secret that the endpoint verifies with.", nameof(secret));
        }

        string time = (timestamp ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}."), .. payload];
        string signature = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), signed)).ToLowerInvariant();
        return $"t={time},v1={signature}";
    }

    /// <summary>Signs a body that is sent in UTF-8.</summary>
    /// <inheritdoc cref="Sign(ReadOnlySpan{byte}, SecretString, DateTimeOffset?)" path="/param|/returns|/exception"/>
    public static string Sign(string payload, SecretString secret, DateTimeOffset? timestamp = null)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return Sign(Encoding.UTF8.GetBytes(payload), secret, timestamp);
    }
}
