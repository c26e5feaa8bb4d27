using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Specifications;

/// <summary>Finds the names that are most similar to a name that does not exist.</summary>
internal static class NameSuggestions
{
    private const int MaxSuggested = 3;

    /// <summary>A sentence with the most similar names, or an empty string if there are no names.</summary>
    public static string Suggest(IEnumerable<string> names, string text) =>
        Suggest(names.Select(name => (name, (IEnumerable<string>)[name])), text);

    /// <param name="items">The items to suggest, each with its names.</param>
    public static string Suggest(IEnumerable<(string Item, IEnumerable<string> Names)> items, string text)
    {
        List<string> nearest =
        [
            .. items.Select(item => (item.Item, Distance: item.Names.Min(name => Suggestions.GetDistance(name, text))))
                .OrderBy(item => item.Distance).ThenBy(item => item.Item, StringComparer.Ordinal)
                .Take(MaxSuggested).Select(item => $"\"{item.Item}\""),
        ];
        return nearest.Count == 0 ? "" : $" Did you mean {string.Join(", ", nearest)}?";
    }

    /// <summary>The most similar name, or <see langword="null"/> if there are none.</summary>
    public static string? Find(IEnumerable<string> names, string text) =>
        names.OrderBy(name => name, StringComparer.Ordinal).MinBy(name => Suggestions.GetDistance(name, text));
}
