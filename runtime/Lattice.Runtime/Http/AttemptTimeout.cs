namespace Lattice.Stripe.Http;

/// <summary>
/// The token of one attempt: canceled when its time is over or when the caller cancels. Its source comes from a pool where the
/// clock is the system's, and goes back there after an attempt that came to its end: only then nobody uses the token any more.
/// </summary>
internal struct AttemptTimeout : IDisposable
{
    // A source keeps its timer, so a new one costs two objects. As many are kept as callers are likely to be at once.
    private static readonly CancellationTokenSource?[] s_pool = new CancellationTokenSource?[32];

    private readonly CancellationTokenRegistration _caller;
    private CancellationTokenSource? _source;

    private AttemptTimeout(CancellationTokenSource source, CancellationToken caller)
    {
        _source = source;
        _caller = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
    }

    public readonly CancellationToken Token => _source!.Token;

    public readonly bool IsOver => _source!.IsCancellationRequested;

    public static AttemptTimeout Start(TimeSpan limit, TimeProvider timeProvider, CancellationToken caller)
    {
        if (timeProvider != TimeProvider.System || Take() is not { } source)
        {
            return new AttemptTimeout(new CancellationTokenSource(limit, timeProvider), caller);
        }

        source.CancelAfter(limit);
        return new AttemptTimeout(source, caller);
    }

    /// <summary>Ends it after an attempt whose whole response has come.</summary>
    public void End(TimeProvider timeProvider)
    {
        _caller.Dispose();

        // A timer that fires while the source is reset cancels it all the same, so that has to be looked at last.
        if (timeProvider == TimeProvider.System && _source!.TryReset() && !_source.IsCancellationRequested && Put(_source))
        {
            _source = null;
        }
    }

    public void Dispose()
    {
        _caller.Dispose();
        _source?.Dispose();
        _source = null;
    }

    private static CancellationTokenSource? Take()
    {
        foreach (ref CancellationTokenSource? slot in s_pool.AsSpan())
        {
            if (slot is not null && Interlocked.Exchange(ref slot, null) is { } source)
            {
                return source;
            }
        }

        return null;
    }

    private static bool Put(CancellationTokenSource source)
    {
        foreach (ref CancellationTokenSource? slot in s_pool.AsSpan())
        {
            if (slot is null && Interlocked.CompareExchange(ref slot, source, null) is null)
            {
                return true;
            }
        }

        return false;
    }
}
