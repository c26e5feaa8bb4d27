using System.Globalization;

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

    private readonly List<ParameterNode> _children = [];
    private readonly Dictionary<string, ParameterNode> _byKey = new(StringComparer.Ordinal);

    private ParameterNode(string key, string name, ParameterKind kind)
    {
        Key = key;
        Name = name;
        Kind = kind;
    }

    /// <summary>The innermost part of the name: <c>field</c> of <c>list[0][field]</c>.</summary>
    public string Key { get; }

    /// <summary>The full name, as errors show it: <c>list[0][field]</c>, in JSON <c>list[0].field</c>. Empty at the root.</summary>
    public string Name { get; }

    public ParameterKind Kind { get; }

    /// <summary>The value as text; null if there are children instead.</summary>
    public string? Value { get; set; }

    /// <summary>The file that <see cref="Value"/> describes; null if it is not one.</summary>
    public SentFile? File { get; set; }

    /// <summary>In the order in which they were first sent.</summary>
    public IReadOnlyList<ParameterNode> Children => _children;

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

    /// <summary>The values of this node and below it, each with its full name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values => Value is { } value
        ? [new(Name, value)]
        : _children.Count == 0 && Name.Length > 0
            ? [new(Name, Kind == ParameterKind.Array ? "[]" : "{}")]
            : _children.SelectMany(child => child.Values);

    public static ParameterNode Root(ParameterKind kind = ParameterKind.Form) => new("", "", kind);

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
        var child = new ParameterNode(key, NameOf(key), kind);
        _byKey.Add(key, child);
        _children.Add(child);
        return child;
    }

    /// <summary>Copies the node, so that children can be added without changing the original.</summary>
    public ParameterNode Copy() => Copy(_children);

    /// <summary>Copies the node without one of its children.</summary>
    public ParameterNode CopyWithout(string key) => Copy(_children.Where(child => child.Key != key));

    /// <summary>The full name of a child.</summary>
    public string NameOf(string key) => Kind switch
    {
        _ when Name.Length == 0 => key,
        ParameterKind.Object => $"{Name}.{key}",
        _ => $"{Name}[{key}]",
    };

    private ParameterNode Copy(IEnumerable<ParameterNode> children)
    {
        var copy = new ParameterNode(Key, Name, Kind) { Value = Value, File = File };
        foreach (ParameterNode child in children)
        {
            copy._byKey.Add(child.Key, child);
            copy._children.Add(child);
        }

        return copy;
    }

    private static bool IsIndex(string key)
        => key.Length is > 0 and <= MaximumIndexLength && key.All(char.IsAsciiDigit);
}
