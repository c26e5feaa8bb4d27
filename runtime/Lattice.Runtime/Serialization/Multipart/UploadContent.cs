using System.Net;

namespace Lattice.Stripe.Serialization.Multipart;

/// <summary>
/// The parts of a body with files as the content of one attempt. It notifies the body when it is read. It contains a
/// <see cref="MultipartContent"/> and does not derive from it, because .NET does not pass the cancellation token to derived classes.
/// </summary>
internal sealed class UploadContent : HttpContent
{
    private readonly MultipartBody _body;
    private readonly MultipartContent _parts;

    public UploadContent(MultipartBody body, MultipartContent parts)
    {
        _body = body;
        _parts = parts;
        Headers.ContentType = parts.Headers.ContentType;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _parts.Headers.ContentLength ?? 0;
        return _parts.Headers.ContentLength is not null;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _body.BeginRead();
        return _parts.CopyToAsync(stream, context, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _parts.Dispose();
        }

        base.Dispose(disposing);
    }
}
