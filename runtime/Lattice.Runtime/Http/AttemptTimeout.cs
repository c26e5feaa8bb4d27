namespace Lattice.Stripe.Http;

/// <summary>
/// The cancellation token of one attempt: canceled when its time is over or when the caller cancels. With the system's clock, its source
/// comes from a pool. It is returned only after a complete attempt, because then nothing uses the token anymore.
/// </summary>
internal struct AttemptTimeout : IDisposable
{
    // A source keeps its timer, so the pool saves two objects for each attempt. Its size is a likely number of concurrent calls.
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
        if (timeProvider != TimeProvider.System || TryRent() is not { } source)
        {
            return new AttemptTimeout(new CancellationTokenSource(limit, timeProvider), caller);
        }

        source.CancelAfter(limit);
        return new AttemptTimeout(source, caller);
    }

    /// <summary>Ends the timeout after an attempt whose whole response has arrived.</summary>
    public void End(TimeProvider timeProvider)
    {
        _caller.Dispose();

        // A timer that fires during the reset still cancels the source, so this is checked last.
        if (timeProvider == TimeProvider.System && _source!.TryReset() && !_source.IsCancellationRequested && TryReturn(_source))
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

    private static CancellationTokenSource? TryRent()
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

    private static bool TryReturn(CancellationTokenSource source)
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
