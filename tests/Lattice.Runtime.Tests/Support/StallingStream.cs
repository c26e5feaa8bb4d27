namespace Lattice.Stripe.Tests.Support;

/// <summary>A body that starts and then neither goes on nor ends, until its reader gives up.</summary>
internal sealed class StallingStream : MemoryStream
{
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StallingStream()
        : base([(byte)'{'])
    {
    }

    /// <summary>Ends when the reader waits for what does not come.</summary>
    public Task Stalled => _stalled.Task;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await base.ReadAsync(buffer, cancellationToken);
        if (read == 0)
        {
            _stalled.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return read;
    }
}
