namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>The latest requests, in order of arrival. Their responses may be finished in another order.</summary>
internal sealed class RequestLog(int capacity)
{
    private readonly object _gate = new();
    private readonly SortedDictionary<long, ReceivedRequest> _requests = [];
    private long _last;

    public long TakeNumber() => Interlocked.Increment(ref _last);

    public void Add(long number, ReceivedRequest request)
    {
        lock (_gate)
        {
            _requests.Add(number, request);
            if (_requests.Count > capacity)
            {
                _requests.Remove(_requests.First().Key);
            }
        }
    }

    public IReadOnlyList<ReceivedRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _requests.Values];
        }
    }
}
