using System.Security.Cryptography;
using System.Text;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>Tells values of <c>Authorization</c> apart without keeping them: a keyed hash, whose key ends with the process.</summary>
internal readonly record struct AuthorizationDigest(string Value)
{
    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(32);

    public static AuthorizationDigest Of(string? authorization)
        => new(authorization is null ? "" : Convert.ToHexString(HMACSHA256.HashData(s_key, Encoding.UTF8.GetBytes(authorization))));
}
