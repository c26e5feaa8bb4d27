using System.Security.Cryptography;
using System.Text;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>Compares values of <c>Authorization</c> without keeping them: an HMAC with a random key of the process.</summary>
internal readonly record struct AuthorizationDigest(string Value)
{
    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(32);

    public static AuthorizationDigest Of(string? authorization)
        => new(authorization is null ? "" : Convert.ToHexString(HMACSHA256.HashData(s_key, Encoding.UTF8.GetBytes(authorization))));
}
