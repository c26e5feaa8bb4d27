using System.Diagnostics.Tracing;

namespace Lattice.Stripe.Tests.Load;

/// <summary>
/// Counts what the code that created it, and everything that this code starts, rents from the shared pools and returns, independently
/// of other code in the process.
/// </summary>
internal sealed class BufferWatch : EventListener
{
    private const int Rented = 1;
    private const int Returned = 3;

    private static readonly AsyncLocal<BufferWatch?> s_current = new();
    private long _rented;
    private long _open;

    public BufferWatch() => s_current.Value = this;

    public long TotalRented => Interlocked.Read(ref _rented);

    /// <summary>The number of buffers that were not returned.</summary>
    public long Open => Interlocked.Read(ref _open);

    public override void Dispose()
    {
        s_current.Value = null;
        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
        {
            EnableEvents(eventSource, EventLevel.Verbose);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (s_current.Value != this)
        {
            return;
        }

        switch (eventData.EventId)
        {
            case Rented:
                Interlocked.Increment(ref _rented);
                Interlocked.Increment(ref _open);
                break;
            case Returned:
                Interlocked.Decrement(ref _open);
                break;
        }
    }
}
