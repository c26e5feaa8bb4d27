namespace Lattice.Fuzz.Responses;

/// <summary>
/// A clock that stands still, so that nothing depends on when a call is made, and on which delays end immediately. Timeouts must be
/// infinite.
/// </summary>
internal sealed class StandingClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new EndedTimer();
    }

    private sealed class EndedTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            // It holds nothing.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
