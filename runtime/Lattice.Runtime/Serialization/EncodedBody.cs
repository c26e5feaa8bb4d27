using Lattice.Stripe.Buffers;

namespace Lattice.Stripe.Serialization;

/// <summary>
/// A body that is encoded as a whole, as a form or as JSON. All attempts read the same pooled memory. It is cleared and returned to
/// the pool when the call has ended and no read is in progress: a handler may still read for an attempt that was abandoned.
/// </summary>
internal sealed class EncodedBody(PooledBytes bytes, string? contentType) : RequestBody
{
    private PooledBytes _bytes = bytes;

    // The call itself and each read in progress. The last one to end returns the memory.
    private int _users = 1;
    private int _ended;

    public int Length => _bytes.Length;

    /// <summary>The media type; <see langword="null"/> for a body without parameters.</summary>
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

        // A connection nearly always buffers a body of this size immediately.
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
        // Set before the check whether the call has ended, so that the end of the call sees either this flag or no sent bytes.
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
