using System.Collections.Concurrent;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Stubs;

/// <summary>The stubs of all operations.</summary>
internal sealed class StubTable
{
    private readonly ConcurrentDictionary<Operation, StubQueue> _queues = new(ReferenceEqualityComparer.Instance);

    public StubQueue FindOrAdd(Operation operation) => _queues.GetOrAdd(operation, _ => new StubQueue());

    /// <summary>Removes the stub of the operation's next request; null if no stub waits, or if the predicate excludes it.</summary>
    public Stub? Dequeue(Operation operation, Func<Stub, bool> predicate) => _queues.GetValueOrDefault(operation)?.Dequeue(predicate);
}
