using System.Security.Cryptography;
using System.Text;

namespace Lattice.Stripe.Testing.Redaction;

/// <summary>Compares texts that contain secrets without keeping them: an HMAC with a random key of the process.</summary>
internal readonly record struct SecretDigest(string Value)
{
    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(32);

    public static SecretDigest Of(string text)
        => new(Convert.ToHexString(HMACSHA256.HashData(s_key, Encoding.UTF8.GetBytes(text))));
}
