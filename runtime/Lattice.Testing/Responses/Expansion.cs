using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>
/// The fields that a request expands (<c>expand</c>): the names of an object's fields, and below each of them those of the expanded
/// object. Source: "Expanding responses" in Stripe's API reference.
/// </summary>
internal sealed class Expansion
{
    private const string Parameter = "expand";

    /// <summary>No fields.</summary>
    public static Expansion None { get; } = new();

    private readonly Dictionary<string, Expansion> _fields = new(StringComparer.Ordinal);

    private Expansion()
    {
    }

    public Expansion? Find(string field) => _fields.GetValueOrDefault(field);

    /// <param name="sent">Valid parameters.</param>
    public static Expansion Of(ParameterNode sent)
    {
        var root = new Expansion();
        foreach (string path in PathsOf(sent))
        {
            Expansion below = root;
            foreach (string field in path.Split('.'))
            {
                below = below.FindOrAdd(field);
            }
        }

        return root;
    }

    /// <summary>The paths as they were sent, such as <c>latest_charge.customer</c>.</summary>
    public static IEnumerable<string> PathsOf(ParameterNode sent)
        => sent.Find(Parameter) is { IsList: true } paths ? paths.Elements.Select(path => path.Value).OfType<string>() : [];

    /// <summary>The case of an expandable field that an id is of; null if the slice does not have it.</summary>
    public static Schema? FindResource(Schema union, string id)
    {
        if (!union.Cases.Any(unionCase => unionCase is { Kind: SchemaKind.String, Values.Count: 0 }))
        {
            return null;
        }

        Schema[] resources =
        [
            .. union.Cases.SelectMany(CasesOf).Where(unionCase => unionCase.Component is not null && unionCase.Find("id") is not null),
        ];
        return FindCase(resources, id) ?? (resources is [var first, ..] ? first : null);
    }

    /// <summary>The one of several resources that an id is of by its prefix; null if it is of none.</summary>
    public static Schema? FindCase(IEnumerable<Schema> resources, string id)
        => resources.FirstOrDefault(resource => resource.Resource is { } name
            && id.StartsWith(IdPrefixes.For(name) + "_", StringComparison.Ordinal));

    private static IEnumerable<Schema> CasesOf(Schema schema)
        => schema.Kind == SchemaKind.Union ? schema.Cases.SelectMany(CasesOf) : [schema];

    private Expansion FindOrAdd(string field)
    {
        if (!_fields.TryGetValue(field, out Expansion? below))
        {
            _fields.Add(field, below = new Expansion());
        }

        return below;
    }
}
