using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Stripe;

/// <summary>The form of what an operation returns.</summary>
internal enum ResponseForm
{
    /// <summary>None of the others: no schema, or one of another type.</summary>
    Other,

    /// <summary>An object, or one of several.</summary>
    Resource,

    /// <summary>A page of a list of objects.</summary>
    List,

    /// <summary>An empty object: the operation succeeded.</summary>
    Nothing,

    /// <summary>A file, in a format other than JSON.</summary>
    File,
}

/// <summary>What an operation returns in its 200 response.</summary>
/// <param name="Schema">The schema of the object, or of the elements of the list; <see langword="null"/> if there is none.</param>
/// <param name="Component">
/// The component with the object; X for <c>anyOf [X, deleted_X]</c>; <see langword="null"/> for several resources.
/// </param>
internal sealed record OperationResponse(ResponseForm Form, SpecSchema? Schema, SpecSchema? Component)
{
    /// <summary>Whether the object can be a deleted one: <c>anyOf [X, deleted_X]</c>.</summary>
    public bool CanBeDeleted => Component is not null && Component != Schema;

    /// <summary>The resource: X for deleted_X; <see langword="null"/> if several resources are possible.</summary>
    public ResourceId? Resource => Component is null ? null : DeletedResources.GetLive(Component);

    public static OperationResponse Read(SpecOperation operation)
    {
        SpecSchema? schema = operation.ResponseSchema;
        if (schema is null)
        {
            return new OperationResponse(
                operation.FileMediaType is not null ? ResponseForm.File : ResponseForm.Other, Schema: null, Component: null);
        }

        if (FindElements(schema, operation.Method) is { } elements)
        {
            return new OperationResponse(ResponseForm.List, elements, FindComponent(elements));
        }

        SpecSchema? component = FindComponent(schema);
        ResponseForm form = IsEmptyObject(schema) ? ResponseForm.Nothing
            : component is not null || schema.AnyOf.Count > 1 ? ResponseForm.Resource
            : ResponseForm.Other;
        return new OperationResponse(form, form == ResponseForm.Nothing ? null : schema, component);
    }

    /// <summary>
    /// The schema of the elements if a schema is a page of a list. Pages of API v2 have no <c>object</c>. A resource can have a list with
    /// that name as well, so only what a GET returns is a page without a mark of one.
    /// </summary>
    private static SpecSchema? FindElements(SpecSchema schema, string method) =>
        schema.FindProperty("data") is { Items: { } items } data && data.Has(SchemaTypes.Array)
            && schema.FindProperty("object")?.EnumValues is null or [] or ["list"] or ["search_result"]
            && (method == "get" || (schema.FindProperty("has_more") ?? schema.FindProperty("next_page_url")) is not null)
            ? items
            : null;

    /// <summary>Finds the component that the response refers to; X for <c>anyOf [X, deleted_X]</c>.</summary>
    private static SpecSchema? FindComponent(SpecSchema response)
    {
        SpecSchema? found = response.Reference is not null ? response
            : response.AnyOf.Count > 0 && response.AnyOf.All(schema => schema.Reference is not null) && AreOneResource(response.AnyOf)
                ? response.AnyOf.FirstOrDefault(schema => !DeletedResources.IsDeleted(schema))
            : null;
        return found?.ComponentName is null ? null : found;
    }

    private static bool AreOneResource(IReadOnlyList<SpecSchema> schemas) =>
        schemas.Count(schema => !DeletedResources.IsDeleted(schema)) == 1;

    /// <summary>Whether the schema is an object without properties, and does not allow additional ones.</summary>
    private static bool IsEmptyObject(SpecSchema schema) =>
        schema.Reference is null && schema.Has(SchemaTypes.Object) && !schema.HasProperties && !schema.IsCombined
            && schema.AdditionalProperties is null && schema.AllowsAdditionalProperties != true;
}
