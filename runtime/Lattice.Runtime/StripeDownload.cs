using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>
/// The response of an operation that returns a file, such as the PDF of a quote. The whole file is in memory, so
/// <see cref="StripeClientOptions.MaxResponseBytes"/> limits its size.
/// </summary>
public sealed class StripeDownload : StripeResource
{
    private readonly byte[] _content;

    /// <summary>Initializes a file for tests.</summary>
    /// <param name="content">The bytes of the file, which are copied.</param>
    public StripeDownload(ReadOnlySpan<byte> content) => _content = content.ToArray();

    internal StripeDownload(ref StripeJsonReader json, ReadOnlySpan<byte> content)
        : base(ref json) => _content = content.ToArray();

    /// <summary>The number of bytes.</summary>
    public long Length => _content.Length;

    /// <summary>Opens the file for reading. It is a method and not a property because a file may hold private data.</summary>
    /// <returns>A stream at the start of the file, which cannot be written to.</returns>
    public Stream OpenRead() => new MemoryStream(_content, writable: false);
}
