using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

internal enum PostKind
{
    Create,
    Update,
    Action,
}

/// <summary>A POST in the specification and what it does.</summary>
internal sealed record Post(string Path, JsonElement Item, JsonElement Operation, PostKind Kind);

/// <summary>Classifies POSTs as create operations, updates, and actions. The first matching rule decides.</summary>
internal static class CreateRules
{
    public static IEnumerable<Post> GetPosts(SpecDocument spec) =>
        from path in spec.Root.Members("paths")
        let operation = path.Value.Find("post")
        where operation is not null
        select new Post(path.Name, path.Value, operation.Value, Classify(spec, path.Name, path.Value, operation.Value));

    public static JsonElement? GetResponse(JsonElement operation) =>
        operation.Find("responses", "200", "content", "application/json", "schema");

    /// <summary>Returns the <c>x-resourceId</c> of the response, or the name of its component.</summary>
    public static string? GetResourceId(SpecDocument spec, JsonElement operation) =>
        GetResponse(operation) is { } response && SpecDocument.GetReference(response) is { } component
            ? spec.FindComponent(component)?.FindText("x-resourceId") ?? component
            : null;

    public static bool HasEmptyResponse(JsonElement operation) =>
        GetResponse(operation) is { } response && response.FindText("type") == "object"
            && SpecDocument.GetReference(response) is null && !response.Members("properties").Any();

    private static PostKind Classify(SpecDocument spec, string path, JsonElement item, JsonElement post)
    {
        switch (post.FindText("x-lattice-operation"))
        {
            case "create": return PostKind.Create;
            case "action": return PostKind.Action;
        }

        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string last = segments[^1];
        if (last.StartsWith('{'))
        {
            return PostKind.Update;
        }

        if (item.Find("get") is { } get)
        {
            return ReturnsList(spec, get) ? PostKind.Create : PostKind.Update;
        }

        bool isV2 = segments[0] == "v2";
        if (isV2 && HasEmptyResponse(post))
        {
            return PostKind.Create;
        }

        string[] resource = GetResourceId(spec, post)?.Split('.')[^1].Split('_') ?? [];
        if (resource.Length > 0)
        {
            string plural = Pluralize(resource[^1]);
            if (last == plural || last.EndsWith('_' + plural, StringComparison.Ordinal) || (isV2 && EndsWithWords(resource, last)))
            {
                return PostKind.Create;
            }
        }

        return last.StartsWith("create_", StringComparison.Ordinal) ? PostKind.Create : PostKind.Action;
    }

    private static bool ReturnsList(SpecDocument spec, JsonElement get) =>
        GetResponse(get) is { } response && spec.Resolve(response)?.FindText("properties", "data", "type") == "array";

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
