using System.Text.Json.Nodes;

namespace Lattice.Stripe.Testing.Slices;

/// <summary>
/// The OpenAPI library keeps <c>nullable</c> as part of a schema's type, and so forgets it where there is no type but
/// an <c>anyOf</c>, which is how Stripe writes optional references. An extension, which is kept, says it again.
/// </summary>
internal static class NullableMarker
{
    public const string Extension = "x-stand-in-nullable";

    public static void Mark(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? element in array) Mark(element);
        }
        else if (node is JsonObject found)
        {
            foreach ((_, JsonNode? child) in found) Mark(child);
            if (!found.ContainsKey("type") && IsTrue(found["nullable"])) found[Extension] = true;
        }
    }

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) && flag;
}
