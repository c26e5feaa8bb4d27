using System.Globalization;
using System.Text;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>The form in which a parameter was sent.</summary>
internal enum ParameterKind
{
    /// <summary>In a form: text for a value of any type, or brackets for an object or a list.</summary>
    Form,

    /// <summary>As a file of a multipart body.</summary>
    File,

    // In JSON, which has types.
    Text,
    Number,
    Boolean,
    Null,
    Array,
    Object,
}

/// <summary>A parameter that was sent: a value, or the parameters inside it.</summary>
internal sealed class ParameterNode
{
    /// <summary>A longer number is the key of a map, not an index of a list.</summary>
    private const int MaximumIndexLength = 9;

    private readonly ParameterNode? _parent;
    private readonly List<ParameterNode> _children = [];
    private readonly Dictionary<string, ParameterNode> _byKey = new(StringComparer.Ordinal);
    private int _nextIndex;

    private ParameterNode(string key, ParameterNode? parent, ParameterKind kind)
    {
        Key = key;
        Kind = kind;
        _parent = parent;
        NameLength = key.Length + (parent is { NameLength: > 0 and var length } ? length + "[]".Length : 0);
    }

    /// <summary>The innermost part of the name: <c>field</c> of <c>list[0][field]</c>.</summary>
    public string Key { get; }

    /// <summary>
    /// The full name, as errors show it: <c>list[0][field]</c>, in JSON <c>list[0].field</c>. Empty at the root. It is not kept, because
    /// the names of many parameters in one with a long name would need much more memory than the request.
    /// </summary>
    public string Name => AppendTo(new StringBuilder(NameLength)).ToString();

    /// <summary>The maximum length of <see cref="Name"/>.</summary>
    public int NameLength { get; }

    public ParameterKind Kind { get; }

    /// <summary>The value as text; null if there are children instead.</summary>
    public string? Value { get; set; }

    /// <summary>In the order in which they were first sent.</summary>
    public IReadOnlyList<ParameterNode> Children => _children;

    /// <summary>The file that was uploaded; null for other values.</summary>
    public UploadedFile? File { get; set; }

    /// <summary>Whether the value clears the stored one: it is empty in a form, or null in JSON.</summary>
    public bool IsCleared => Kind == ParameterKind.Null || this is { Kind: ParameterKind.Form, Value: "" };

    /// <summary>Whether the children can be the elements of a list.</summary>
    public bool IsList => Kind == ParameterKind.Array
        || (Kind == ParameterKind.Form && _children.Count > 0 && _children.TrueForAll(child => IsIndex(child.Key)));

    /// <summary>Whether the children can be the properties of an object.</summary>
    public bool IsObject => Kind == ParameterKind.Object || this is { Kind: ParameterKind.Form, Value: null };

    /// <summary>The children in the order of their indices.</summary>
    public IEnumerable<ParameterNode> Elements
        => _children.OrderBy(child => int.Parse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>The value, or the text that stands for an empty list or object; null if there are children instead.</summary>
    public string? Text => Value
        ?? (_children.Count > 0 || NameLength == 0 ? null
            : Kind == ParameterKind.Array ? "[]"
            : "{}");

    /// <summary>This node or those below it that have values.</summary>
    public IEnumerable<ParameterNode> Leaves => Text is null ? _children.SelectMany(child => child.Leaves) : [this];

    public static ParameterNode Root(ParameterKind kind = ParameterKind.Form) => new("", null, kind);

    public ParameterNode? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The first value that was sent under this name at any depth; null if absent.</summary>
    public string? FindValue(string key)
        => Find(key) is { IsCleared: false, Value: { } value }
            ? value
            : _children.Select(child => child.FindValue(key)).FirstOrDefault(found => found is not null);

    public ParameterNode FindOrAdd(string key) => Find(key) ?? Add(key, ParameterKind.Form);

    /// <exception cref="ArgumentException">There is a child with this key already.</exception>
    public ParameterNode Add(string key, ParameterKind kind)
    {
        var child = new ParameterNode(key, this, kind);
        _byKey.Add(key, child);
        _children.Add(child);
        return child;
    }

    /// <summary>Adds a node that was copied from another location under a key of its own.</summary>
    /// <exception cref="ArgumentException">There is a child with this key already.</exception>
    public void Attach(string key, ParameterNode copy)
    {
        ParameterNode child = copy.Copy(key, this, copy._children);
        _byKey.Add(key, child);
        _children.Add(child);
    }

    /// <summary>The index of a new element of a list: the first at or after the number of its elements that has none.</summary>
    public string GetFreeIndex()
    {
        // Elements are never removed, so an index that was in use remains so. Many elements must not be searched again for each new one.
        _nextIndex = Math.Max(_nextIndex, _children.Count);
        while (Find(TextOf(_nextIndex)) is not null)
        {
            _nextIndex++;
        }

        return TextOf(_nextIndex);
    }

    /// <summary>Copies the node, so that children can be added without changing the original.</summary>
    public ParameterNode Copy() => Copy(Key, _parent, _children);

    /// <summary>Copies the node without one of its children.</summary>
    public ParameterNode CopyWithout(string key) => Copy(Key, _parent, _children.Where(child => child.Key != key));

    /// <summary>The full name of a child.</summary>
    public string NameOf(string key) => AppendChild(AppendTo(new StringBuilder()), key).ToString();

    private StringBuilder AppendTo(StringBuilder name)
        => _parent is null ? name.Append(Key) : _parent.AppendChild(_parent.AppendTo(name), Key);

    private StringBuilder AppendChild(StringBuilder name, string key) => Kind switch
    {
        _ when NameLength == 0 => name.Append(key),
        ParameterKind.Object => name.Append('.').Append(key),
        _ => name.Append('[').Append(key).Append(']'),
    };

    private ParameterNode Copy(string key, ParameterNode? parent, IEnumerable<ParameterNode> children)
    {
        var copy = new ParameterNode(key, parent, Kind) { Value = Value, File = File };
        foreach (ParameterNode child in children)
        {
            copy._byKey.Add(child.Key, child);
            copy._children.Add(child);
        }

        return copy;
    }

    private static string TextOf(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static bool IsIndex(string key)
        => key.Length is > 0 and <= MaximumIndexLength && key.All(char.IsAsciiDigit);
}
