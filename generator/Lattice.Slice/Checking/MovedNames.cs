using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Checking;

/// <summary>
/// Finds properties with a C# name in slice.json that have another name in a newer specification: the old one is gone, and exactly one
/// property of the same object is new and has the same schema.
/// </summary>
internal static class MovedNames
{
    // What may change along with the name.
    private static readonly string[] s_ignored = ["description", OpenApiKeywords.Name];

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = JsonParser.MaxDepth };

    /// <param name="present">The slice on disk.</param>
    /// <param name="newer">The slice of the newer specification.</param>
    /// <returns>The old and the new locations.</returns>
    public static IReadOnlyList<(string Old, string New)> Find(Specification present, SliceResult newer)
    {
        List<string> lost = [.. newer.UnmatchedAnnotations
            .Where(unmatched => unmatched.Section == SliceConfigurationReader.Names)
            .Select(unmatched => unmatched.Pointer)];
        if (lost.Count == 0)
        {
            return [];
        }

        JsonNode before = JsonNode.Parse(present.Text, documentOptions: s_options)!;
        JsonNode after = JsonNode.Parse(newer.Json, documentOptions: s_options)!;
        return [.. lost.Select(pointer => (pointer, FindNew(before, after, pointer))).Where(move => move.Item2 is not null)
            .Select(move => (move.pointer, move.Item2!))];
    }

    private static string? FindNew(JsonNode before, JsonNode after, string pointer)
    {
        string owner = pointer[..pointer.LastIndexOf('/')];
        if (!owner.EndsWith("/properties", StringComparison.Ordinal)
            || JsonNodes.Find(before, pointer) is not JsonObject schema
            || JsonNodes.Find(before, owner) is not JsonObject old
            || JsonNodes.Find(after, owner) is not JsonObject @new)
        {
            return null;
        }

        JsonObject expected = Simplify(schema);
        List<string> found = [.. @new
            .Where(property => !old.ContainsKey(property.Key)
                && property.Value is JsonObject other && JsonNode.DeepEquals(Simplify(other), expected))
            .Select(property => property.Key)];
        return found is [var name] ? $"{owner}/{JsonPointer.Escape(name)}" : null;
    }

    private static JsonObject Simplify(JsonObject schema)
    {
        var simple = (JsonObject)schema.DeepClone();
        s_ignored.ToList().ForEach(keyword => simple.Remove(keyword));

        // A reference with a name is an anyOf with one subschema in the slice.
        return simple is { Count: 1 } && simple["anyOf"] is JsonArray { Count: 1 } only ? (JsonObject)only[0]!.DeepClone() : simple;
    }
}
