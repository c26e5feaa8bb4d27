using System.Globalization;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>A parameter that was sent: a value, or the parameters between its brackets.</summary>
internal sealed class ParameterNode
{
    /// <summary>More digits than this are a key of a map, not a place in a list.</summary>
    private const int MaximumIndexLength = 9;

    private readonly List<ParameterNode> _children = [];
    private readonly Dictionary<string, ParameterNode> _byKey = new(StringComparer.Ordinal);

    private ParameterNode(string key, string name)
    {
        Key = key;
        Name = name;
    }

    /// <summary>The innermost part of the name: <c>field</c> of <c>list[0][field]</c>.</summary>
    public string Key { get; }

    /// <summary>The whole name, as errors show it: <c>list[0][field]</c>. Empty at the root.</summary>
    public string Name { get; }

    /// <summary>The value as it was sent; null when there are children instead.</summary>
    public string? Value { get; set; }

    /// <summary>In the order in which they were first sent.</summary>
    public IReadOnlyList<ParameterNode> Children => _children;

    /// <summary>Whether the children can be the elements of a list.</summary>
    public bool IsList => _children.Count > 0 && _children.TrueForAll(child => IsIndex(child.Key));

    /// <summary>The children in the order of their indices.</summary>
    public IEnumerable<ParameterNode> Elements
        => _children.OrderBy(child => int.Parse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture));

    public static ParameterNode Root() => new("", "");

    public ParameterNode? Find(string key) => _byKey.GetValueOrDefault(key);

    public ParameterNode FindOrAdd(string key)
    {
        if (_byKey.TryGetValue(key, out ParameterNode? child)) return child;

        child = new ParameterNode(key, NameOf(key));
        _children.Add(child);
        _byKey.Add(key, child);
        return child;
    }

    /// <summary>The whole name of a child.</summary>
    public string NameOf(string key) => Name.Length == 0 ? key : $"{Name}[{key}]";

    private static bool IsIndex(string key)
        => key.Length is > 0 and <= MaximumIndexLength && key.All(char.IsAsciiDigit);
}
