namespace Lattice.Slice.Names;

/// <summary>Finds what a person may have meant by a name that is not there.</summary>
internal static class Nearest
{
    private const int Suggestions = 3;

    /// <summary>A sentence with the nearest names, or nothing if there are no names.</summary>
    public static string Suggest(IEnumerable<string> names, string text) =>
        Suggest(names.Select(name => (name, (IEnumerable<string>)[name])), text);

    /// <param name="items">What to suggest, each with the names that it goes by.</param>
    public static string Suggest(IEnumerable<(string Item, IEnumerable<string> Names)> items, string text)
    {
        List<string> nearest =
        [
            .. items.Select(item => (item.Item, Distance: item.Names.Min(name => Distance(name, text))))
                .OrderBy(item => item.Distance).ThenBy(item => item.Item, StringComparer.Ordinal)
                .Take(Suggestions).Select(item => $"\"{item.Item}\""),
        ];
        return nearest.Count == 0 ? "" : $" The nearest: {string.Join(", ", nearest)}.";
    }

    /// <summary>The nearest of the names, or <see langword="null"/> if there are none.</summary>
    public static string? Find(IEnumerable<string> names, string text) =>
        names.OrderBy(name => name, StringComparer.Ordinal).MinBy(name => Distance(name, text));

    /// <summary>How many letters have to be put in, taken out or changed, whatever their case (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
