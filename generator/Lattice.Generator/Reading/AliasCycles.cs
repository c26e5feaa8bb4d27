using System.Text.Json.Nodes;
using Lattice.Generator.Diagnostics;

namespace Lattice.Generator.Reading;

/// <summary>
/// Takes components out that are nothing but a <c>$ref</c> and lead in a circle: they stand for nothing, and the OpenAPI
/// library fails as a whole when it follows one.
/// </summary>
internal sealed class AliasCycles(ProblemLog problems)
{
    public void Remove(JsonObject root)
    {
        foreach (KeyValuePair<string, JsonNode?> section in root["components"] as JsonObject ?? [])
        {
            if (section.Value is JsonObject components)
            {
                Remove(components, JsonPath.Root / "components" / section.Key);
            }
        }
    }

    private void Remove(JsonObject components, JsonPath path)
    {
        foreach (string name in components.Select(component => component.Key).Where(name => LeadsInCircle(components, name)).ToList())
        {
            problems.Add(Descriptors.UnresolvedReference, path / name / "$ref", components[name]!["$ref"]!.ToString());
            components.Remove(name);
        }
    }

    private static bool LeadsInCircle(JsonObject components, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? alias = name; alias is not null; alias = GetTarget(components[alias]))
        {
            if (!seen.Add(alias))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a component is an alias of: the library looks for the last name of a reference among those of the same kind.</summary>
    private static string? GetTarget(JsonNode? component) =>
        component is JsonObject values && values["$ref"] is JsonValue reference && reference.TryGetValue(out string? target)
            ? Uri.UnescapeDataString(target.Substring(target.LastIndexOf('/') + 1)).Replace("~1", "/").Replace("~0", "~")
            : null;
}
