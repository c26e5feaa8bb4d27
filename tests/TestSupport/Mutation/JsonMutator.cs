using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lattice.TestSupport.Mutation;

/// <summary>Inserts random errors into a JSON document, the same ones for the same random numbers.</summary>
/// <param name="random">Decides everything.</param>
/// <param name="vocabulary">What is inserted.</param>
public sealed class JsonMutator(Random random, JsonVocabulary vocabulary)
{
    private const int MaxLevels = 3_000;

    private static readonly JsonSerializerOptions s_indented = CreateOptions(isIndented: true);
    private static readonly JsonSerializerOptions s_compact = CreateOptions(isIndented: false);

    private readonly RawJson _raw = new();

    /// <summary>Mutates the tree in one to four places, and once in twenty times the text as well.</summary>
    public string Mutate(string json)
    {
        JsonNode root = JsonNode.Parse(json)!;
        MutateTree(root);
        string text = Write(root);
        return random.OneIn(20) ? new TextMutator(random).Mutate(text) : text;
    }

    /// <summary>Mutates the tree in one to four places; <see cref="Write"/> writes it.</summary>
    public void MutateTree(JsonNode root)
    {
        for (int count = random.Next(1, 5); count > 0; count--)
        {
            MutateNode(root);
        }
    }

    public string Write(JsonNode root) => _raw.Insert(root.ToJsonString(random.OneIn(2) ? s_indented : s_compact));

    private void MutateNode(JsonNode root)
    {
        List<JsonNode> nodes = [.. GetAll(root).Where(node => node.Parent is not null)];
        if (nodes.Count == 0)
        {
            return;
        }

        JsonNode node = random.Pick(nodes);
        switch (random.Next(10))
        {
            case 0:
                Remove(node);
                break;
            case 1:
                node.ReplaceWith(PickValue());
                break;
            case 2:
                node.ReplaceWith(random.Pick(nodes).DeepClone());
                break;
            case 3 when vocabulary.Donors.Count > 0:
                node.ReplaceWith(random.Pick([.. GetAll(JsonNode.Parse(random.Pick(vocabulary.Donors))!)]).DeepClone());
                break;
            case 4 when node is JsonObject element:
                element[random.Pick(vocabulary.Names)] = PickValue();
                break;
            case 5 when node.Parent is JsonObject parent:
                parent.Remove(node.GetPropertyName());
                parent[random.Pick(vocabulary.Names)] = node;
                break;
            case 6 when node.Parent is JsonObject parent:
                parent[RawJson.Repeat(node.GetPropertyName())] = random.OneIn(2) ? node.DeepClone() : PickValue();
                break;
            case 7 when node.Parent is JsonArray parent:
                parent.Insert(random.Next(parent.Count + 1), node.DeepClone());
                break;
            case 8:
                node.ReplaceWith(PickEdge());
                break;
            default:
                node.ReplaceWith(new JsonObject { [random.Pick(vocabulary.Names)] = new JsonArray(node.DeepClone(), PickValue()) });
                break;
        }
    }

    private JsonNode? PickValue() => JsonNode.Parse(random.Pick(vocabulary.Values));

    private JsonNode PickEdge() => random.OneIn(4)
        ? _raw.CreateNested(random.Next(1, random.OneIn(2) ? 100 : MaxLevels), isObject: random.OneIn(2))
        : _raw.Create(random.Pick(RawJson.Edges));

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

    /// <summary>A node and everything in it, except null.</summary>
    public static IEnumerable<JsonNode> GetAll(JsonNode node) => node switch
    {
        JsonObject values => values.Select(value => value.Value).OfType<JsonNode>().SelectMany(GetAll).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(GetAll).Prepend(node),
        _ => [node],
    };

    // The depth of a tree grows with each mutation. Marks are found in the text, so they must not be escaped.
    private static JsonSerializerOptions CreateOptions(bool isIndented) => new()
    {
        WriteIndented = isIndented,
        MaxDepth = 1_000,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
