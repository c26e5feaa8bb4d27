using System.Text;
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
        if (!TryParseJson(file, problems, out JsonNode? json))
        {
            return null;
        }

        if (json is not JsonObject root || !IsOpenApi3(root))
        {
            problems.Add(Descriptors.NotOpenApi, JsonPath.Root, json is null ? "it is null" : "it has no \"openapi\": \"3.0.x\"");
            return null;
        }

        new InvalidPaths(problems).Remove(root);
        new AliasCycles(problems).Remove(root);
        new SpecPreparation(problems).Prepare(root);
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

    private static bool TryParseJson(SpecFile file, ProblemLog problems, out JsonNode? json)
    {
        json = null;
        byte[] utf8 = Encoding.UTF8.GetBytes(file.Text.ToString());
        try
        {
            if (JsonFault.Find(utf8) is { } fault)
            {
                problems.AddBroken(Descriptors.NotJson, fault.Offset, $"it has {fault.Description} here");
                return false;
            }

            json = JsonNode.Parse(utf8);
            return true;
        }
        catch (JsonException exception)
        {
            problems.AddBroken(Descriptors.NotJson, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0, exception.Message);
            return false;
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
