using Lattice.Spec.Json;

namespace Lattice.Slice.Specifications;

/// <summary>Parses JSON and says what is wrong with a text that is not JSON.</summary>
internal static class JsonText
{
    /// <param name="name">What the text is called in messages.</param>
    /// <exception cref="CommandFailedException">The text is not JSON that can be read without guessing.</exception>
    public static JsonValue Parse(string text, string name) =>
        JsonParser.Parse(text, out InvalidJson? error)
            ?? throw new CommandFailedException($"{name} {Describe(text, error!)}");

    private static string Describe(string text, InvalidJson error)
    {
        LineColumn position = JsonSourceMap.Create(text, error).Find(error.Offset);
        int line = position.Line + 1;
        return string.IsNullOrWhiteSpace(text) ? "is empty."
            : text.TrimStart()[0] == '<' ? "is HTML or XML, not JSON."
            : error.IsTruncated ? $"is cut off: it ends at line {line} in the middle of the JSON. Fetch it again."
            : $"is not valid JSON: line {line}, column {position.Column + 1}: {error.Message}.";
    }
}
