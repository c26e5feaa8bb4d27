using System.Collections.Concurrent;
using Lattice.Stripe.Testing.Slices;

namespace Lattice.Stripe.Testing.Scripting;

/// <summary>What tests have planned, by operation.</summary>
internal sealed class ScriptTable
{
    private readonly ConcurrentDictionary<Operation, StepQueue> _scripts = new(ReferenceEqualityComparer.Instance);

    public StepQueue? Find(Operation operation) => _scripts.GetValueOrDefault(operation);

    public StepQueue FindOrAdd(Operation operation) => _scripts.GetOrAdd(operation, _ => new StepQueue());
}
