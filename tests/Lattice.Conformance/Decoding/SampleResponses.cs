using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Decoding;

/// <summary>Creates sample responses from their schemas.</summary>
/// <param name="variant">Determines which values the samples have.</param>
/// <param name="expanded">
/// The objects that were expanded before, in any response. An expanded object has expandable properties itself. Expanding each object only
/// once covers every schema and ends.
/// </param>
internal sealed class SampleResponses(ResponseVariant variant, HashSet<string> expanded)
{
    private const long Time = 1_694_514_615;

    // Objects can contain each other. An object inside itself has only its required properties.
    private readonly Stack<ObjectShape> _open = new();
    private int _expansions;
    private int _edges;

    /// <summary>The number of cases of the largest union so far.</summary>
    public int Cases { get; private set; } = 1;

    public JsonNode? Create(Shape shape) => shape switch
    {
        ObjectShape values => CreateObject(values),
        UnionShape union => CreateUnion(union),
        ExpandableShape expandable => CreateExpandable(expandable),
        ListShape list => new JsonArray(Create(list.Element), Create(list.Element)),
        MapShape map => CreateMap(map),
        TextShape text => CreateText(text),
        EnumShape known => variant.Unknown ? "lattice_unknown_value" : known.Values[^1],
        IntegerShape => CreateInteger(),
        Int64StringShape => variant.TooLarge ? "9223372036854775808" : PickInteger().ToString(CultureInfo.InvariantCulture),
        NumberShape => variant.TooLarge ? JsonNode.Parse("1e40") : PickDecimal(),
        DecimalStringShape => variant.TooLarge ? "1" + new string('0', 40) : PickDecimal().ToString(CultureInfo.InvariantCulture),
        BooleanShape => true,
        UnixTimeShape => variant.TooLarge ? 999_999_999_999_999L : variant.Edge ? 4_102_444_800L + _edges++ : Time,
        DateTimeShape => variant.Edge ? "2100-01-01T00:00:00.123456Z" : "2023-09-12T10:30:15.000Z",
        FreeShape => new JsonObject { ["anything"] = new JsonArray(1, "two", null) },
        _ => throw new UnknownShapeException(shape.ToString()),
    };

    private JsonObject CreateObject(ObjectShape shape)
    {
        ObjectShape unionCase = shape.Merged.Count > 0 ? PickCase(shape.Merged) : shape;
        bool isInside = _open.Contains(shape);
        bool isRoot = _open.Count == 0;
        _open.Push(shape);
        var json = new JsonObject();
        foreach (PropertyShape property in unionCase.Properties)
        {
            if (IsTag(unionCase, property))
            {
                // Without it, the object cannot be identified.
                json.Add(property.Name, CreateTag(unionCase, property));
            }
            else if (Applies(variant.Holes, property, isRoot))
            {
                if (variant.NullHoles)
                {
                    json.Add(property.Name, null);
                }
            }
            else if (property.IsRequired || (variant.Optional && !isInside))
            {
                json.Add(property.Name, CreateValue(property, isInside, Applies(variant.Wrong, property, isRoot)));
            }
        }

        if (variant.Unknown)
        {
            json.Add("lattice_unknown", new JsonObject { ["é"] = new JsonArray(1, null) });
        }

        _open.Pop();
        return json;
    }

    private JsonNode? CreateValue(PropertyShape property, bool isInside, bool isWrong) =>
        isWrong ? CreateWrong(property.Shape)
        : property.IsNullable && (variant.Null || isInside) ? null
        : Create(property.Shape);

    private static bool Applies(Location location, PropertyShape property, bool isRoot) => location switch
    {
        Location.Root => isRoot,
        Location.Inside => IsPlain(property.Shape),
        _ => false,
    };

    private static bool IsPlain(Shape shape) => shape is not (ObjectShape or UnionShape or ExpandableShape or ListShape or MapShape);

    private static JsonNode CreateWrong(Shape shape) =>
        IsPlain(shape) ? new JsonObject { ["wrong"] = new JsonArray(1, null) } : JsonValue.Create(7);

    private static bool IsTag(ObjectShape shape, PropertyShape property) =>
        shape.Tag.Object is not null && (property.Name == "object" || (shape.Tag.IsDeleted && property.Name == "deleted"));

    private static JsonNode CreateTag(ObjectShape shape, PropertyShape property) =>
        property.Name == "deleted" ? true : shape.Tag.Object!;

    private JsonObject CreateUnion(UnionShape union) => variant.Strange
        ? new JsonObject { ["id"] = "strange_1", ["object"] = "lattice_strange" }
        : CreateObject(PickCase(union.Cases));

    private JsonNode CreateExpandable(ExpandableShape expandable)
    {
        // Picking a case counts the cases, so it is done for ids too.
        ObjectShape? target = expandable.Target switch
        {
            UnionShape union => PickCase(union.Cases),
            ObjectShape only => only,
            _ => null,
        };
        if (!variant.Expand || target is null || !(IsNew(expandable.Target, target) || _expansions == 0))
        {
            return variant.Edge ? "id_\u00e9\ud83d\ude42" : "id_123";
        }

        _expansions++;
        JsonNode json = variant.Strange ? CreateUnion(new UnionShape(target.Name, [target])) : CreateObject(target);
        _expansions--;
        return json;
    }

    // Each variant expands on its own.
    private bool IsNew(Shape shape, ObjectShape target) =>
        expanded.Add($"{variant.Holes} {variant.NullHoles} {(shape as UnionShape)?.Name} {target.Name}");

    private JsonObject CreateMap(MapShape map) => new(
        (variant.Edge ? EdgeValues.MapKeys : ["first", "second"]).Select(key => KeyValuePair.Create(key, Create(map.Value))));

    // A lone surrogate cannot be encoded as UTF-8, so a response cannot contain one.
    private string CreateText(TextShape text)
    {
        string value = variant.Edge ? EdgeValues.Texts.Pick(_edges++).Replace('\uD800', ' ') : "text";
        return text.MaxLength is { } most && value.Length > most ? value[..most] : value;
    }

    private JsonNode CreateInteger() =>
        variant.TooLarge ? JsonNode.Parse("9223372036854775808")! : PickInteger();

    private long PickInteger() => variant.Edge ? EdgeValues.Integers.Pick(_edges++) : 42L;

    private decimal PickDecimal() => variant.Edge ? EdgeValues.Decimals.Pick(_edges++) : 12.5m;

    private T PickCase<T>(IReadOnlyList<T> unionCases)
    {
        Cases = Math.Max(Cases, unionCases.Count);
        return unionCases[variant.Case % unionCases.Count];
    }
}
