using Lattice.Slice.Generation;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Lattice.Slice.Editing;

/// <summary>
/// Validates a slice with the library that other tools use to read OpenAPI. The generator decides what is generated, so findings of the
/// library are warnings.
/// </summary>
internal static class SliceValidation
{
    /// <summary>The errors that the library reports at locations without a diagnostic of the generator, a sentence each.</summary>
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
            // An exception of the library is one more finding.
            return [new OpenApiError("", $"it cannot be read: {exception.Message}")];
        }
    }

    /// <summary>Whether one location is the other or contains it.</summary>
    private static bool AreRelated(string a, string b) =>
        (a + "/").StartsWith(b + "/", StringComparison.Ordinal) || (b + "/").StartsWith(a + "/", StringComparison.Ordinal);
}
