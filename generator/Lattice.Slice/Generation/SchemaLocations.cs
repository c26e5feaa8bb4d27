using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Generation;

/// <summary>
/// The locations of the schemas of a C# type in a document: the schema itself, and those that it refers to through <c>$ref</c>,
/// <c>anyOf</c>, <c>items</c> and <c>additionalProperties</c>. A class may have several schemas.
/// </summary>
internal sealed class SchemaLocations
{
    private readonly List<SpecSchema> _schemas = [];
    private readonly HashSet<SpecSchema> _seen = [];

    private SchemaLocations(IEnumerable<SpecSchema> schemas)
    {
        List<SpecSchema> own = [.. schemas];
        OwnPointers = [.. own.Select(schema => schema.Node.Pointer.ToString())];
        own.ForEach(Collect);
    }

    /// <summary>The location of the type as a whole.</summary>
    public string Pointer => OwnPointers[0];

    /// <summary>The locations of the type as a whole in each of the schemas that are merged into its owner.</summary>
    public IReadOnlyList<string> OwnPointers { get; }

    /// <summary>The locations of the schemas that are not references.</summary>
    public IEnumerable<string> Pointers => _schemas.Select(schema => schema.Node.Pointer.ToString());

    /// <summary>
    /// The component that is the type itself, or the only one that it refers to; otherwise <see langword="null"/>. The cases of a
    /// union have locations of their own.
    /// </summary>
    public SpecSchema? Component
    {
        get
        {
            List<SpecSchema> components = [.. _schemas.Where(schema => schema.Node.Pointer.Segments is ["components", "schemas", _])];
            return components.Count == 1 || (components.Count > 1 && components[0] == _schemas[0]) ? components[0] : null;
        }
    }

    /// <summary>The locations of the schemas that are strings with any value, which can be secrets.</summary>
    public IEnumerable<string> StringPointers => _schemas
        .Where(schema => schema.Has(SchemaTypes.String) && schema.EnumValues.Count == 0 && !schema.IsCombined)
        .Select(schema => schema.Node.Pointer.ToString());

    public static SchemaLocations At(SpecSchema schema) => new([schema]);

    /// <summary>The locations of a property, or <see langword="null"/> if there are none.</summary>
    public SchemaLocations? FindProperty(string name)
    {
        List<SpecSchema> found = [.. _schemas.Select(schema => schema.FindProperty(name)).OfType<SpecSchema>()];
        return found.Count == 0 ? null : new SchemaLocations(found);
    }

    /// <summary>The location of a value of an enum, or <see langword="null"/> if no enum here has it.</summary>
    public string? FindEnumValuePointer(string value) => _schemas
        .SelectMany(schema => schema.Find("const") is { } constant ? [constant] : schema.Find("enum")?.Items ?? [])
        .FirstOrDefault(item => item.ToText() == value)?.Pointer.ToString();

    /// <summary>The location of a value of an enum; the location of the type if it is not found.</summary>
    public string GetEnumValuePointer(string value) => FindEnumValuePointer(value) ?? Pointer;

    /// <summary>The locations of the schema for objects with this value of <c>object</c>; these locations if absent.</summary>
    public SchemaLocations GetObject(string name, bool isDeleted) => _schemas
        .Where(schema => HasConst(schema, "object", name) && HasConst(schema, "deleted", "true") == isDeleted)
        .Select(schema => new SchemaLocations([schema]))
        .FirstOrDefault(this);

    /// <summary>The value of a keyword in the first schema that has it; <see langword="null"/> if none has.</summary>
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

    /// <summary>The elements of a list page; C# has no properties for the other fields of the page.</summary>
    private static SpecSchema? GetPage(SpecSchema schema)
    {
        bool isPage = schema.FindProperty("has_more") is not null && schema.FindProperty("object") is not null;
        return isPage ? schema.FindProperty("data") : null;
    }
}
