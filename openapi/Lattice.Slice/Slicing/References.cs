using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Generator.Reading;

namespace Lattice.Slice.Slicing;

/// <summary>A <c>$ref</c> to a component.</summary>
/// <param name="Component">Its name; the whole reference if it is of another kind.</param>
internal sealed record Reference(string Component, JsonPath Path);

/// <summary>Finds what a part of a slice refers to.</summary>
internal static class References
{
    public const string Prefix = "#/components/schemas/";

    // Says what an id is of; nothing has to be there.
    private const string ExpansionResources = "x-expansionResources";

    public static IEnumerable<Reference> Find(JsonNode? node, JsonPath path) => node switch
    {
        JsonObject element when element["$ref"] is JsonValue reference => [new Reference(GetComponent(reference.ToString()), path)],
        JsonObject element => element.Where(member => member.Key != ExpansionResources && member.Value is JsonObject or JsonArray)
            .SelectMany(member => Find(member.Value, path / member.Key)),
        JsonArray items => items.SelectMany((item, index) => Find(item, path / index.ToString(CultureInfo.InvariantCulture))),
        _ => [],
    };

    private static string GetComponent(string reference) =>
        reference.StartsWith(Prefix, StringComparison.Ordinal) ? reference[Prefix.Length..] : reference;
}
