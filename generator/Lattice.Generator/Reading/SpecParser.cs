using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Generator.Diagnostics;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Lattice.Generator.Reading;

/// <summary>Parses the file with the OpenAPI library and reports what that finds.</summary>
internal static class SpecParser
{
    /// <returns>The document, or <see langword="null"/> if there is no use in going on.</returns>
    public static OpenApiDocument? Parse(SpecFile file, ProblemLog problems)
    {
        JsonNode? json = ParseJson(file, problems);
        if (json is null)
        {
            return null;
        }

        if (json is not JsonObject root || !IsOpenApi3(root))
        {
            problems.Add(Descriptors.NotOpenApi, JsonPath.Root, "it has no \"openapi\": \"3.0.x\"");
            return null;
        }

        try
        {
            new SpecPreparation(problems).Prepare(root);
        }
        catch (ArgumentException exception)
        {
            // A duplicate key shows when an object is first looked into.
            problems.Add(Descriptors.NotJson, JsonPath.Root, exception.Message);
            return null;
        }

        return ReadDocument(root, problems);
    }

    private static OpenApiDocument? ReadDocument(JsonObject root, ProblemLog problems)
    {
        try
        {
            ReadResult result = new OpenApiJsonReader().Read(root, new Uri("file:///slice.json"), new OpenApiReaderSettings());
            Report(result, problems);
            return result.Document;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The library meets some broken documents with whatever exception they cause in it; to the user each is a broken document.
            problems.Add(Descriptors.NotOpenApi, JsonPath.Root, exception.Message);
            return null;
        }
    }

    private static JsonNode? ParseJson(SpecFile file, ProblemLog problems)
    {
        try
        {
            JsonNode? json = JsonNode.Parse(file.Text.ToString());
            if (json is null)
            {
                problems.Add(Descriptors.NotOpenApi, JsonPath.Root, "it is null");
            }

            return json;
        }
        catch (JsonException exception)
        {
            problems.AddBroken(Descriptors.NotJson, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0, exception.Message);
            return null;
        }
    }

    private static bool IsOpenApi3(JsonObject root) =>
        root["openapi"] is JsonValue value && value.TryGetValue(out string? version) && version.StartsWith("3.", StringComparison.Ordinal);

    private static void Report(ReadResult result, ProblemLog problems)
    {
        foreach (OpenApiError error in result.Diagnostic?.Errors ?? [])
        {
            // The API version has a diagnostic of its own, and references are checked where they are used.
            if (error.Pointer is not ("#/info/version" or "#/info/title") && error.Pointer?.EndsWith("/$ref", StringComparison.Ordinal) != true)
            {
                problems.Add(Descriptors.NotOpenApi, JsonPath.Parse(error.Pointer ?? ""), error.Message);
            }
        }
    }
}
