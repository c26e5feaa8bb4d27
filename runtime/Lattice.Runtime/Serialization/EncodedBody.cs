using Lattice.Stripe.Buffers;

namespace Lattice.Stripe.Serialization;

/// <summary>
/// A body that is encoded as a whole, as a form or as JSON. All attempts read the same pooled memory, which goes back to
/// the pool, cleared, when the call has ended and no read is under way any more: a handler may still be reading for an
/// attempt that was given up.
/// </summary>
internal sealed class EncodedBody(PooledBytes bytes, string? contentType) : RequestBody
{
    private PooledBytes _bytes = bytes;

    // The call itself and each read under way; whoever brings it to 0 gives the memory back.
    private int _users = 1;
    private int _ended;

    public int Length => _bytes.Length;

    /// <summary>The media type; <see langword="null"/> if there is nothing to describe.</summary>
    public string? ContentType => contentType;

    public override bool IsReplayable => true;

    /// <summary>The body of an operation without parameters.</summary>
    public static EncodedBody Empty() => new(default, contentType: null);

    public override HttpContent CreateContent() => new EncodedContent(this);

    public Task CopyToAsync(Stream stream, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> memory = BeginRead();
        ValueTask write;
        try
        {
            write = stream.WriteAsync(memory, cancellationToken);
        }
        catch
        {
            Release();
            throw;
        }

        if (!write.IsCompletedSuccessfully)
        {
            return ReleaseAfterAsync(write);
        }

        // A connection takes a body of this size into its buffer at once, nearly always.
        write.GetAwaiter().GetResult();
        Release();
        return Task.CompletedTask;
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
            Release();
        }
    }

    /// <summary>Ends the call: no new read may start.</summary>
    public override void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            Release();
        }
    }

    private async Task ReleaseAfterAsync(ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        finally
        {
            Release();
        }
    }

    private ReadOnlyMemory<byte> BeginRead()
    {
        // Before it is known whether the call has ended: whoever ends it has to see either this or no bytes on their way.
        WasRead = true;
        int users;
        do
        {
            users = Volatile.Read(ref _users);
            ObjectDisposedException.ThrowIf(users == 0, typeof(HttpContent));
        }
        while (Interlocked.CompareExchange(ref _users, users + 1, users) != users);

        if (Volatile.Read(ref _ended) == 1)
        {
            Release();
            throw new ObjectDisposedException(nameof(HttpContent));
        }

        return _bytes.Memory;
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            _bytes.Dispose();
        }
    }
}
