using System.Text;

namespace Lattice.Spec.Json;

/// <summary>The location of a value in a JSON document (RFC 6901), such as <c>/paths/~1v1~1tokens/post</c>.</summary>
internal sealed class JsonPointer
{
    public static readonly JsonPointer Root = new(parent: null, segment: "");

    private readonly JsonPointer? _parent;
    private readonly string _segment;

    private JsonPointer(JsonPointer? parent, string segment)
    {
        _parent = parent;
        _segment = segment;
    }

    /// <summary>The names and indexes from the document to the value, unescaped.</summary>
    public IReadOnlyList<string> Segments
    {
        get
        {
            var segments = new List<string>();
            for (JsonPointer pointer = this; pointer._parent is not null; pointer = pointer._parent)
            {
                segments.Add(pointer._segment);
            }

            segments.Reverse();
            return segments;
        }
    }

    /// <summary>The pointer to a member or an item of the value.</summary>
    public static JsonPointer operator /(JsonPointer parent, string segment) => new(parent, segment);

    /// <param name="text">A pointer. One that does not start with a slash refers to the document itself.</param>
    public static JsonPointer Parse(string text) =>
        text.Split('/').Skip(1).Aggregate(Root, (parent, segment) => parent / Unescape(segment));

    /// <summary>A name as a segment of a pointer.</summary>
    public static string Escape(string segment) => segment.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string segment) => segment.Replace("~1", "/").Replace("~0", "~");

    /// <summary>The pointer as text; empty for the document itself.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (string segment in Segments)
        {
            text.Append('/').Append(Escape(segment));
        }

        return text.ToString();
    }
}
