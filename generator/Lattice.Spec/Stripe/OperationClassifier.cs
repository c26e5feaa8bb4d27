using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Stripe;

/// <summary>The kind of an operation.</summary>
internal enum OperationKind
{
    Create,
    Update,
    Action,
}

/// <summary>The kind of an operation, and the reason for it.</summary>
/// <param name="Resource">The resource that it returns, or that its path names if it returns nothing.</param>
/// <param name="Component">The schema of the resource; <see langword="null"/> if the operation does not return one.</param>
/// <param name="ReturnsNothing">Whether its response is <c>{}</c>.</param>
/// <param name="IsDeclared">Whether the document declares the kind (<c>x-lattice-operation</c>).</param>
/// <param name="Reason">Why it is of that kind, as a clause without a period.</param>
internal sealed record OperationClassification(
    OperationKind Kind, ResourceId? Resource, SpecSchema? Component, bool ReturnsNothing, bool IsDeclared, string Reason);

/// <summary>Classifies operations by the rules of Stripe's paths; the first rule that matches decides.</summary>
internal static class OperationClassifier
{
    /// <param name="operation">A POST.</param>
    public static OperationClassification Classify(SpecOperation operation) =>
        Classify(operation, GetReturnsList(operation.Path.Find("get")));

    /// <summary>Classifies the operation as in a document without the other operations of its path.</summary>
    public static OperationClassification ClassifyAlone(SpecOperation operation) => Classify(operation, getReturnsList: null);

    private static OperationClassification Classify(SpecOperation operation, bool? getReturnsList)
    {
        var path = new OperationPath(operation.Path.Text);
        SpecSchema? response = operation.ResponseSchema;
        bool returnsNothing = response is not null && IsEmptyObject(response);
        SpecSchema? component = response is null ? null : FindComponent(response);
        ResourceId? resource = returnsNothing ? ResourceId.FromPath(path)
            : component is null ? null
            : ResourceId.FromSchema(component);
        OperationKind? declared = GetDeclaredKind(operation);
        (OperationKind kind, string reason) = declared is { } value
            ? (value, $"{OpenApiKeywords.Operation} declares it")
            : Classify(path, resource, getReturnsList, returnsNothing);
        return new OperationClassification(kind, resource, component, returnsNothing, declared is not null, reason);
    }

    private static (OperationKind Kind, string Reason) Classify(
        OperationPath path, ResourceId? resource, bool? getReturnsList, bool returnsNothing)
    {
        if (OperationPath.IsPlaceholder(path.Last))
        {
            return (OperationKind.Update, $"its path ends in {path.Last}");
        }

        if (getReturnsList is { } isList)
        {
            return isList
                ? (OperationKind.Create, "a GET of its path returns a list")
                : (OperationKind.Update, "a GET of its path returns one object, not a list");
        }

        if (returnsNothing && path.Version == "v2")
        {
            return (OperationKind.Create, "it is a POST of API v2 that returns nothing");
        }

        if (resource is not null && (IsCollectionOf(path.Last, resource) || IsSingularOf(path, resource)))
        {
            return (OperationKind.Create, $"\"{path.Last}\" is the collection of {resource.Text}");
        }

        return path.Last.StartsWith("create_", StringComparison.Ordinal)
            ? (OperationKind.Create, "the last segment of its path starts with create_")
            : resource is null ? (OperationKind.Action, "it returns no resource")
            : (OperationKind.Action, $"\"{path.Last}\" is not the collection of {resource.Text}");
    }

    private static OperationKind? GetDeclaredKind(SpecOperation operation) => operation.GetExtension(OpenApiKeywords.Operation) switch
    {
        OpenApiKeywords.Create => OperationKind.Create,
        OpenApiKeywords.Action => OperationKind.Action,
        _ => null,
    };

    /// <summary>Finds the component that the response refers to; X for <c>anyOf [X, deleted_X]</c>.</summary>
    private static SpecSchema? FindComponent(SpecSchema response)
    {
        SpecSchema? found = response.Reference is not null ? response
            : response.AnyOf.Count > 0 && response.AnyOf.All(schema => schema.Reference is not null) && AreOneResource(response.AnyOf)
                ? response.AnyOf.FirstOrDefault(schema => !IsDeleted(schema))
            : null;
        return found?.ComponentName is null ? null : found;
    }

    private static bool AreOneResource(IReadOnlyList<SpecSchema> schemas) => schemas.Count(schema => !IsDeleted(schema)) == 1;

    private static bool IsDeleted(SpecSchema schema) =>
        schema.FindProperty("deleted") is { } deleted && deleted.EnumValues is ["true"];

    /// <summary>Whether the GET of a path returns a list; <see langword="null"/> if there is no GET.</summary>
    private static bool? GetReturnsList(SpecOperation? get) =>
        get is null ? null : get.ResponseSchema?.FindProperty("data")?.Has(SchemaTypes.Array) == true;

    /// <summary>Whether the schema is an object without properties, and does not allow additional ones.</summary>
    private static bool IsEmptyObject(SpecSchema schema) =>
        schema.Reference is null && schema.Has(SchemaTypes.Object) && !schema.HasProperties && !schema.IsCombined
            && schema.AdditionalProperties is null && schema.AllowsAdditionalProperties != true;

    private static bool IsCollectionOf(string segment, ResourceId resource)
    {
        string plural = Inflector.Pluralize(resource.LastWords[resource.LastWords.Count - 1]);
        return segment == plural || segment.EndsWith("_" + plural, StringComparison.Ordinal);
    }

    private static bool IsSingularOf(OperationPath path, ResourceId resource)
    {
        string words = string.Join("_", resource.LastWords);
        return path.Version == "v2" && (words == path.Last || words.EndsWith("_" + path.Last, StringComparison.Ordinal));
    }
}
