using System.Security.Cryptography;

namespace Lattice.Slice.Files;

/// <summary>The SHA-256 of a content, in lowercase hexadecimal digits as <c>sha256sum</c> prints it.</summary>
internal static class ContentHash
{
    private const int Digits = 2 * SHA256.HashSizeInBytes;

    public static string Compute(ReadOnlySpan<byte> content) => Normalize(Convert.ToHexString(SHA256.HashData(content)));

    /// <summary>Whether a text is a hash, in digits of either case.</summary>
    public static bool IsValid(string text) => text.Length == Digits && text.All(char.IsAsciiHexDigit);

    /// <summary>The hash in lowercase digits.</summary>
    public static string Normalize(string hash) => hash.ToLowerInvariant();
}
