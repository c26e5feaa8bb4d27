using System.Net;

namespace Lattice.Stripe.Transport;

/// <summary>A file of the caller's as a part of a body. The stream stays open; one that can seek can be sent again.</summary>
internal sealed class FileContent : HttpContent
{
    private readonly Stream _stream;
    private readonly long? _start;
    private bool _sent;

    public FileContent(StripeFileUpload file)
    {
        _stream = file.Content;
        _start = _stream.CanSeek ? _stream.Position : null;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _start is { } start ? _stream.Length - start : 0;
        return _start is not null;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (_start is { } start)
        {
            _stream.Position = start;
        }
        else if (_sent)
        {
            throw new InvalidOperationException("The file's stream cannot seek, so it cannot be sent again.");
        }

        _sent = true;
        return _stream.CopyToAsync(stream, cancellationToken);
    }
}
