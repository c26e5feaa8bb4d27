using System.Net;

namespace Lattice.Stripe.Serialization;

/// <summary>A file as a part of the body of one attempt.</summary>
internal sealed class FileContent(FileSource source) : HttpContent
{
    protected override bool TryComputeLength(out long length)
    {
        length = source.Length ?? 0;
        return source.Length is not null;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        source.CopyToAsync(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        source.CopyToAsync(stream, cancellationToken);
}
