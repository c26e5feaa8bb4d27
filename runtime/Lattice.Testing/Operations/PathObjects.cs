using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>Checks the objects that a path names.</summary>
internal static class PathObjects
{
    /// <summary>The error that a parent in the path does not exist; null if all do, or if that cannot be known.</summary>
    public static ApiError? FindMissingParent(OperationCall call)
    {
        if (call.Objects.KeepsNothing)
        {
            return null;
        }

        int count = call.HasOwnId ? call.PathIds.Count - 1 : call.PathIds.Count;
        for (int i = 0; i < count; i++)
        {
            IReadOnlyCollection<string> kinds = call.Index.FindKinds(call.Operation.Path, i);
            if (kinds.Any(call.Index.Keeps) && call.Objects.Find(kinds, call.PathIds[i]) is null or { IsDeleted: true })
            {
                return NoSuchObject(call.Operation, i, kinds.First(), call.PathIds[i]);
            }
        }

        return null;
    }

    /// <summary>Whether the object belongs to the parents in the path, as far as it names its parents.</summary>
    public static bool BelongsToParents(OperationCall call, StoredObject stored)
        => call.Parents.All(parent => !stored.References.TryGetValue(parent.Key, out string? id) || id == parent.Value);

    /// <param name="operation">The operation.</param>
    /// <param name="parameter">The index of the path's parameter.</param>
    /// <param name="kind">The kind of object that was looked for.</param>
    /// <param name="id">The id.</param>
    public static ApiError NoSuchObject(Operation operation, int parameter, string kind, string id)
    {
        string name = operation.Path.ParameterNames.ElementAt(parameter);

        // The name of the parameter in Stripe's errors.
        return ApiError.NoSuchObject(kind, id, name.EndsWith("_exposed_id", StringComparison.Ordinal) ? "id" : name);
    }
}
