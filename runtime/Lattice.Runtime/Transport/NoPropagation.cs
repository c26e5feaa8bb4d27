using System.Diagnostics;

namespace Lattice.Stripe.Transport;

/// <summary>
/// Sends no tracing headers: traces and baggage are the caller's, and a header would hand them to another company. Activities are
/// made all the same. .NET has one like it, but with it comes the code of all the others.
/// </summary>
internal sealed class NoPropagation : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => [];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
    }

    public override void ExtractTraceIdAndState(
        object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        traceId = traceState = null;

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
