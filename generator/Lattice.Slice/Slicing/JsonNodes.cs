using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Slice.Specifications;
using Lattice.Spec.Json;

namespace Lattice.Slice.Slicing;

/// <summary>Finds nodes by JSON Pointers (RFC 6901).</summary>
internal static class JsonNodes
{
    /// <summary>The node at the location, or <see langword="null"/> if absent.</summary>
    public static JsonNode? Find(JsonNode root, string pointer) => JsonPointer.Parse(pointer).Segments
        .Aggregate<string, JsonNode?>(root, (node, segment) => node is null ? null : GetChild(node, segment));

    /// <summary>The existing location that is most similar: at each step, the child with the most similar name.</summary>
    public static string FindNearest(JsonNode root, string pointer)
    {
        JsonNode node = root;
        JsonPointer nearest = JsonPointer.Root;
        foreach (string segment in JsonPointer.Parse(pointer).Segments)
        {
            string name = segment;
            if (GetChild(node, name) is null && NameSuggestions.Find(GetContainers(node), segment) is { } other)
            {
                name = other;
            }

            if (GetChild(node, name) is not { } child)
            {
                break;
            }

            node = child;
            nearest /= name;
        }

        return nearest.ToString();
    }

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
