using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lattice.Fuzz.Slices;

/// <summary>Writes a slice in another way.</summary>
internal static class SameSlice
{
    private const int MaxLevels = 500;

    /// <summary>Returns the slice with the keys of each object in reverse order; null if it is not valid JSON.</summary>
    public static string? Reverse(string slice)
    {
        try
        {
            JsonNode? node = JsonNode.Parse(
                slice, documentOptions: new JsonDocumentOptions { MaxDepth = MaxLevels, AllowDuplicateProperties = false });
            return Reverse(node)?.ToJsonString(new JsonSerializerOptions { MaxDepth = MaxLevels });
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // A slice that is not valid JSON; the generator reports it. A surrogate without its other half is not a string.
            return null;
        }
    }

    private static JsonNode? Reverse(JsonNode? node) => node switch
    {
        JsonObject values => new JsonObject(values.Reverse().Select(value => KeyValuePair.Create(value.Key, Reverse(value.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reverse)]),
        _ => node?.DeepClone(),
    };
}
