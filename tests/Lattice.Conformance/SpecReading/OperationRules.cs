using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

internal enum OperationKind
{
    Create,
    Retrieve,
    List,
    Search,
    Update,
    Delete,
    Action,
}

/// <summary>An operation in the specification as it is written there, and what it does.</summary>
/// <param name="Kind">The kind, or <see langword="null"/> if an annotation leaves the operation out.</param>
internal sealed record SpecifiedOperation(HttpMethod Method, string Path, JsonElement Item, JsonElement Operation, OperationKind? Kind);

/// <summary>Classifies operations. The first matching rule decides.</summary>
internal static class OperationRules
{
    /// <summary>The name of the annotation with the kind of an operation.</summary>
    public const string Annotation = "x-lattice-operation";

    /// <summary>The methods that Stripe uses.</summary>
    public static IReadOnlyList<HttpMethod> Methods { get; } = [HttpMethod.Delete, HttpMethod.Get, HttpMethod.Post];

    public static IEnumerable<SpecifiedOperation> GetOperations(SpecDocument spec) =>
        from path in spec.Root.Members("paths")
        from method in Methods
        let operation = path.Value.Find(GetKey(method))
        where operation is not null
        select new SpecifiedOperation(
            method, path.Name, path.Value, operation.Value, GetKind(spec, method, path.Name, path.Value, operation.Value));

    /// <summary>Returns the key of a method in the specification.</summary>
    public static string GetKey(HttpMethod method) => method.Method.ToLowerInvariant();

    public static JsonElement? GetResponse(JsonElement operation) =>
        operation.Find("responses", "200", "content", "application/json", "schema");

    /// <summary>Returns the schema of the elements if the response is a page of a list.</summary>
    public static JsonElement? GetListElement(SpecDocument spec, JsonElement operation) =>
        GetResponse(operation) is { } response && spec.Resolve(response)?.Find("properties", "data") is { } data
            && data.FindText("type") == "array"
            ? data.Find("items")
            : null;

    /// <summary>
    /// Returns the <c>x-resourceId</c> of the response or of the elements of its list, or the name of the component. An object that may
    /// be deleted has the id of the other one.
    /// </summary>
    public static string? GetResourceId(SpecDocument spec, JsonElement operation)
    {
        JsonElement? schema = GetListElement(spec, operation) ?? GetResponse(operation);
        JsonElement[] live = [.. (schema?.Items("anyOf") ?? []).Where(unionCase => !IsDeleted(spec, unionCase))];
        return (live is [var only] ? only : schema) is { } resource && SpecDocument.GetReference(resource) is { } component
            ? spec.FindComponent(component)?.FindText("x-resourceId") ?? component
            : null;
    }

    public static bool HasEmptyResponse(JsonElement operation) =>
        GetResponse(operation) is { } response && response.FindText("type") == "object"
            && SpecDocument.GetReference(response) is null && !response.Members("properties").Any();

    private static OperationKind? GetKind(SpecDocument spec, HttpMethod method, string path, JsonElement item, JsonElement operation) =>
        operation.FindText(Annotation) switch
        {
            "none" => null,
            { } annotation when Enum.TryParse(annotation, ignoreCase: true, out OperationKind annotated) => annotated,
            _ when method == HttpMethod.Post => ClassifyPost(spec, path, item, operation),
            _ when method == HttpMethod.Delete => OperationKind.Delete,
            _ when GetListElement(spec, operation) is null => OperationKind.Retrieve,
            _ => path.EndsWith("/search", StringComparison.Ordinal) ? OperationKind.Search : OperationKind.List,
        };

    private static OperationKind ClassifyPost(SpecDocument spec, string path, JsonElement item, JsonElement post)
    {
        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string last = segments[^1];
        if (last.StartsWith('{'))
        {
            return OperationKind.Update;
        }

        if (item.Find("get") is { } get)
        {
            return GetListElement(spec, get) is null ? OperationKind.Update : OperationKind.Create;
        }

        bool isV2 = segments[0] == "v2";
        if (isV2 && HasEmptyResponse(post))
        {
            return OperationKind.Create;
        }

        string[] resource = GetResourceId(spec, post)?.Split('.')[^1].Split('_') ?? [];
        if (resource.Length > 0)
        {
            string plural = Pluralize(resource[^1]);
            if (last == plural || last.EndsWith('_' + plural, StringComparison.Ordinal) || (isV2 && EndsWithWords(resource, last)))
            {
                return OperationKind.Create;
            }
        }

        return last.StartsWith("create_", StringComparison.Ordinal) ? OperationKind.Create : OperationKind.Action;
    }

    private static bool IsDeleted(SpecDocument spec, JsonElement schema) =>
        spec.Resolve(schema)?.Find("properties", "deleted") is { } deleted
            && deleted.Items("enum").ToArray() is [{ ValueKind: JsonValueKind.True }];

    private static bool EndsWithWords(string[] words, string segment) =>
        $"_{string.Join('_', words)}".EndsWith('_' + segment, StringComparison.Ordinal);

    private static string Pluralize(string word) => word switch
    {
        [.., 's', 's'] or [.., 'x'] or [.., 'c' or 's', 'h'] => word + "es",
        [.., 's'] => word,
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => word[..^1] + "ies",
        _ => word + "s",
    };
}
