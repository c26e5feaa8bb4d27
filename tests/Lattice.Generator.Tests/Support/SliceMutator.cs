using System.Text.Json.Nodes;

namespace Lattice.Generator.Tests.Support;

/// <summary>Inserts random errors into a slice, the same ones for the same seed.</summary>
/// <param name="donors">Slices from which parts are copied.</param>
internal sealed class SliceMutator(int seed, IReadOnlyList<string> donors)
{
    private static readonly string[] s_values =
    [
        "null", "true", "false", "0", "-1", "1e5", "1.5", "12345678901234567890",
        "\"\"", "\"a\"", "\"string\"", "\"object\"", "\"array\"", "\"integer\"", "\"null\"",
        "\"#/components/schemas/widget\"", "\"#/components/schemas/part\"", "\"#/nothing\"", "\"#\"", "\"other.json#/a\"", "\"\\u2028}\"",
        "[]", "{}", "[[]]", "[{}]", "[null]", """["string","null"]""",
        """{"$ref":"#/components/schemas/widget"}""", """{"$ref":"#/components/schemas/part"}""",
        """{"type":"string"}""", """{"type":"string","enum":[""]}""", """{"type":"object"}""", """{"type":"array"}""",
        """{"type":"object","additionalProperties":true}""",
        """{"anyOf":[{"type":"string"},{"$ref":"#/components/schemas/widget"}]}""",
        """{"type":["integer","string"]}""", """{"const":"a"}""",
    ];

    private static readonly string[] s_names =
    [
        "type", "$ref", "properties", "items", "additionalProperties", "anyOf", "oneOf", "allOf", "enum", "const",
        "nullable", "required", "format",
        "maxLength", "deprecated", "description", "title", "not", "default", "x-resourceId", "x-expansionResources", "x-enumDescriptions",
        "x-lattice-name", "x-lattice-operation", "x-lattice-sensitive", "x-lattice-replaced-by", "x-lattice-sensitve", "x-other",
        "get", "post", "parameters", "requestBody", "responses", "200", "default", "content",
        "application/json", "application/x-www-form-urlencoded", "multipart/form-data",
        "schema", "servers", "url", "paths", "components", "schemas", "info", "version", "openapi", "widget", "part", "object",
        "deleted", "data", "has_more", "id", "secret", "url", "Equals", "read", "class",
        "", "a.b", "a b", "/v1/widgets", "/v1/../x", "//x", "/v1/{a}b", "\u2028",
    ];

    private readonly Random _random = new(seed);

    public string Mutate(string slice)
    {
        JsonNode root = JsonNode.Parse(slice)!;
        for (int count = _random.Next(1, 4); count > 0; count--)
        {
            MutateNode(root);
        }

        string text = root.ToJsonString(new() { WriteIndented = _random.Next(2) == 0 });
        return _random.Next(20) == 0 ? MutateText(text) : text;
    }

    private void MutateNode(JsonNode root)
    {
        List<JsonNode> nodes = [.. GetAll(root).Where(node => node.Parent is not null)];
        if (nodes.Count == 0)
        {
            return;
        }

        JsonNode node = Pick(nodes);
        switch (_random.Next(7))
        {
            case 0:
                Remove(node);
                break;
            case 1:
                node.ReplaceWith(JsonNode.Parse(Pick(s_values)));
                break;
            case 2:
                node.ReplaceWith(Pick(nodes).DeepClone());
                break;
            case 3:
                node.ReplaceWith(Pick([.. GetAll(JsonNode.Parse(Pick(donors))!)]).DeepClone());
                break;
            case 4 when node is JsonObject element:
                element[Pick(s_names)] = JsonNode.Parse(Pick(s_values));
                break;
            case 5 when node.Parent is JsonObject parent:
                parent.Remove(node.GetPropertyName());
                parent[Pick(s_names)] = node;
                break;
            default:
                node.ReplaceWith(new JsonObject { [Pick(s_names)] = new JsonArray(node.DeepClone(), JsonNode.Parse(Pick(s_values))) });
                break;
        }
    }

    private string MutateText(string text)
    {
        int index = _random.Next(text.Length);
        return _random.Next(3) switch
        {
            0 => text[..index],
            1 => text.Remove(index, 1),
            _ => text.Insert(index, Pick([",", "{", "]", "\"", "\\", "\\ud800", "\u0001", "1", "tru", "\n"])),
        };
    }

    private static void Remove(JsonNode node)
    {
        if (node.Parent is JsonObject parent)
        {
            parent.Remove(node.GetPropertyName());
        }
        else
        {
            node.Parent!.AsArray().Remove(node);
        }
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private static IEnumerable<JsonNode> GetAll(JsonNode node) => node switch
    {
        JsonObject values => values.Select(value => value.Value).OfType<JsonNode>().SelectMany(GetAll).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(GetAll).Prepend(node),
        _ => [node],
    };
}
