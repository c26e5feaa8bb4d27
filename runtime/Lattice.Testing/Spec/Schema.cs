namespace Lattice.Stripe.Testing.Spec;

/// <summary>What a value is.</summary>
internal enum SchemaKind
{
    /// <summary>The slice says nothing about it.</summary>
    Any,
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,

    /// <summary>One of several arms (<c>anyOf</c>).</summary>
    Union,
}

/// <summary>
/// The part of an OpenAPI schema that the stand-in works with, references resolved. A schema may contain itself, which
/// is why it is made first and filled afterwards, once, by <see cref="SchemaReader"/>.
/// </summary>
internal sealed class Schema
{
    private readonly Dictionary<string, Property> _byName = new(StringComparer.Ordinal);

    public SchemaKind Kind { get; set; }

    /// <summary>The component that this is, where it is one; an inline schema has none.</summary>
    public string? Component { get; init; }

    /// <summary>The resource that this is (<c>x-resourceId</c>, else the component's name).</summary>
    public string? Resource { get; set; }

    /// <summary>The resources that it may be the id of (<c>x-expansionResources</c>), whether or not the slice holds them.</summary>
    public IReadOnlyList<string> Expansions { get; set; } = [];

    public string? Format { get; set; }

    public bool Nullable { get; set; }

    public int? MaxLength { get; set; }

    /// <summary>The texts of <c>enum</c>; empty when there is none.</summary>
    public IReadOnlyList<string> Values { get; set; } = [];

    /// <summary>Whether <see cref="Values"/> is not the whole list (<c>x-stripeBypassValidation</c>).</summary>
    public bool TakesUnknownValues { get; set; }

    /// <summary>The resource that an id here is of, where it is one; of several the first.</summary>
    public string? ReferencedResource
        => Expansions is [var first, ..] ? first : Cases.FirstOrDefault(unionCase => unionCase.Resource is not null)?.Resource;

    /// <summary>The arms of a union.</summary>
    public IReadOnlyList<Schema> Cases { get; set; } = [];

    /// <summary>What an array holds.</summary>
    public Schema? Items { get; set; }

    /// <summary>
    /// What an object holds under names that are not its properties': the values of a map, anything in an object that
    /// says nothing about its properties, and null where there are no such names.
    /// </summary>
    public Schema? MapValues { get; set; }

    /// <summary>An object's properties in the slice's order.</summary>
    public IReadOnlyList<Property> Properties { get; private set; } = [];

    /// <summary>The required ones by name: the order in which what is missing is reported has to be stable.</summary>
    public IReadOnlyList<Property> RequiredProperties { get; private set; } = [];

    public bool IsTime => (Kind, Format) is (SchemaKind.Integer, "unix-time") or (SchemaKind.String, "date-time");

    public bool IsFile => Kind == SchemaKind.String && Format == "binary";

    /// <summary>
    /// Whether an empty value may be sent. It clears what is clearable, and a form has no other way to send an object
    /// that has no properties.
    /// </summary>
    public bool AllowsEmpty
        => Kind == SchemaKind.Any
        || (Kind == SchemaKind.Object && Properties.Count == 0 && MapValues is null or { Kind: SchemaKind.Any })
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
internal sealed record Property(string Name, Schema Schema, bool Required)
{
    /// <summary>
    /// The name in C# that the slice prescribes (<c>x-lattice-name</c>); one on what the property refers to is that of its class.
    /// </summary>
    public string? ClrName { get; init; }
}
