namespace Lattice.Stripe.Tests.Support;

/// <summary>A body that starts and then neither continues nor ends.</summary>
internal sealed class StallingStream : MemoryStream
{
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StallingStream()
        : base([(byte)'{'])
    {
    }

    /// <summary>Completes when the reader waits for more.</summary>
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
