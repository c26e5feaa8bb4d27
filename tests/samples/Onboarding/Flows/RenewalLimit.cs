namespace Onboarding.Flows;

/// <summary>
/// Limits how often a flow gets a new link automatically. Without a limit, software that opens each link before the seller does (a mail
/// scanner, a browser that preloads pages) would cause an endless redirect loop.
/// </summary>
/// <remarks>
/// A count that is read and written in two steps lets requests at the same time pass the limit, and so does ASP.NET Core's session,
/// which each request reads at its start and writes at its end. A platform with several servers counts in its database, with one
/// statement that increases the count and returns it.
/// </remarks>
internal sealed class RenewalLimit(TimeProvider clock)
{
    public const int Maximum = 5;

    /// <summary>How many flows are remembered, about 20 MB. Beyond that, the count of the flow that expires first is forgotten.</summary>
    public const int Capacity = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = [];
    private readonly PriorityQueue<string, DateTimeOffset> _expirations = new();

    /// <summary>Counts a new link for a flow, unless the flow has had all of its links.</summary>
    /// <param name="renewal">The number of the link, from 1. No other request gets the same one.</param>
    public bool TryCount(Flow flow, out int renewal)
    {
        lock (_lock)
        {
            RemoveExpired();
            renewal = _counts.GetValueOrDefault(flow.Id) + 1;
            if (renewal > Maximum)
            {
                return false;
            }

            _counts[flow.Id] = renewal;
            if (renewal == 1)
            {
                _expirations.Enqueue(flow.Id, flow.Expires);
            }

            return true;
        }
    }

    private void RemoveExpired()
    {
        DateTimeOffset now = clock.GetUtcNow();
        while (_expirations.TryPeek(out string? flow, out DateTimeOffset expires) && (expires <= now || _expirations.Count >= Capacity))
        {
            _counts.Remove(flow);
            _expirations.Dequeue();
        }
    }
}
