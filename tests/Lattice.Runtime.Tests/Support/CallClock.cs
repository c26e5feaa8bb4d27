using System.Collections.Concurrent;

namespace Lattice.Stripe.Tests.Support;

/// <summary>
/// A clock on which delays between attempts end immediately, and on which an attempt times out when
/// <see cref="EndAttempt"/> is called.
/// </summary>
internal sealed class CallClock : TimeProvider
{
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(80);

    private readonly AsyncLocal<int> _call = new();
    private readonly ConcurrentDictionary<int, CallTimer> _attempts = new();
    private int _started;
    private int _open;

    public int Started => _started;

    /// <summary>The number of timers that have neither fired nor been disposed.</summary>
    public int Open => _open;

    /// <summary>Sets the call whose timers are started from here on.</summary>
    public void Enter(int call) => _call.Value = call;

    public void EndAttempt(int call) => _attempts[call].Fire();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _started);
        Interlocked.Increment(ref _open);
        int call = _call.Value;
        var timer = new CallTimer(this, call, () => callback(state));
        if (dueTime == AttemptTimeout)
        {
            _attempts[call] = timer;
        }
        else
        {
            ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), timer, preferLocal: false);
        }

        return timer;
    }

    private sealed class CallTimer(CallClock owner, int call, Action callback) : ITimer
    {
        private int _isOver;

        public void Fire()
        {
            if (End())
            {
                callback();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("A timer of a call is started once.");

        public void Dispose() => End();

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private bool End()
        {
            if (Interlocked.Exchange(ref _isOver, 1) != 0)
            {
                return false;
            }

            Interlocked.Decrement(ref owner._open);
            owner._attempts.TryRemove(KeyValuePair.Create(call, this));
            return true;
        }
    }
}
