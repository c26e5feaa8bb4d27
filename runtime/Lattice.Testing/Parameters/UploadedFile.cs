using System.Globalization;
using System.Security.Cryptography;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>What is known of a file that was uploaded. Its content is not kept.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="MediaType">The media type that the caller sent; null if it sent none.</param>
/// <param name="Length">The number of bytes.</param>
/// <param name="Type">The type as Stripe names it, such as <c>png</c> or <c>csv</c>; null if it is not known.</param>
/// <param name="Digest">The start of the SHA-256 digest of the content.</param>
internal sealed record UploadedFile(string Name, string? MediaType, int Length, string? Type, string Digest)
{
    private const int ShownDigestBytes = 8;

    public static UploadedFile Of(MultipartPart part) => new(
        part.FileName,
        part.ContentType,
        part.Content.Length,
        FileTypes.Find(part.Content, part.FileName, part.ContentType),
        Convert.ToHexString(SHA256.HashData(part.Content).AsSpan(0, ShownDigestBytes)));

    /// <summary>Describes the file in one line that identifies it.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Name} ({MediaType}, {Length} bytes, SHA-256 {Digest}…)");
}
