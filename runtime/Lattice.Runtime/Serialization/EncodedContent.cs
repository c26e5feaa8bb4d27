using System.Net;

namespace Lattice.Stripe.Serialization;

/// <summary>An encoded body as the content of one attempt. The call owns the memory.</summary>
internal sealed class EncodedContent : HttpContent
{
    private readonly EncodedBody _body;

    public EncodedContent(EncodedBody body)
    {
        _body = body;
        if (body.ContentType is { } contentType)
        {
            Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        _body.CopyToAsync(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _body.CopyToAsync(stream, cancellationToken);

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _body.CopyTo(stream);
}
