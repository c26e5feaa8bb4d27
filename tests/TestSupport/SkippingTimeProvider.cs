namespace Lattice.TestSupport;

/// <summary>A clock on which delays end immediately.</summary>
public sealed class SkippingTimeProvider : TimeProvider
{
    private readonly List<TimeSpan> _waits = [];
    private TimeSpan _now;

    public IReadOnlyList<TimeSpan> Waits => _waits;

    /// <summary>Called instead of ending a delay.</summary>
    public Action? OnWait { get; set; }

    /// <summary>Called when a delay starts.</summary>
    public Action? OnWaitStarting { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + _now;

    public override long GetTimestamp() => _now.Ticks;

    public void Advance(TimeSpan by) => _now += by;

    /// <summary>Timers, including those of timeouts, no longer fire by themselves.</summary>
    public void LetTimersStand() => OnWait = static () => { };

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            return new EndedTimer();
        }

        _waits.Add(dueTime);
        OnWaitStarting?.Invoke();
        if (OnWait is null)
        {
            _now += dueTime;
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }
        else
        {
            OnWait();
        }

        return new EndedTimer();
    }

    private sealed class EndedTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
