using System.Text.Json;
using Lattice.Generator.Reading;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Operations;

/// <summary>Finds the POSTs of a specification and tells the creates among them, by the generator's own rules.</summary>
internal static class SpecOperations
{
    private const string KindExtension = "x-lattice-operation";
    private const string ReferencePrefix = "#/components/schemas/";

    /// <summary>All POSTs, by path.</summary>
    public static IReadOnlyList<SpecOperation> Find(Spec spec) =>
    [
        .. spec.Paths.OrderBy(path => path.Key, StringComparer.Ordinal)
            .Select(path => Read(spec, path.Key, path.Value)).OfType<SpecOperation>(),
    ];

    /// <summary>The kind that a path's POST has to the generator if the path has no other operation.</summary>
    public static OperationKind ClassifyAlone(SpecOperation operation) =>
        OperationClassifier.Classify(operation.Path, operation.Resource, getReturnsList: null, AnswersNothing(operation.Post));

    private static SpecOperation? Read(Spec spec, string pathText, JsonElement item)
    {
        if (item.Find("post") is not { ValueKind: JsonValueKind.Object } post)
        {
            return null;
        }

        var path = new OperationPath(pathText);
        bool answersNothing = AnswersNothing(post);
        ResourceId? resource = answersNothing ? ResourceId.FromPath(path) : ReadResource(spec, post);
        OperationKind kind = post.FindText(KindExtension) switch
        {
            "create" => OperationKind.Create,
            "action" => OperationKind.Action,
            _ => OperationClassifier.Classify(path, resource, GetReturnsList(item), answersNothing),
        };

        // What answers no resource is none to the generator either: there is no class for it.
        bool isWithoutClass = kind == OperationKind.Create && resource is null;
        return new SpecOperation(path, item, post, resource, isWithoutClass ? OperationKind.Action : kind);
    }

    private static ResourceId? ReadResource(Spec spec, JsonElement post)
    {
        if (GetAnswer(post)?.FindText("$ref") is not { } reference || !reference.StartsWith(ReferencePrefix, StringComparison.Ordinal))
        {
            return null;
        }

        string component = reference[ReferencePrefix.Length..];
        string? id = spec.Schemas.TryGetValue(component, out JsonElement schema) ? schema.FindText("x-resourceId") : null;
        return new ResourceId(id ?? component);
    }

    /// <summary>Whether the GET of the path returns a list; <see langword="null"/> if it has no GET.</summary>
    private static bool? GetReturnsList(JsonElement item) => item.Find("get") is { } get
        ? GetAnswer(get)?.FindText("properties", "data", "type") == "array"
        : null;

    private static bool AnswersNothing(JsonElement operation) =>
        GetAnswer(operation) is { } answer && answer.FindText("type") == "object" && answer.Find("$ref") is null
            && !(answer.Find("properties") ?? default).Members().Any()
            && answer.Find("additionalProperties") is null or { ValueKind: JsonValueKind.False };

    private static JsonElement? GetAnswer(JsonElement operation) =>
        operation.Find("responses", "200", "content", "application/json", "schema");
}
