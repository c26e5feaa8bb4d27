using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>A valid request for an operation, and what it has changed so far.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Index">What is known of the objects of the slice.</param>
/// <param name="PathIds">The decoded parameters of the path.</param>
/// <param name="Sent">The other parameters.</param>
/// <param name="Query">The query as it was sent.</param>
/// <param name="Metadata">What the response depends on apart from its schema and the parameters.</param>
internal sealed record OperationCall(
    Operation Operation,
    ObjectIndex Index,
    IReadOnlyList<string> PathIds,
    ParameterNode Sent,
    string Query,
    ResponseMetadata Metadata)
{
    private readonly List<ObjectChange> _changes = [];

    public IReadOnlyList<ObjectChange> Changes => _changes;

    public ScopedObjects Objects => Metadata.Objects;

    /// <summary>The metadata of what is kept: an object without expanded fields.</summary>
    public ResponseMetadata UnexpandedMetadata => Metadata with { Expansion = Expansion.None };

    /// <summary>
    /// Whether the last parameter of the path is the id of the object that the operation is about, not of a parent or of another object.
    /// </summary>
    public bool HasOwnId { get; } = ReadsOwnId(Operation, Index, PathIds.Count);

    /// <summary>The parents in the path, by the names under which objects refer to them.</summary>
    public IReadOnlyDictionary<string, string> Parents { get; } = Operation.Path.ReferenceNames
        .Zip(PathIds)
        .Take(ReadsOwnId(Operation, Index, PathIds.Count) ? PathIds.Count - 1 : PathIds.Count)
        .DistinctBy(parent => parent.First, StringComparer.Ordinal)
        .ToDictionary(parent => parent.First, parent => parent.Second, StringComparer.Ordinal);

    public void Report(ChangeKind kind, StoredObject stored) => _changes.Add(new ObjectChange(kind, stored));

    /// <summary>
    /// The parameters, and those of the path, so that a resource returns them as well: the id of the object as <c>id</c>, the
    /// parent of a new object under the parent's name.
    /// </summary>
    public ParameterNode GetSentWithPath()
    {
        ParameterNode sent = Sent.Copy();
        if (HasOwnId && sent.Find("id") is null)
        {
            sent.FindOrAdd("id").Value = PathIds[^1];
        }

        foreach ((string name, string id) in Parents)
        {
            if (sent.Find(name) is null)
            {
                sent.FindOrAdd(name).Value = id;
            }
        }

        return sent;
    }

    /// <summary>The error that there is no object with the own id.</summary>
    public OperationOutcome FailWithoutOwn()
        => PathObjects.NoSuchObject(Operation, PathIds.Count - 1, Operation.Objects.Kinds[0], PathIds[^1]);

    private static bool ReadsOwnId(Operation operation, ObjectIndex index, int count)
    {
        if (count == 0 || operation.Path.EndsInParameter || operation.Objects.Kind != Lattice.Spec.Model.OperationKind.Action)
        {
            return operation.Path.EndsInParameter;
        }

        IReadOnlyCollection<string> kinds = index.FindKinds(operation.Path, count - 1);
        return operation.Objects.Kinds.Any(kind => kinds.Contains(kind)
            || ObjectSchemas.ReferenceNameOf(kind) == operation.Path.LastCollection);
    }
}
