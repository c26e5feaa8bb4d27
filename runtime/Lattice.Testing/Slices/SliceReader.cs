using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Generator.Reading;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Lattice.Stripe.Testing.Slices;

/// <summary>Reads a slice, and says what is wrong with it and where.</summary>
internal static class SliceReader
{
    /// <param name="json">The OpenAPI document.</param>
    /// <param name="name">What error messages call it, such as "The slice 'stripe.json'".</param>
    public static (string ApiVersion, RouteTable Routes) Read(string json, string name)
    {
        JsonObject root = ParseJson(json, name);
        RemoveInvalidPaths(root);
        NullableMarker.Mark(root);
        ExpandableReferences.Prune(root);
        ReadResult result = OpenApiDocument.Parse(root.ToJsonString(), "json");
        ThrowOnProblems(result, name);
        try
        {
            return (result.Document!.Info.Version!, new RouteTable(OperationReader.ReadAll(result.Document)));
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"{name} cannot be used. {problem.Message} {DeadReferences(result)}".TrimEnd(), problem);
        }
    }

    /// <summary>Removes the paths that the generator has no methods for; it reports each of them as an error.</summary>
    private static void RemoveInvalidPaths(JsonObject root)
    {
        if (root["paths"] is not JsonObject paths) return;

        foreach (string path in paths.Select(path => path.Key).Where(IsInvalidPath).ToArray()) paths.Remove(path);
    }

    private static bool IsInvalidPath(string name)
        => !name.StartsWith("x-", StringComparison.Ordinal) && PathValidator.GetError(name) is not null;

    private static JsonObject ParseJson(string json, string name)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject root
                ? root
                : throw new InvalidDataException($"{name} is not an OpenAPI document: it has to be a JSON object.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{name} is not valid JSON: {problem.Message}", problem);
        }
    }

    private static void ThrowOnProblems(ReadResult result, string name)
    {
        string[] problems = [.. (result.Diagnostic?.Errors ?? []).Select(Describe)];
        if (problems.Length > 0)
            throw new InvalidDataException($"{name} is not a valid OpenAPI document. {string.Join(" ", problems)}");
        if (result.Document is null)
            throw new InvalidDataException($"{name} is not a valid OpenAPI document.");
    }

    /// <summary>Where references lead nowhere. To the library these are warnings; they matter where an operation needs them.</summary>
    private static string DeadReferences(ReadResult result)
        => string.Join(" ", (result.Diagnostic?.Warnings ?? [])
            .Where(warning => warning.Pointer?.EndsWith("/$ref", StringComparison.Ordinal) ?? false)
            .Select(Describe));

    private static string Describe(OpenApiError problem)
        => string.IsNullOrEmpty(problem.Pointer) ? problem.Message : $"At {problem.Pointer}: {problem.Message}";
}
