using Lattice.Spec.Json;

namespace Lattice.Slice.Files;

/// <summary>Parses JSON and describes errors.</summary>
internal static class JsonText
{
    /// <param name="name">The name of the text in messages.</param>
    /// <param name="repair">What to do if the text is not valid.</param>
    /// <exception cref="CommandFailedException">The text is not valid JSON.</exception>
    public static JsonValue Parse(string text, string name, string repair) =>
        JsonParser.Parse(text, out InvalidJson? error)
            ?? throw new CommandFailedException($"{name} {Describe(text, error!)} {repair}");

    private static string Describe(string text, InvalidJson error)
    {
        if (MergeConflict.FindLine(text) is { } conflict)
        {
            return $"has conflict markers of a merge, the first in line {conflict}.";
        }

        LineColumn position = JsonSourceMap.Create(text, error).Find(error.Offset);
        int line = position.Line + 1;
        return string.IsNullOrWhiteSpace(text) ? "is empty."
            : text.TrimStart()[0] == '<' ? "is HTML or XML, not JSON."
            : error.IsTruncated ? $"is truncated: it ends at line {line} in the middle of the JSON."
            : $"is not valid JSON: line {line}, column {position.Column + 1}: {error.Message}.";
    }
}
