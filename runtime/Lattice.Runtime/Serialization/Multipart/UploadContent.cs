using System.Net;

namespace Lattice.Stripe.Serialization.Multipart;

/// <summary>
/// The parts of a body with files as the content of one attempt. It tells its body when somebody reads it. It holds a
/// <see cref="MultipartContent"/> and is not one, because .NET keeps the cancellation token from classes derived from it.
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
