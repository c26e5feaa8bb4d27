using Lattice.Spec.Model;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>Carries out operations on the objects that exist, one at a time.</summary>
internal sealed class ObjectMemory(ObjectStore store)
{
    public OperationOutcome Run(OperationCall call)
    {
        lock (store.Gate)
        {
            if (PathObjects.FindMissingParent(call) is { } missing)
            {
                return missing;
            }

            return call.Operation.Objects.Kind switch
            {
                OperationKind.Retrieve => Retrieval.Run(call),
                OperationKind.List or OperationKind.Search => Listing.Run(call),
                OperationKind.Update or OperationKind.Action => Change.Run(call),
                OperationKind.Delete => Deletion.Run(call),
                _ => Creation.Run(call),
            };
        }
    }

    /// <summary>Keeps a resource that a test returned instead, so that reading it agrees with the response.</summary>
    public void Keep(OperationCall call, WrittenResource resource)
    {
        lock (store.Gate)
        {
            OperationKind kind = call.Operation.Objects.Kind;
            if (kind == OperationKind.Delete)
            {
                if (call.HasOwnId && call.Objects.Find(call.Operation.Objects.Kinds, call.PathIds[^1]) is { } stored)
                {
                    call.Objects.Remove(stored);
                }
            }
            else if (kind is OperationKind.Create or OperationKind.Update or OperationKind.Action
                && Creation.Find(resource.Json, ResourceWriter.CaseOf(call.Operation.Response, call.Metadata), call) is { } made)
            {
                call.Objects.Put(made);
            }
        }
    }
}
