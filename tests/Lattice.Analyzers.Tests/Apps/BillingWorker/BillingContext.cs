using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Contoso.BillingWorker;

public enum UsageState { Open, Reported, OutcomeUnknown, Rejected, NeedsReview }

/// <summary>One line of usage that a shipped order adds to the next invoice.</summary>
public sealed class UsageRecord
{
    public required string OrderNumber { get; init; }
    public required string CustomerId { get; init; }
    public required string Meter { get; init; }
    public required long Units { get; init; }
    public required DateTimeOffset ShippedAt { get; init; }

    /// <summary>Parcels are too many for one call each: they go through the stream.</summary>
    public bool IsHighVolume => Meter == "parcels_shipped";

    public UsageState State { get; set; }
    public DateTimeOffset? FirstAttemptAt { get; set; }
    public string? LastError { get; set; }
}

/// <summary>Has the shape of the DbContext that the database team generates.</summary>
public sealed class BillingContext
{
    private readonly ConcurrentDictionary<string, UsageRecord> _usage = new(StringComparer.Ordinal);

    public void Add(UsageRecord record) => _usage.TryAdd(record.OrderNumber, record);

    public ValueTask<List<UsageRecord>> FindAsync(IEnumerable<string> orderNumbers) =>
        new(orderNumbers.Where(_usage.ContainsKey).Select(orderNumber => _usage[orderNumber]).ToList());

    public async IAsyncEnumerable<UsageRecord> OpenUsageAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        foreach (UsageRecord record in from usage in _usage.Values
                                       where usage.State is UsageState.Open or UsageState.OutcomeUnknown
                                       orderby usage.ShippedAt
                                       select usage)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    public Task SaveChangesAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask;
}

public sealed class UsageQueue
{
    private readonly Channel<string> _orders = Channel.CreateBounded<string>(new BoundedChannelOptions(500) { SingleWriter = true });
    private readonly ConcurrentDictionary<string, byte> _pending = new(StringComparer.Ordinal);

    public ValueTask EnqueueAsync(string orderNumber, CancellationToken cancellationToken) =>
        _pending.TryAdd(orderNumber, 0) ? _orders.Writer.WriteAsync(orderNumber, cancellationToken) : default;

    public void Complete(IReadOnlyList<string> batch) => batch.ToList().ForEach(orderNumber => _pending.TryRemove(orderNumber, out _));

    /// <summary>Returns what is there, at most <paramref name="size"/> at once, and waits only for the first.</summary>
    public async IAsyncEnumerable<IReadOnlyList<string>> ReadBatchesAsync(
        int size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await _orders.Reader.WaitToReadAsync(cancellationToken))
        {
            List<string> batch = [];
            while (batch.Count < size && _orders.Reader.TryRead(out string? orderNumber))
            {
                batch.Add(orderNumber);
            }

            yield return batch;
        }
    }
}
