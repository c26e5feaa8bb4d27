using System.Text.Json.Nodes;

namespace Lattice.Stripe.Testing.Slices;

/// <summary>
/// An expandable field is an id or one of several resources. A slice need not hold these: those that it lacks are taken
/// out of the choice, and the field stays an id.
/// </summary>
internal static class ExpandableReferences
{
    private const string Prefix = "#/components/schemas/";

    public static void Prune(JsonObject document)
    {
        JsonObject? schemas = (document["components"] as JsonObject)?["schemas"] as JsonObject;
        Visit(document, schemas ?? []);
    }

    private static void Visit(JsonNode? node, JsonObject schemas)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? element in array) Visit(element, schemas);
        }
        else if (node is JsonObject found)
        {
            if (found["anyOf"] is JsonArray arms && arms.Any(IsId)) RemoveAbsent(arms, schemas);
            foreach ((_, JsonNode? child) in found) Visit(child, schemas);
        }
    }

    private static void RemoveAbsent(JsonArray arms, JsonObject schemas)
    {
        for (int i = arms.Count - 1; i >= 0; i--)
        {
            if (TextOf(arms[i], "$ref") is { } reference && reference.StartsWith(Prefix, StringComparison.Ordinal)
                && !schemas.ContainsKey(reference[Prefix.Length..]))
                arms.RemoveAt(i);
        }
    }

    private static bool IsId(JsonNode? arm) => TextOf(arm, "type") == "string";

    private static string? TextOf(JsonNode? node, string name)
        => node is JsonObject found && found[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
