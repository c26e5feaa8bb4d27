namespace Lattice.Slice.Specifications;

/// <summary>Finds operations by words: each must be in the path, the id, the class, or the summary, in any order and case.</summary>
/// <param name="text">The words; without any, everything matches.</param>
internal sealed class WordSearch(IEnumerable<string> text)
{
    public IReadOnlyList<string> Words { get; } =
        [.. text.SelectMany(part => part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];

    public bool Matches(ApiOperation operation) => Matches(
        operation.Text, operation.TypeName, operation.Resource?.Text, operation.Source.Id,
        operation.Source.Node.Find("summary")?.String);

    /// <summary>Whether each word is in one of the texts.</summary>
    public bool Matches(params IReadOnlyList<string?> texts) =>
        Words.All(word => texts.Any(other => other?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));

    /// <summary>Sentences that say why nothing was found: similar words, or that no operation has all of the words.</summary>
    public string Explain(IReadOnlyList<ApiOperation> operations)
    {
        List<string> unknown = [.. Words.Where(word => !operations.Any(new WordSearch([word]).Matches))];
        return unknown.Count == 0 && Words.Count > 1 ? " Each of the words is in some operation, but none has all of them."
            : string.Concat(unknown.Select(word => Suggest(operations, word)));
    }

    private static string Suggest(IReadOnlyList<ApiOperation> operations, string word) => NameSuggestions.Suggest(
        operations.SelectMany(operation => operation.Path.Resources
                .Where(segment => !segment.StartsWith('{'))
                .Append(operation.Resource?.Text ?? "").Append(operation.TypeName))
            .Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase),
        word);
}
