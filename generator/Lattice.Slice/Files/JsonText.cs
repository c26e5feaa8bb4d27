using Lattice.Spec.Json;

namespace Lattice.Slice.Files;

/// <summary>Parses JSON and describes errors.</summary>
internal static class JsonText
{
    /// <param name="name">The name of the text in messages.</param>
    /// <exception cref="CommandFailedException">The text is not valid JSON.</exception>
    public static JsonValue Parse(string text, string name) =>
        JsonParser.Parse(text, out InvalidJson? error)
            ?? throw new CommandFailedException($"{name} {Describe(text, error!)}");

    private static string Describe(string text, InvalidJson error)
    {
        LineColumn position = JsonSourceMap.Create(text, error).Find(error.Offset);
        int line = position.Line + 1;
        return string.IsNullOrWhiteSpace(text) ? "is empty."
            : text.TrimStart()[0] == '<' ? "is HTML or XML, not JSON."
            : error.IsTruncated ? $"is truncated: it ends at line {line} in the middle of the JSON. Download it again."
            : $"is not valid JSON: line {line}, column {position.Column + 1}: {error.Message}.";
    }
}
