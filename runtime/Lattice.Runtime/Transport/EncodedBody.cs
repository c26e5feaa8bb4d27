using Lattice.Stripe.Serialization;

namespace Lattice.Stripe.Transport;

/// <summary>
/// A body that is encoded as a whole, as a form or as JSON. All attempts read the same pooled memory, which goes back to the pool, cleared, when
/// the call has ended and no read is under way any more: a handler may still be reading for an attempt that was given up.
/// </summary>
internal sealed class EncodedBody : RequestBody
{
    private readonly object _lock = new();
    private PooledBytes _bytes;
    private int _readers;
    private bool _ended;

    public EncodedBody(PooledBytes bytes, string contentType)
    {
        _bytes = bytes;
        ContentType = contentType;
        Length = bytes.Length;
    }

    public int Length { get; }

    public string ContentType { get; }

    public override bool CanSendAgain => true;

    public override HttpContent CreateContent() => new EncodedContent(this);

    public async Task CopyToAsync(Stream stream, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> memory = BeginRead();
        try
        {
            await stream.WriteAsync(memory, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            EndRead();
        }
    }

    public void CopyTo(Stream stream)
    {
        ReadOnlyMemory<byte> memory = BeginRead();
        try
        {
            stream.Write(memory.Span);
        }
        finally
        {
            EndRead();
        }
    }

    /// <summary>Ends the call: no new read may start.</summary>
    public override void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            ReleaseIfUnused();
        }
    }

    private ReadOnlyMemory<byte> BeginRead()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_ended, typeof(HttpContent));
            _readers++;
            return _bytes.Memory;
        }
    }

    private void EndRead()
    {
        lock (_lock)
        {
            _readers--;
            ReleaseIfUnused();
        }
    }

    private void ReleaseIfUnused()
    {
        if (_ended && _readers == 0)
        {
            _bytes.Dispose();
        }
    }
}
