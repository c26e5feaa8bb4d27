using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>
/// The latest requests, in order of arrival. Their responses may be finished in another order. When there are too many bytes, the contents
/// of the oldest requests are dropped first, and then the oldest requests.
/// </summary>
/// <param name="maxCount">The maximum number of requests.</param>
/// <param name="maxBytes">The maximum memory in bytes, as an estimate.</param>
internal sealed class RequestLog(int maxCount, long maxBytes)
{
    private readonly object _gate = new();
    private readonly SortedDictionary<long, Entry> _entries = [];
    private readonly SortedSet<long> _withContent = [];
    private readonly Dictionary<Operation, int> _dropped = new(ReferenceEqualityComparer.Instance);
    private long _last;
    private long _size;
    private long _droppedCount;

    /// <summary>The number of requests that are no longer kept.</summary>
    public long DroppedCount
    {
        get
        {
            lock (_gate)
            {
                return _droppedCount;
            }
        }
    }

    public long TakeNumber() => Interlocked.Increment(ref _last);

    public void Add(long number, ReceivedRequest request)
    {
        lock (_gate)
        {
            var entry = new Entry(request);
            _entries.Add(number, entry);
            _withContent.Add(number);
            _size += entry.Size;
            Trim();
        }
    }

    /// <summary>Measures a request again, because it has got its response.</summary>
    public void Update(long number)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(number, out Entry? entry))
            {
                _size += entry.Measure();
                Trim();
            }
        }
    }

    public IReadOnlyList<ReceivedRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _entries.Values.Select(entry => entry.Request)];
        }
    }

    /// <summary>The number of requests of an operation that are no longer kept.</summary>
    public int CountDropped(Operation operation)
    {
        lock (_gate)
        {
            return _dropped.GetValueOrDefault(operation);
        }
    }

    private void Trim()
    {
        while (_entries.Count > maxCount)
        {
            DropOldest();
        }

        while (_size > maxBytes && _withContent.Count > 0)
        {
            long oldest = _withContent.Min;
            _withContent.Remove(oldest);
            _size += _entries[oldest].DropContent();
        }

        while (_size > maxBytes && _entries.Count > 0)
        {
            DropOldest();
        }
    }

    private void DropOldest()
    {
        (long number, Entry entry) = _entries.First();
        _entries.Remove(number);
        _withContent.Remove(number);
        _size -= entry.Size;
        _droppedCount++;
        if (entry.Request.Operation is { } operation)
        {
            _dropped[operation] = _dropped.GetValueOrDefault(operation) + 1;
        }
    }

    private sealed class Entry(ReceivedRequest request)
    {
        public ReceivedRequest Request { get; private set; } = request;

        /// <summary>The size that is counted for the request.</summary>
        public long Size { get; private set; } = request.Size;

        /// <returns>The difference to the size that was counted before.</returns>
        public long Measure()
        {
            long before = Size;
            Size = Request.Size;
            return Size - before;
        }

        /// <returns>The difference to the size that was counted before.</returns>
        public long DropContent()
        {
            Request = Request.WithoutContent();
            return Measure();
        }
    }
}
