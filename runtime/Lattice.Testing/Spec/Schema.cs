namespace Lattice.Stripe.Testing.Spec;

/// <summary>The type of a value.</summary>
internal enum SchemaKind
{
    /// <summary>The slice allows any value.</summary>
    Any,
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,

    /// <summary>One of several subschemas (<c>anyOf</c>).</summary>
    Union,
}

/// <summary>
/// The part of an OpenAPI schema that the stand-in uses, with references resolved. A schema may contain itself, so
/// <see cref="SliceSchemaReader"/> creates it first and fills it once afterwards.
/// </summary>
internal sealed class Schema
{
    private readonly Dictionary<string, Property> _byName = new(StringComparer.Ordinal);

    public SchemaKind Kind { get; set; }

    /// <summary>The name of the component; null for an inline schema.</summary>
    public string? Component { get; init; }

    /// <summary>The resource that the schema describes (<c>x-resourceId</c>; otherwise, the component's name).</summary>
    public string? Resource { get; set; }

    /// <summary>The resources that the value may be the id of (<c>x-expansionResources</c>), even if the slice lacks them.</summary>
    public IReadOnlyList<string> Expansions { get; set; } = [];

    public string? Format { get; set; }

    public bool Nullable { get; set; }

    /// <summary>Whether the value is a secret string.</summary>
    public bool IsSecret { get; set; }

    public int? MaxLength { get; set; }

    /// <summary>The values of <c>enum</c>; empty if absent.</summary>
    public IReadOnlyList<string> Values { get; set; } = [];

    /// <summary>Whether Stripe may accept or return values that are not in <see cref="Values"/> (<c>x-stripeBypassValidation</c>).</summary>
    public bool IsOpen { get; set; }

    /// <summary>The resource that the value is the id of, the first of several; null if it is not an id.</summary>
    public string? ReferencedResource
        => Expansions is [var first, ..] ? first : Cases.FirstOrDefault(unionCase => unionCase.Resource is not null)?.Resource;

    /// <summary>The subschemas of a union.</summary>
    public IReadOnlyList<Schema> Cases { get; set; } = [];

    /// <summary>The case of a generated value: the id, for a union of an id and its resource; otherwise, the first case.</summary>
    public Schema DefaultCase
        => Cases.FirstOrDefault(unionCase => unionCase.Kind is not (SchemaKind.Object or SchemaKind.Union)) ?? Cases[0];

    /// <summary>The elements of an array.</summary>
    public Schema? Items { get; set; }

    /// <summary>
    /// The values of an object under names that are not properties: the values of a map, or any value if the schema lists no
    /// properties; null if no other names are allowed.
    /// </summary>
    public Schema? MapValues { get; set; }

    /// <summary>An object's properties in the slice's order.</summary>
    public IReadOnlyList<Property> Properties { get; private set; } = [];

    /// <summary>The required properties by name, so that missing ones are reported in a stable order.</summary>
    public IReadOnlyList<Property> RequiredProperties { get; private set; } = [];

    public bool IsTime => (Kind, Format) is (SchemaKind.Integer, "unix-time") or (SchemaKind.String, "date-time");

    public bool IsFile => Kind == SchemaKind.String && Format == "binary";

    /// <summary>
    /// Whether an empty value may be sent, which clears the stored one. An object without properties is no exception: clients leave
    /// it out of a form, and Stripe does not declare that it can be cleared.
    /// </summary>
    public bool AllowsEmpty
        => Kind == SchemaKind.Any
        || (Kind == SchemaKind.Object && Properties.Count == 0 && MapValues is { Kind: SchemaKind.Any })
        || Values.Contains("")
        || Cases.Any(unionCase => unionCase.AllowsEmpty);

    public Property? Find(string name) => _byName.GetValueOrDefault(name);

    public void SetProperties(IReadOnlyList<Property> properties)
    {
        Properties = properties;
        RequiredProperties = [.. properties.Where(p => p.Required).OrderBy(p => p.Name, StringComparer.Ordinal)];
        foreach (Property property in properties)
        {
            _byName[property.Name] = property;
        }
    }
}

/// <summary>A property of an object.</summary>
internal sealed record Property(string Name, Schema Schema, bool Required);
