using System.Net;

namespace Lattice.Stripe.Serialization.Multipart;

/// <summary>A file as a part of the content of one attempt.</summary>
internal sealed class FileContent(MultipartBody body, UploadedFile file) : HttpContent
{
    protected override bool TryComputeLength(out long length)
    {
        length = file.Length ?? 0;
        return file.Length is not null;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        file.Upload.CopyToAsync(stream, file, body, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        file.Upload.CopyToAsync(stream, file, body, cancellationToken);
}
