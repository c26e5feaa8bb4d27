using Lattice.Spec.Model;
using Lattice.Spec.Stripe;

namespace Lattice.Stripe.Testing.Spec;

/// <summary>What an operation does, and the objects that it does it to.</summary>
/// <param name="Kind">What the operation does.</param>
/// <param name="Schemas">The objects that it returns, or the elements of the list; deleted ones are left out.</param>
/// <param name="Deleted">The deleted objects that it can return.</param>
/// <param name="Kinds">The kinds of resources that it is about, such as <c>customer</c>; at least one.</param>
internal sealed record OperationObjects(
    OperationKind Kind, IReadOnlyList<Schema> Schemas, IReadOnlyList<Schema> Deleted, IReadOnlyList<string> Kinds)
{
    public static OperationObjects Of(OperationClassification classification, Schema response)
    {
        // An operation that is left out of the generated types is a create that the stand-in has nevertheless.
        OperationKind kind = classification.Kind == OperationKind.None ? OperationKind.Create : classification.Kind;
        bool isList = kind is OperationKind.List or OperationKind.Search;
        Schema[] objects = [.. ObjectSchemas.Of(isList ? ObjectSchemas.ElementsOf(response) ?? response : response)];
        string[] kinds = [.. objects.Select(ObjectSchemas.KindOf).OfType<string>().Distinct(StringComparer.Ordinal)];
        return new OperationObjects(
            kind,
            [.. objects.Where(schema => !ObjectSchemas.IsDeleted(schema))],
            [.. objects.Where(ObjectSchemas.IsDeleted)],
            kinds is [] or ["v2.deleted_object"] ? [.. kinds, classification.Resource.Text] : kinds);
    }
}
