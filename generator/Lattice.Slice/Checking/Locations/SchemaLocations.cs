using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Checking.Locations;

/// <summary>
/// Where a document says what a C# type is made of: the schema itself and what it leads to without a property in
/// between, through <c>$ref</c>, <c>anyOf</c>, <c>items</c> and <c>additionalProperties</c>. A class may be made of several schemas.
/// </summary>
internal sealed class SchemaLocations
{
    private readonly List<SpecSchema> _schemas = [];
    private readonly HashSet<SpecSchema> _seen = [];

    private SchemaLocations(IEnumerable<SpecSchema> schemas)
    {
        foreach (SpecSchema schema in schemas)
        {
            Pointer ??= schema.Node.Pointer.ToString();
            Collect(schema);
        }
    }

    /// <summary>The location to name for the value as a whole.</summary>
    public string Pointer { get; } = null!;

    /// <summary>The locations of the schemas, without those that are references.</summary>
    public IEnumerable<string> Pointers => _schemas.Select(schema => schema.Node.Pointer.ToString());

    public static SchemaLocations At(SpecSchema schema) => new([schema]);

    /// <summary>The places that say what the property is, or <see langword="null"/> if there are none.</summary>
    public SchemaLocations? FindProperty(string name)
    {
        List<SpecSchema> found = [.. _schemas.Select(schema => schema.FindProperty(name)).OfType<SpecSchema>()];
        return found.Count == 0 ? null : new SchemaLocations(found);
    }

    /// <summary>The location of a value of an enum, or <see langword="null"/> if no enum here has it.</summary>
    public string? FindEnumValuePointer(string value) => _schemas
        .SelectMany(schema => schema.Find("const") is { } constant ? [constant] : schema.Find("enum")?.Items ?? [])
        .FirstOrDefault(item => item.ToText() == value)?.Pointer.ToString();

    /// <summary>The location of a value of an enum; that of the whole if it cannot be found.</summary>
    public string GetEnumValuePointer(string value) => FindEnumValuePointer(value) ?? Pointer;

    /// <summary>Those of the schema for objects that say so of themselves; these here if there is none.</summary>
    public SchemaLocations GetObject(string name, bool isDeleted) => _schemas
        .Where(schema => HasConst(schema, "object", name) && HasConst(schema, "deleted", "true") == isDeleted)
        .Select(schema => new SchemaLocations([schema]))
        .FirstOrDefault(this);

    /// <summary>What the first schema that has the keyword says by it; <see langword="null"/> if none has.</summary>
    public string? FindText(string keyword) =>
        _schemas.Select(schema => schema.Find(keyword)).OfType<JsonValue>().FirstOrDefault()?.ToText();

    private static bool HasConst(SpecSchema schema, string property, string value) =>
        schema.FindProperty(property)?.EnumValues.Contains(value) == true;

    private void Collect(SpecSchema schema)
    {
        if (!_seen.Add(schema))
        {
            return;
        }

        if (schema.Reference is not null)
        {
            if (schema.Target is { } target)
            {
                Collect(target);
            }

            return;
        }

        _schemas.Add(schema);
        IEnumerable<SpecSchema?> parts = [.. schema.AnyOf, schema.Items, schema.AdditionalProperties, GetPage(schema)];
        foreach (SpecSchema part in parts.OfType<SpecSchema>())
        {
            Collect(part);
        }
    }

    /// <summary>The elements of a page of a list, which C# has without the page's own fields.</summary>
    private static SpecSchema? GetPage(SpecSchema schema)
    {
        bool isPage = schema.FindProperty("has_more") is not null && schema.FindProperty("object") is not null;
        return isPage ? schema.FindProperty("data") : null;
    }
}
