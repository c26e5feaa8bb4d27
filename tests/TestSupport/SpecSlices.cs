using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lattice.TestSupport;

/// <summary>Cuts slices out of a whole specification.</summary>
public static partial class SpecSlices
{
    /// <summary>The specification with these paths, and with the components that can be reached from their POSTs.</summary>
    public static string Cut(JsonNode spec, IEnumerable<string> routes)
    {
        JsonObject schemas = spec["components"]!["schemas"]!.AsObject();
        var paths = new JsonObject(
            routes.Select(route => KeyValuePair.Create<string, JsonNode?>(route, spec["paths"]![route]!.DeepClone())));
        var kept = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var open = new Queue<JsonNode>(paths.Select(path => path.Value!["post"]!));
        while (open.TryDequeue(out JsonNode? node))
        {
            foreach (string name in Reference().Matches(node.ToJsonString()).Select(match => match.Groups[1].Value).Distinct())
            {
                if (schemas[name] is { } schema && kept.TryAdd(name, schema))
                {
                    open.Enqueue(schema);
                }
            }
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = spec["info"]!.DeepClone(),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = new JsonObject(
                    kept.Select(schema => KeyValuePair.Create<string, JsonNode?>(schema.Key, schema.Value.DeepClone()))),
            },
        }.ToJsonString();
    }

    [GeneratedRegex("\"#/components/schemas/([^\"]+)\"")]
    private static partial Regex Reference();
}
