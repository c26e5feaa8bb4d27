using System.Globalization;
using System.Text;
using System.Text.Json;
using Lattice.Generator.Model;
using Lattice.Slice.Slicing;

namespace Lattice.Slice.Checking.Places;

/// <summary>Finds the JSON Pointers of the places that the generator's problems name by line and column.</summary>
internal sealed class PointerLocator(string text)
{
    private readonly Lazy<Dictionary<int, string>> _pointers = new(() => GetPointers(text));

    /// <summary>The value that starts at the place, which for a member of an object is where its name does.</summary>
    public string Find(Problem problem)
    {
        int lineStart = 0;
        for (int line = 0; line < problem.Line; line++)
        {
            lineStart = text.IndexOf('\n', lineStart) + 1;
        }

        int offset = Encoding.UTF8.GetByteCount(text.AsSpan(0, lineStart + problem.Column));
        return _pointers.Value.GetValueOrDefault(offset, "");
    }

    /// <summary>Whether the inner place is the outer one or within it.</summary>
    public static bool Contains(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] == '/');

    private static Dictionary<int, string> GetPointers(string text)
    {
        var pointers = new Dictionary<int, string>();
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 1024 });
        json.Read();
        Walk(ref json, "", pointers);
        return pointers;
    }

    private static void Walk(ref Utf8JsonReader json, string pointer, Dictionary<int, string> pointers)
    {
        bool isObject = json.TokenType == JsonTokenType.StartObject;
        if (!isObject && json.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        for (int index = 0; json.Read() && json.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); index++)
        {
            int start = (int)json.TokenStartIndex;
            string child = $"{pointer}/{(isObject ? JsonPointer.Escape(json.GetString()!) : index.ToString(CultureInfo.InvariantCulture))}";
            pointers.Add(start, child);
            if (isObject)
            {
                json.Read();
            }

            Walk(ref json, child, pointers);
        }
    }
}
