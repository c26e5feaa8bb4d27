namespace Lattice.Slice.Checking.Places;

/// <summary>
/// Where a specification says what a C# type is made of: the schema itself and what it leads to without a property in
/// between, through <c>$ref</c>, <c>anyOf</c>, <c>items</c> and <c>additionalProperties</c>. A class may be made of several schemas.
/// </summary>
internal sealed class SchemaPlaces
{
    private readonly SchemaPlace _root;
    private readonly List<SchemaPlace> _schemas = [];

    private SchemaPlaces(SchemaPlace root, IEnumerable<SchemaPlace> schemas)
    {
        _root = root;
        foreach (SchemaPlace schema in schemas)
        {
            Collect(schema);
        }
    }

    /// <summary>The place to name for the value as a whole.</summary>
    public string Pointer => _schemas[0].Pointer;

    /// <param name="root">The specification, in which references are looked up.</param>
    public static SchemaPlaces At(SchemaPlace root, SchemaPlace schema) => new(root, [schema]);

    /// <summary>The places that say what the property is, or <see langword="null"/> if there are none.</summary>
    public SchemaPlaces? FindProperty(string name)
    {
        List<SchemaPlace> found = [.. _schemas.Select(schema => schema.Find("properties", name)).OfType<SchemaPlace>()];
        return found.Count == 0 ? null : new SchemaPlaces(_root, found);
    }

    /// <summary>The place of a value of an enum, or <see langword="null"/> if no enum here has it.</summary>
    public string? FindEnumValuePointer(string value) => _schemas
        .SelectMany(schema => schema.Find("enum")?.GetElements() ?? [])
        .Where(element => element.GetText() == value)
        .Select(element => element.Pointer)
        .FirstOrDefault();

    /// <summary>The place of a value of an enum; that of the whole if it cannot be found.</summary>
    public string GetEnumValuePointer(string value) => FindEnumValuePointer(value) ?? Pointer;

    /// <summary>Those of the schema for objects that say so of themselves; these here if there is none.</summary>
    public SchemaPlaces GetObject(string name, bool isDeleted) => _schemas
        .Where(schema => HasLiteral(schema, "object", name) && HasLiteral(schema, "deleted", "true") == isDeleted)
        .Select(schema => new SchemaPlaces(_root, [schema]))
        .FirstOrDefault(this);

    /// <summary>What the first schema that has the member says by it; <see langword="null"/> if none has.</summary>
    public string? FindText(string member) => _schemas
        .Select(schema => schema.Find(member)).OfType<SchemaPlace>()
        .Select(place => place.GetText())
        .FirstOrDefault();

    private static bool HasLiteral(SchemaPlace schema, string property, string value) =>
        schema.Find("properties", property, "enum")?.GetElements().Any(element => element.GetText() == value) == true;

    private void Collect(SchemaPlace schema)
    {
        if (_schemas.Exists(known => known.Pointer == schema.Pointer))
        {
            return;
        }

        _schemas.Add(schema);
        if (schema.Find("$ref") is { } reference && Resolve(reference.GetText()) is { } component)
        {
            Collect(component);
        }

        IEnumerable<SchemaPlace> arms = schema.Find("anyOf")?.GetElements() ?? [];
        IEnumerable<SchemaPlace?> parts = [schema.Find("items"), schema.Find("additionalProperties"), GetPage(schema)];
        foreach (SchemaPlace part in arms.Concat(parts.OfType<SchemaPlace>()))
        {
            Collect(part);
        }
    }

    /// <summary>The elements of a page of a list, which C# has without the page's own fields.</summary>
    private static SchemaPlace? GetPage(SchemaPlace schema)
    {
        bool isPage = schema.Find("properties", "has_more") is not null && schema.Find("properties", "object") is not null;
        return isPage ? schema.Find("properties", "data") : null;
    }

    private SchemaPlace? Resolve(string reference)
    {
        const string Components = "#/components/schemas/";
        return reference.StartsWith(Components, StringComparison.Ordinal)
            ? _root.Find("components", "schemas", reference[Components.Length..])
            : null;
    }
}
