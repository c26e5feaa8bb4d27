using System.Globalization;

namespace Lattice.Spec.Json;

/// <summary>A value of a JSON document, with its location.</summary>
internal sealed class JsonValue
{
    private static readonly JsonValue[] s_noItems = [];

    // The text of a string or a number, the members of an object, or the items of an array.
    private readonly object? _content;

    private int _index;

    private JsonValue(JsonKind kind, int offset, object? content = null)
    {
        Kind = kind;
        Offset = offset;
        _content = content;
    }

    public JsonKind Kind { get; }

    /// <summary>
    /// The location in UTF-16 code units from the start of the text: that of the name for a member of an object, otherwise that of the
    /// value.
    /// </summary>
    public int Offset { get; private set; }

    /// <summary>The array or object that contains the value; <see langword="null"/> for the document.</summary>
    public JsonValue? Parent { get; private set; }

    /// <summary>The name of a member of an object; <see langword="null"/> for anything else.</summary>
    public string? Name { get; private set; }

    /// <summary>The location as a JSON Pointer.</summary>
    public JsonPointer Pointer => Parent is null ? JsonPointer.Root
        : Parent.Pointer / (Name ?? _index.ToString(CultureInfo.InvariantCulture));

    /// <summary>The text of a string; <see langword="null"/> for any other kind.</summary>
    public string? String => Kind == JsonKind.String ? (string)_content! : null;

    /// <summary>The value of a Boolean; <see langword="null"/> for any other kind.</summary>
    public bool? Boolean => Kind switch
    {
        JsonKind.True => true,
        JsonKind.False => false,
        _ => null,
    };

    /// <summary>The value of a number that consists of digits only and is in range; <see langword="null"/> for anything else.</summary>
    public int? Int32 => Kind == JsonKind.Number
        && int.TryParse((string)_content!, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;

    /// <summary>The members of an object in the order of the text; none for any other kind.</summary>
    public JsonMembers Members => _content as JsonMembers ?? JsonMembers.Empty;

    /// <summary>The items of an array; none for any other kind.</summary>
    public IReadOnlyList<JsonValue> Items => _content as JsonValue[] ?? s_noItems;

    /// <summary>A value without content: null, true, or false.</summary>
    public static JsonValue CreateLiteral(JsonKind kind, int offset) => new(kind, offset);

    /// <param name="text">The number as written.</param>
    public static JsonValue CreateNumber(string text, int offset) => new(JsonKind.Number, offset, text);

    public static JsonValue CreateString(string text, int offset) => new(JsonKind.String, offset, text);

    public static JsonValue CreateArray(JsonValue[] items, int offset)
    {
        var array = new JsonValue(JsonKind.Array, offset, items);
        for (int i = 0; i < items.Length; i++)
        {
            items[i].Parent = array;
            items[i]._index = i;
        }

        return array;
    }

    public static JsonValue CreateObject(JsonMembers members, int offset)
    {
        var @object = new JsonValue(JsonKind.Object, offset, members);
        foreach (JsonMember member in members)
        {
            member.Value.Parent = @object;
            member.Value.Name = member.Name;
            member.Value.Offset = member.Offset;
        }

        return @object;
    }

    /// <summary>
    /// An array or object that is derived from the document without being part of it. It has the location of <paramref name="source"/>; its
    /// contents keep their own locations.
    /// </summary>
    public static JsonValue CreateDerived(JsonValue source, JsonMembers members) => Derive(source, JsonKind.Object, members);

    /// <inheritdoc cref="CreateDerived(JsonValue, JsonMembers)"/>
    public static JsonValue CreateDerived(JsonValue source, JsonValue[] items) => Derive(source, JsonKind.Array, items);

    /// <summary>The member of an object; <see langword="null"/> if it has no such member or is not an object.</summary>
    public JsonValue? Find(string name) => Members.Find(name);

    /// <summary>The member or item that a segment of a JSON Pointer refers to; <see langword="null"/> if absent.</summary>
    public JsonValue? FindChild(string segment) => Kind == JsonKind.Array
        ? int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < Items.Count
            && (segment.Length == 1 || segment[0] != '0') ? Items[index] : null
        : Find(segment);

    /// <summary>A scalar as text, without quotation marks; "an array" or "an object" for the others.</summary>
    public string ToText() => Kind switch
    {
        JsonKind.String or JsonKind.Number => (string)_content!,
        JsonKind.True => "true",
        JsonKind.False => "false",
        JsonKind.Null => "null",
        JsonKind.Array => "an array",
        _ => "an object",
    };

    private static JsonValue Derive(JsonValue source, JsonKind kind, object content) => new(kind, source.Offset, content)
    {
        Parent = source.Parent,
        Name = source.Name,
        _index = source._index,
    };
}
