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
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>(paths.Select(path => path.Value!["post"]!.ToJsonString()));
        while (open.TryDequeue(out string? text))
        {
            foreach (string name in Reference().Matches(text).Select(match => match.Groups[1].Value).Distinct())
            {
                if (!kept.ContainsKey(name) && schemas[name] is { } schema)
                {
                    kept.Add(name, schema.ToJsonString());
                    open.Enqueue(kept[name]);
                }
            }
        }

        string components = string.Join(',', kept.Select(schema => $"{JsonValue.Create(schema.Key).ToJsonString()}:{schema.Value}"));
        string info = spec["info"]!.ToJsonString();
        return $$"""
            { "openapi": "3.0.0", "info": {{info}}, "paths": {{paths.ToJsonString()}}, "components": { "schemas": { {{components}} } } }
            """;
    }

    [GeneratedRegex("\"#/components/schemas/([^\"]+)\"")]
    private static partial Regex Reference();
}
