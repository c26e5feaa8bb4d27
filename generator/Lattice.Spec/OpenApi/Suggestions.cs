namespace Lattice.Spec.OpenApi;

/// <summary>Suggests names for misspelled ones.</summary>
internal static class Suggestions
{
    private const int MaxShown = 60;

    /// <summary>The name that is most similar to the text; <see langword="null"/> if none is similar enough.</summary>
    public static string? FindSimilar(IEnumerable<string> names, string text)
    {
        int maxDistance = Math.Max(1, text.Length / 3);
        return text.Length > MaxShown ? null : names
            .Select(name => (Name: name, Distance: GetDistance(name, text)))
            .Where(candidate => candidate.Distance <= maxDistance)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>Truncates a text for a message.</summary>
    public static string Shorten(string text) => text.Length <= MaxShown ? text : text.Substring(0, MaxShown) + "\u2026";

    /// <summary>The number of characters to insert, remove, or change, ignoring case (Levenshtein).</summary>
    public static int GetDistance(string a, string b)
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
