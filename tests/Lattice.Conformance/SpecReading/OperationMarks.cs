using System.Text;
using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

/// <summary>Marks operations in a copy of a specification with their kinds, so that the generator emits all of them.</summary>
internal static class OperationMarks
{
    // The depth of an operation: in a path, in "paths", in the document.
    private const int Operation = 3;

    /// <summary>Returns a specification in which each operation without an annotation has one. Everything else is unchanged.</summary>
    public static string Add(SpecDocument spec)
    {
        Dictionary<string, OperationKind> kinds = spec.Operations.ToDictionary(
            operation => GetKey(operation.Path, OperationRules.GetKey(operation.Method)), operation => operation.Kind);
        byte[] text = System.Text.Encoding.UTF8.GetBytes(spec.Text);
        var marked = new StringBuilder();
        int copied = 0;
        foreach ((int start, string key) in FindOperations(text))
        {
            if (kinds.TryGetValue(key, out OperationKind kind))
            {
                marked.Append(System.Text.Encoding.UTF8.GetString(text[copied..start]));
                marked.Append($"\"{OperationRules.Annotation}\": \"{kind.ToString().ToLowerInvariant()}\", ");
                copied = start;
            }
        }

        return marked.Append(System.Text.Encoding.UTF8.GetString(text[copied..])).ToString();
    }

    /// <returns>The position after the opening brace of each operation that has no annotation.</returns>
    private static List<(int Start, string Key)> FindOperations(byte[] text)
    {
        List<(int Start, string Key)> found = [];
        var names = new string[Operation + 2];
        var json = new Utf8JsonReader(text);
        bool isMarked = false;
        int start = 0;
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth <= Operation + 1)
            {
                names[json.CurrentDepth] = json.GetString()!;
                isMarked |= json.CurrentDepth == Operation + 1 && json.ValueTextEquals(OperationRules.Annotation);
            }
            else if (json.CurrentDepth == Operation && names[1] == "paths" && json.TokenType == JsonTokenType.StartObject)
            {
                start = (int)json.TokenStartIndex + 1;
                isMarked = false;
            }
            else if (json.CurrentDepth == Operation && names[1] == "paths" && json.TokenType == JsonTokenType.EndObject && !isMarked)
            {
                found.Add((start, GetKey(names[2], names[3])));
            }
        }

        return found;
    }

    private static string GetKey(string path, string method) => $"{method} {path}";
}
