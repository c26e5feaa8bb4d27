using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Stripe;

/// <summary>The components that represent deleted objects: <c>deleted_customer</c> for <c>customer</c>.</summary>
internal static class DeletedResources
{
    private const string Prefix = "deleted_";

    /// <summary>Whether a component is a deleted object, or a union of deleted objects.</summary>
    public static bool IsDeleted(SpecSchema component) =>
        component.FindProperty("deleted") is { } deleted ? deleted.EnumValues is ["true"]
        : component.AnyOf.Count > 0 && component.AnyOf.All(subschema => subschema.Target != component.Target && IsDeletedObject(subschema));

    /// <summary>The resource that a component describes, whether it is deleted or not.</summary>
    public static ResourceId GetLive(SpecSchema component)
    {
        ResourceId resource = ResourceId.FromSchema(component);
        return IsDeleted(component) && resource.Text.StartsWith(Prefix, StringComparison.Ordinal)
            ? new ResourceId(resource.Text.Substring(Prefix.Length))
            : resource;
    }

    /// <summary>The component of the object that a deleted one was; <see langword="null"/> if the document does not have it.</summary>
    public static SpecSchema? FindLive(SpecSchema deleted, SpecDocument document) =>
        deleted.ComponentName is { } name && name.StartsWith(Prefix, StringComparison.Ordinal)
            ? document.FindSchema(name.Substring(Prefix.Length))
            : null;

    private static bool IsDeletedObject(SpecSchema schema) => schema.FindProperty("deleted")?.EnumValues is ["true"];
}
