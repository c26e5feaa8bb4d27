using System.Collections.Concurrent;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Stubs;

/// <summary>What tests have planned, by operation.</summary>
internal sealed class StubTable
{
    private readonly ConcurrentDictionary<Operation, StubQueue> _scripts = new(ReferenceEqualityComparer.Instance);

    public StubQueue? Find(Operation operation) => _scripts.GetValueOrDefault(operation);

    public StubQueue FindOrAdd(Operation operation) => _scripts.GetOrAdd(operation, _ => new StubQueue());
}
