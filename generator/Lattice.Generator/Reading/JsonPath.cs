using System.Text;

namespace Lattice.Generator.Reading;

/// <summary>The place of a value in a JSON document, written out only when something is reported about it.</summary>
internal sealed class JsonPath
{
    public static readonly JsonPath Root = new(null, "");

    private readonly JsonPath? _parent;
    private readonly string _segment;

    private JsonPath(JsonPath? parent, string segment)
    {
        _parent = parent;
        _segment = segment;
    }

    /// <summary>The place of the object or the list that has the value; that of the document is its own.</summary>
    public JsonPath Parent => _parent ?? this;

    public static JsonPath operator /(JsonPath parent, string segment) => new(parent, segment);

    /// <summary>The path of a JSON Pointer (RFC 6901), such as <c>#/paths/~1v1~1tokens</c>.</summary>
    public static JsonPath Parse(string pointer) => pointer.TrimStart('#')
        .Split(['/'], StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(Root, (path, segment) => path / segment.Replace("~1", "/").Replace("~0", "~"));

    public IReadOnlyList<string> GetSegments()
    {
        var segments = new List<string>();
        for (JsonPath path = this; path._parent is not null; path = path._parent)
        {
            segments.Add(path._segment);
        }

        segments.Reverse();
        return segments;
    }

    /// <summary>The names from the operation or the schema on, as a person would say them: <c>account_link.url</c>.</summary>
    public string ToDisplayString()
    {
        var text = new StringBuilder();
        string[] structure = ["paths", "components", "schemas", "post", "requestBody", "content", "schema", "properties", "responses"];
        foreach (string segment in GetSegments())
        {
            if (!structure.Contains(segment) && !segment.Contains("/json") && !segment.Contains("-urlencoded"))
            {
                text.Append(text.Length > 0 ? "." : "").Append(segment);
            }
        }

        return text.ToString();
    }
}
