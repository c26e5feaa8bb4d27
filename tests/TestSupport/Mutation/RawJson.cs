using System.Text.Json.Nodes;

namespace Lattice.TestSupport.Mutation;

/// <summary>
/// Parts of a document that <see cref="JsonNode"/> cannot hold: a key that occurs twice, an unpaired surrogate, thousands of levels. The
/// tree has a mark instead of each, and the text has the part itself.
/// </summary>
internal sealed class RawJson
{
    private const string Mark = "@@raw";
    private const string Twice = "@@twice@@";

    private readonly List<string> _parts = [];

    public static string[] Edges { get; } =
    [
        "\"\\ud800\"", "\"a\\udc00b\"", "\"\\u0000\"", "1e400", "-1e-400", "-0", "1E+2", "9223372036854775808", "123456789012345678901234567890",
        $"1{new string('0', 400)}", $"\"{new string('x', 70_000)}\"", "\"\\u001b[2J\\r\\n\\u2028\"", "\"\\uD83D\\uDE00\"",
    ];

    /// <summary>A value that is written as this text.</summary>
    public JsonNode Create(string json)
    {
        _parts.Add(json);
        return JsonValue.Create($"{Mark}{_parts.Count - 1}@@");
    }

    /// <summary>An array in an array, or an object in an object, for as many levels.</summary>
    public JsonNode CreateNested(int levels, bool isObject) => Create(isObject
        ? string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels)
        : new string('[', levels) + new string(']', levels));

    /// <summary>A key that is written as this name, although the object may have it already.</summary>
    public static string Repeat(string name) => Twice + name;

    public string Insert(string text)
    {
        for (int index = 0; index < _parts.Count; index++)
        {
            text = text.Replace($"\"{Mark}{index}@@\"", _parts[index], StringComparison.Ordinal);
        }

        return text.Replace(Twice, "", StringComparison.Ordinal);
    }
}
