using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>What an operation returns: a resource, or an error.</summary>
internal sealed record OperationOutcome(WrittenResource? Resource, ApiError? Error = null)
{
    public static implicit operator OperationOutcome(ApiError error) => new(null, error);

    public static OperationOutcome Of(byte[] json, HostedLink? link = null) => new(new WrittenResource(json, link));
}

/// <summary>How an object changed.</summary>
internal enum ChangeKind
{
    Created,
    Updated,
    Deleted,
}

/// <summary>A change of an object.</summary>
/// <param name="Kind">How it changed.</param>
/// <param name="Object">The object after the change; a deleted one as it was before.</param>
internal sealed record ObjectChange(ChangeKind Kind, StoredObject Object);
