namespace Lattice.Slice.Output;

/// <summary>Escapes text of a specification for terminals and Markdown.</summary>
internal static class CodeText
{
    private const int MaxLength = 240;

    /// <summary>The text between backticks, on one line, truncated if it is long; backticks in it become apostrophes.</summary>
    public static string Quote(string text)
    {
        string clean = ControlCharacters.EscapeLine(text).Replace('`', '\'');
        int end = clean.Length > MaxLength ? MaxLength - (char.IsHighSurrogate(clean[MaxLength - 1]) ? 1 : 0) : clean.Length;

        // Markdown has no empty code span.
        return $"`{(clean.Length == 0 ? " " : clean[..end])}{(end < clean.Length ? "…" : "")}`";
    }
}
