using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Stripe;

/// <summary>The kind of an operation, and the reason for it.</summary>
/// <param name="Resource">The resource that it returns, or that its path names if it returns no single resource.</param>
/// <param name="IsDeclared">Whether the document declares the kind (<c>x-lattice-operation</c>).</param>
/// <param name="Reason">Why it is of that kind, as a clause without a period.</param>
internal sealed record OperationClassification(
    OperationKind Kind, ResourceId Resource, OperationResponse Response, bool IsDeclared, string Reason)
{
    public bool ReturnsNothing => Response.Form == ResponseForm.Nothing;
}

/// <summary>Classifies operations by the rules of Stripe's paths; the first rule that matches decides.</summary>
internal static class OperationClassifier
{
    public static OperationClassification Classify(SpecOperation operation) => Classify(
        operation, OperationKinds.GetDeclared(operation), operation.Method == "post" ? GetReturnsList(operation.Path.Find("get")) : null);

    /// <summary>Classifies the operation as in a document without the other operations of its path.</summary>
    public static OperationClassification ClassifyAlone(SpecOperation operation) =>
        Classify(operation, OperationKinds.GetDeclared(operation), getReturnsList: null);

    /// <summary>Classifies the operation as in a document that declares its kind.</summary>
    public static OperationClassification ClassifyAs(SpecOperation operation, OperationKind kind) =>
        Classify(operation, kind, getReturnsList: null);

    private static OperationClassification Classify(SpecOperation operation, OperationKind? declared, bool? getReturnsList)
    {
        var path = new OperationPath(operation.Path.Text);
        OperationResponse response = OperationResponse.Read(operation);
        (OperationKind kind, string reason) = declared is { } value
            ? (value, $"{OpenApiKeywords.Operation} declares it")
            : Classify(operation.Method, path, response, getReturnsList);
        ResourceId resource = response.Resource ?? (kind == OperationKind.Create
            ? ResourceId.FromPath(path)
            : ResourceId.FromCollection(path, hasOwnName: kind == OperationKind.Action || response.Form == ResponseForm.File));
        return new OperationClassification(kind, resource, response, declared is not null, reason);
    }

    private static (OperationKind Kind, string Reason) Classify(
        string method, OperationPath path, OperationResponse response, bool? getReturnsList) => method switch
        {
            "get" when response.Form != ResponseForm.List => (OperationKind.Retrieve, "it is a GET that returns no list"),
            "get" => path.Last == "search"
                ? (OperationKind.Search, "it is a GET of a list, and its path ends in search")
                : (OperationKind.List, "it is a GET that returns a list"),
            "delete" => (OperationKind.Delete, "it is a DELETE"),
            _ => ClassifyPost(path, response, getReturnsList),
        };

    private static (OperationKind Kind, string Reason) ClassifyPost(
        OperationPath path, OperationResponse response, bool? getReturnsList)
    {
        ResourceId? resource = response.Form switch
        {
            ResponseForm.Nothing => ResourceId.FromPath(path),
            ResponseForm.Resource => response.Resource,
            _ => null,
        };
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

        if (response.Form == ResponseForm.Nothing && path.Version == "v2")
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

    /// <summary>Whether the GET of a path returns a list; <see langword="null"/> if there is no GET.</summary>
    private static bool? GetReturnsList(SpecOperation? get) =>
        get is null ? null : OperationResponse.Read(get).Form == ResponseForm.List;

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
