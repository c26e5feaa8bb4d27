namespace Lattice.Stripe.Testing.Spec;

/// <summary>The objects that a schema contains, and the kinds of resources that they are.</summary>
internal static class ObjectSchemas
{
    private const string Deleted = "deleted_";

    /// <summary>The object, or the objects of a union.</summary>
    public static IEnumerable<Schema> Of(Schema schema) => schema.Kind switch
    {
        SchemaKind.Object => [schema],
        SchemaKind.Union => schema.Cases.SelectMany(Of),
        _ => [],
    };

    /// <summary>The elements if the schema is a page of a list; those of API v2 have no <c>object</c>.</summary>
    public static Schema? ElementsOf(Schema schema)
        => schema.Kind == SchemaKind.Object
            && schema.Find("data")?.Schema is { Kind: SchemaKind.Array, Items: { } elements }
            && schema.Find("object")?.Schema.Values is null or [] or ["list"] or ["search_result"]
            ? elements
            : null;

    public static bool IsDeleted(Schema schema)
        => schema.Find("deleted")?.Schema.Values is ["true"] || schema.Resource == "v2.deleted_object";

    public static bool HasId(Schema schema) => schema.Find("id") is { Schema.Kind: SchemaKind.String };

    /// <summary>The kind of resource, which a deleted object shares with the object that it was; null if it has no name.</summary>
    public static string? KindOf(Schema schema)
        => schema.Resource is not { } resource ? schema.Find("object")?.Schema.Values is [var name] ? name : null
            : IsDeleted(schema) && resource.StartsWith(Deleted, StringComparison.Ordinal) ? resource[Deleted.Length..]
            : resource;

    /// <summary>The name by which other resources refer to one of this kind: <c>session</c> for <c>checkout.session</c>.</summary>
    public static string ReferenceNameOf(string kind) => kind[(kind.LastIndexOf('.') + 1)..];
}
