using System.Net;

namespace Lattice.Stripe.Transport;

/// <summary>A form body as the content of one attempt. It owns nothing: the memory belongs to the call.</summary>
internal sealed class FormContent : HttpContent
{
    private readonly RequestBody _body;

    public FormContent(RequestBody body)
    {
        _body = body;
        Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
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
