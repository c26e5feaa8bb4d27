using System.Net;
using System.Text;

namespace Lattice.Stripe.Serialization;

/// <summary>The parts of a body with files as the content of one attempt. It tells its body when somebody reads it.</summary>
internal sealed class UploadContent : MultipartContent
{
    private readonly MultipartBody _body;

    public UploadContent(MultipartBody body)
        : base("form-data")
    {
        _body = body;

        // Names are UTF-8 as they are (RFC 7578, section 5.1); MultipartFormDataContent would encode them for mail.
        HeaderEncodingSelector = static (_, _) => Encoding.UTF8;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        _body.BeginRead();
        return base.SerializeToStreamAsync(stream, context);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _body.BeginRead();
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _body.BeginRead();
        base.SerializeToStream(stream, context, cancellationToken);
    }

    protected override Task<Stream> CreateContentReadStreamAsync()
    {
        _body.BeginRead();
        return base.CreateContentReadStreamAsync();
    }

    protected override Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken)
    {
        _body.BeginRead();
        return base.CreateContentReadStreamAsync(cancellationToken);
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
    {
        _body.BeginRead();
        return base.CreateContentReadStream(cancellationToken);
    }
}
