using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>Reads an object.</summary>
internal static class Retrieval
{
    public static OperationOutcome Run(OperationCall call)
    {
        StoredObject? stored = call.HasOwnId
            ? call.Objects.Find(call.Operation.Objects.Kinds, call.PathIds[^1])
            : Singletons.Find(call);
        bool isMissing = stored is null ? call.HasOwnId && !call.Objects.KeepsNothing && !Change.IsNamed(call)
            : (stored.IsDeleted && call.Operation.Objects.Deleted.Count == 0) || !PathObjects.BelongsToParents(call, stored);
        return isMissing ? call.FailWithoutOwn()
            : stored is not null ? OperationOutcome.Of(ResourceWriter.Write(stored, call.Metadata))
            : new OperationOutcome(ResourceWriter.Write(call.Operation.Response, call.GetSentWithPath(), call.Metadata));
    }
}
