using Lattice.Slice.Types;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Lattice.Slice.Validation;

/// <summary>
/// A second opinion on a slice, from the library by which other tools read OpenAPI. The generator decides what is generated; what the
/// library alone finds is a warning.
/// </summary>
internal static class SliceValidation
{
    /// <summary>What the library finds wrong at locations of which the generator reports nothing, a sentence each.</summary>
    public static IReadOnlyList<string> FindWarnings(SliceModel model)
    {
        List<string> reported = [.. model.Diagnostics.Select(diagnostic => diagnostic.Pointer)];
        return [.. Read(model.Slice.Text)
            .Select(error => (Pointer: (error.Pointer ?? "").TrimStart('#'), error.Message))
            .Where(error => !reported.Exists(pointer => AreRelated(pointer, error.Pointer)))
            .Select(error => error.Pointer.Length == 0 ? error.Message : $"{error.Pointer}: {error.Message}")
            .Distinct()];
    }

    private static IEnumerable<OpenApiError> Read(string json)
    {
        try
        {
            ReadResult result = OpenApiDocument.Parse(json, OpenApiConstants.Json, new OpenApiReaderSettings());
            return result.Diagnostic is { } diagnostic ? [.. diagnostic.Errors] : [];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever the library throws for a document is its opinion of it.
            return [new OpenApiError("", $"it cannot be read: {exception.Message}")];
        }
    }

    /// <summary>Whether one location is the other or contains it.</summary>
    private static bool AreRelated(string a, string b) =>
        (a + "/").StartsWith(b + "/", StringComparison.Ordinal) || (b + "/").StartsWith(a + "/", StringComparison.Ordinal);
}
