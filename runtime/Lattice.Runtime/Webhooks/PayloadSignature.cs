using System.Security.Cryptography;
using System.Text;

namespace Lattice.Stripe.Webhooks;

/// <summary>
/// The signature of the scheme <c>v1</c>: HMAC-SHA256 over <c>timestamp.payload</c> in lowercase hexadecimal digits. The key is the whole
/// text of the secret, with <c>whsec_</c>.
/// </summary>
internal static class PayloadSignature
{
    /// <summary>The number of hexadecimal digits.</summary>
    public const int Length = SHA256.HashSizeInBytes * 2;

    /// <summary>Writes the signature to <paramref name="signature"/>, which has <see cref="Length"/> characters.</summary>
    public static void Compute(SecretString secret, ReadOnlySpan<char> timestamp, ReadOnlySpan<byte> payload, Span<char> signature)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret.Reveal()));
        hmac.AppendData(Encoding.UTF8.GetBytes([.. timestamp, '.']));
        hmac.AppendData(payload);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        hmac.GetHashAndReset(hash);
        for (int i = 0; i < hash.Length; i++)
        {
            signature[2 * i] = GetDigit(hash[i] >> 4);
            signature[(2 * i) + 1] = GetDigit(hash[i] & 0xf);
        }
    }

    private static char GetDigit(int value) => (char)(value < 10 ? '0' + value : 'a' + value - 10);
}
