using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Generator.Reading;
using Lattice.Slice.Names;

namespace Lattice.Slice.Slicing;

/// <summary>JSON Pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    public static string Escape(string segment) =>
        segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string ToPointer(this JsonPath path) => string.Concat(path.GetSegments().Select(segment => "/" + Escape(segment)));

    /// <summary>The names on the way to the place.</summary>
    public static IReadOnlyList<string> Split(string pointer) => [.. pointer.Split('/').Skip(1).Select(Unescape)];

    /// <summary>What is at the place, or <see langword="null"/> if there is nothing.</summary>
    public static JsonNode? Find(JsonNode root, string pointer) =>
        Split(pointer).Aggregate<string, JsonNode?>(root, (node, segment) => node is null ? null : GetChild(node, segment));

    /// <summary>The place that is most like one that does not exist: at each step the child with the nearest name.</summary>
    public static string FindNearest(JsonNode root, string pointer)
    {
        JsonNode node = root;
        string nearest = "";
        foreach (string segment in Split(pointer))
        {
            string name = segment;
            if (GetChild(node, name) is null && Nearest.Find(GetContainers(node), segment) is { } other)
            {
                name = other;
            }

            if (GetChild(node, name) is not { } child)
            {
                break;
            }

            node = child;
            nearest += "/" + Escape(name);
        }

        return nearest;
    }

    private static string Unescape(string segment) =>
        segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static JsonNode? GetChild(JsonNode node, string segment) => node switch
    {
        JsonObject values => values[segment],
        JsonArray items when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Count
            => items[index],
        _ => null,
    };

    private static IEnumerable<string> GetContainers(JsonNode node) => node switch
    {
        JsonObject values => values.Where(value => value.Value is JsonObject or JsonArray).Select(value => value.Key),
        JsonArray items => Enumerable.Range(0, items.Count).Select(index => index.ToString(CultureInfo.InvariantCulture)),
        _ => [],
    };
}
