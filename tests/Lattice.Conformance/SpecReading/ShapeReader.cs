using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

/// <summary>
/// Reads schemas into shapes. <c>anyOf</c> and objects without properties mean different things in requests and responses.
/// </summary>
internal abstract class ShapeReader(SpecDocument spec)
{
    private readonly Dictionary<string, Shape> _components = new(StringComparer.Ordinal);

    public Shape Read(JsonElement schema, string name)
    {
        if (SpecDocument.GetReference(schema) is { } component)
        {
            return ReadComponent(component);
        }

        JsonElement[] unionCases = [.. schema.Items("anyOf")];
        return unionCases.Length > 0 ? ReadAnyOf(unionCases, name) : ReadPlain(schema, name);
    }

    protected bool IsResolved(JsonElement schema) => spec.Resolve(schema) is not null;

    protected abstract Shape ReadAnyOf(IReadOnlyList<JsonElement> unionCases, string name);

    protected abstract Shape ReadObjectWithoutProperties(string name);

    protected virtual Shape ReadListElement(JsonElement schema, string name) => Read(schema, name);

    // A component has a name, so it is a separate object even without properties.
    private Shape ReadComponent(string component)
    {
        if (!_components.TryGetValue(component, out Shape? shape))
        {
            shape = spec.FindComponent(component) is not { } schema ? new UnknownShape($"'{component}' is not in the file")
                : Read(schema, component) is var read && read is FreeShape ? new ObjectShape(component, new(() => []))
                : read;
            _components.Add(component, shape);
        }

        return shape;
    }

    private Shape ReadPlain(JsonElement schema, string name) => (schema.FindText("type"), schema.FindText("format")) switch
    {
        ("string", "decimal") => new DecimalStringShape(),
        ("string", "date-time") => new DateTimeShape(),
        ("string", "int64") => new Int64StringShape(),
        ("string", "binary") => new FileShape(),
        ("string", _) => ReadString(schema, name),
        ("integer", "unix-time") => new UnixTimeShape(),
        ("integer", _) => new IntegerShape(),
        ("number", _) => new NumberShape(),
        ("boolean", _) => new BooleanShape(),
        ("array", _) when schema.Find("items") is { } items => new ListShape(ReadListElement(items, name + Secrets.Element)),
        ("object", _) => ReadObject(schema, name),
        (var type, _) => new UnknownShape($"the type '{type}'"),
    };

    private static Shape ReadString(JsonElement schema, string name)
    {
        string[] values = [.. schema.Texts("enum")];
        Secrecy secrecy = Secrets.Read(schema, name);
        return values.Length > 0 && secrecy != Secrecy.Always
            ? new EnumShape(values)
            : new TextShape(secrecy, schema.Find("maxLength")?.GetInt32());
    }

    private Shape ReadObject(JsonElement schema, string name)
    {
        if (schema.Members("properties").Any())
        {
            return new ObjectShape(name, new(() => ReadProperties(schema, name))) { Tag = ReadTag(schema) };
        }

        return schema.Find("additionalProperties") is { ValueKind: JsonValueKind.Object } values
            ? new MapShape(Read(values, name + Secrets.Element))
            : ReadObjectWithoutProperties(name);
    }

    private List<PropertyShape> ReadProperties(JsonElement schema, string name)
    {
        HashSet<string> required = [.. schema.Texts("required")];
        return
        [
            .. schema.Members("properties").Select(property => new PropertyShape(
                property.Name,
                Read(property.Value, $"{name}.{property.Name}"),
                required.Contains(property.Name),
                property.Value.HasFlag("nullable"))),
        ];
    }

    private static (string? Object, bool IsDeleted) ReadTag(JsonElement schema) => (
        schema.Find("properties", "object")?.Texts("enum").ToArray() is [var only] ? only : null,
        schema.Find("properties", "deleted") is { } deleted
            && deleted.Items("enum").ToArray() is [{ ValueKind: JsonValueKind.True }]);
}
