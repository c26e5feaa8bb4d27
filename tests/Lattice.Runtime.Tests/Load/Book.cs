using System.Collections.Concurrent;

namespace Lattice.Stripe.Tests.Load;

/// <summary>What the server did, by idempotency key: as Stripe does, it carries a request out once and then repeats its response.</summary>
internal sealed class Book
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new();

    public int Count => _entries.Count;

    public IEnumerable<Entry> Entries => _entries.Values;

    public Entry this[string key] => _entries[key];

    /// <summary>Notes that an attempt has arrived; returns the entry and the attempt's number, from 1.</summary>
    public (Entry Entry, int Attempt) Arrive(string key, int call)
    {
        Entry entry = _entries.GetOrAdd(key, static (_, call) => new Entry(call), call);
        return (entry, entry.Arrive(call));
    }

    public void Clear() => _entries.Clear();

    internal sealed class Entry(int call)
    {
        private int _attempts;
        private int _executions;
        private int _replays;

        public int Call => call;

        public int Attempts => _attempts;

        public int Executions => _executions;

        public int Replays => _replays;

        public int Arrive(int number)
        {
            // A key with another request would be an error of Stripe's.
            Assert.Equal(call, number);
            return Interlocked.Increment(ref _attempts);
        }

        /// <summary>Carries the request out, unless it was; returns whether it was.</summary>
        public bool Execute()
        {
            bool isReplay = Interlocked.CompareExchange(ref _executions, 1, 0) != 0;
            if (isReplay)
            {
                Interlocked.Increment(ref _replays);
            }

            return isReplay;
        }
    }
}
