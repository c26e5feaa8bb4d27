namespace Lattice.Stripe.Serialization;

/// <summary>
/// The required fields that an object lacks: a node of a tree that all objects of a response share, and the names on the way to
/// it. A list of objects that lack the same fields costs no memory for each of them.
/// </summary>
internal sealed class MissingFields
{
    private readonly MissingFields? _before;
    private readonly string _type;
    private readonly string _name;
    private readonly int _count;
    private MissingFields? _firstNext;
    private MissingFields? _sibling;
    private string[]? _names;

    private MissingFields(MissingFields? before, string type, string name)
    {
        _before = before;
        _type = type;
        _name = name;
        _count = before is null ? 0 : before._count + 1;
    }

    /// <summary>The names, in the order in which they were added.</summary>
    public IReadOnlyList<string> Names => _names ??= CollectNames();

    /// <summary>The names for a message, of which there may be many.</summary>
    public static string Describe(IReadOnlyList<string> names)
    {
        string[] named = new string[Math.Min(names.Count, DecodingLimits.NamedMissingFields)];
        for (int i = 0; i < named.Length; i++)
        {
            named[i] = names[i];
        }

        string text = string.Join(", ", named);
        return named.Length == names.Count ? text : $"{text}, and {names.Count - named.Length} more";
    }

    private string[] CollectNames()
    {
        string[] names = new string[_count];
        MissingFields node = this;
        for (int i = _count - 1; i >= 0; i--)
        {
            names[i] = node._name;
            node = node._before!;
        }

        return names;
    }

    private MissingFields? Find(string type, string name)
    {
        MissingFields? previous = null;
        for (MissingFields? node = _firstNext; node is not null; previous = node, node = node._sibling)
        {
            if (node._name != name || node._type != type)
            {
                continue;
            }

            // First where it will be found at once: the next object is probably of the same type.
            if (previous is not null)
            {
                previous._sibling = node._sibling;
                node._sibling = _firstNext;
                _firstNext = node;
            }

            return node;
        }

        return null;
    }

    /// <summary>What all objects of a response lack.</summary>
    internal sealed class Tree
    {
        private readonly MissingFields _root = new(before: null, "", "");
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private readonly List<string> _names = [];

        /// <summary>Each field once, as <c>Type.field</c>. There are no more of them than the types have.</summary>
        public IReadOnlyList<string> Names => _names;

        /// <summary>The findings of an object with one field more.</summary>
        public MissingFields Add(MissingFields? fields, string type, string name)
        {
            MissingFields before = fields ?? _root;
            if (before.Find(type, name) is { } known)
            {
                return known;
            }

            // What is new in the response can only be new in the tree.
            string qualified = $"{type}.{name}";
            if (_seen.Add(qualified))
            {
                _names.Add(qualified);
            }

            return before._firstNext = new MissingFields(before, type, name) { _sibling = before._firstNext };
        }
    }
}
