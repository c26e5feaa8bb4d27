using System.Text.Json.Nodes;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Decoding;

/// <summary>Makes answers from their schemas.</summary>
/// <param name="variant">In which way.</param>
/// <param name="expanded">
/// The objects that expanding has led to before, in whatever answer. What is expanded has expandable properties as
/// well; following those that are new leads to every schema once without ever coming to an end of it twice.
/// </param>
internal sealed class InstanceMaker(InstanceVariant variant, HashSet<string> expanded)
{
    private const long Time = 1_694_514_615;

    // Objects that contain each other: inside of itself an object has only what it must have.
    private readonly Stack<ObjectShape> _open = new();
    private int _expansions;
    private int _edges;

    /// <summary>How many arms the union with the most of them has, of those that were met.</summary>
    public int Cases { get; private set; } = 1;

    public JsonNode? Make(Shape shape) => shape switch
    {
        ObjectShape values => MakeObject(values),
        UnionShape union => MakeUnion(union),
        ExpandableShape expandable => MakeExpandable(expandable),
        ListShape list => new JsonArray(Make(list.Element), Make(list.Element)),
        MapShape map => MakeMap(map),
        TextShape text => MakeText(text),
        EnumShape known => variant.Unknown ? "lattice_unknown_value" : known.Values[^1],
        IntegerShape => MakeInteger(),
        Int64StringShape => variant.TooLarge ? "9223372036854775808" : (variant.Edge ? EdgeValues.Integers.Pick(_edges++) : 42L).ToString(null as IFormatProvider),
        NumberShape => variant.TooLarge ? JsonNode.Parse("1e40") : variant.Edge ? EdgeValues.Decimals.Pick(_edges++) : 12.5m,
        DecimalStringShape => variant.TooLarge ? "1" + new string('0', 40) : (variant.Edge ? EdgeValues.Decimals.Pick(_edges++) : 12.5m).ToString(System.Globalization.CultureInfo.InvariantCulture),
        BooleanShape => true,
        UnixTimeShape => variant.TooLarge ? 999_999_999_999_999L : variant.Edge ? 4_102_444_800L + _edges++ : Time,
        DateTimeShape => variant.Edge ? "2100-01-01T00:00:00.123456Z" : "2023-09-12T10:30:15.000Z",
        FreeShape => new JsonObject { ["anything"] = new JsonArray(1, "two", null) },
        _ => throw new UnknownShapeException(shape.ToString()),
    };

    private JsonObject MakeObject(ObjectShape shape)
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
                // Without it nobody can tell what the object is.
                json.Add(property.Name, MakeTag(unionCase, property));
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
                json.Add(property.Name, MakeValue(property, isInside, Applies(variant.Wrong, property, isRoot)));
            }
        }

        if (variant.Unknown)
        {
            json.Add("lattice_unknown", new JsonObject { ["é"] = new JsonArray(1, null) });
        }

        _open.Pop();
        return json;
    }

    private JsonNode? MakeValue(PropertyShape property, bool isInside, bool isWrong) =>
        isWrong ? MakeWrong(property.Shape)
        : property.IsNullable && (variant.Null || isInside) ? null
        : Make(property.Shape);

    private static bool Applies(Location location, PropertyShape property, bool isRoot) => location switch
    {
        Location.Root => isRoot,
        Location.Inside => IsPlain(property.Shape),
        _ => false,
    };

    private static bool IsPlain(Shape shape) => shape is not (ObjectShape or UnionShape or ExpandableShape or ListShape or MapShape);

    private static JsonNode MakeWrong(Shape shape) =>
        IsPlain(shape) ? new JsonObject { ["wrong"] = new JsonArray(1, null) } : JsonValue.Create(7);

    private static bool IsTag(ObjectShape shape, PropertyShape property) =>
        shape.Tag.Object is not null && (property.Name == "object" || (shape.Tag.IsDeleted && property.Name == "deleted"));

    private static JsonNode MakeTag(ObjectShape shape, PropertyShape property) =>
        property.Name == "deleted" ? true : shape.Tag.Object!;

    private JsonObject MakeUnion(UnionShape union) => variant.Strange
        ? new JsonObject { ["id"] = "strange_1", ["object"] = "lattice_strange" }
        : MakeObject(PickCase(union.Cases));

    private JsonNode MakeExpandable(ExpandableShape expandable)
    {
        // Making an arm is what finds out how many there are, so that is counted for ids as well.
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
        JsonNode json = variant.Strange ? MakeUnion(new UnionShape(target.Name, [target])) : MakeObject(target);
        _expansions--;
        return json;
    }

    // Expanding for one purpose does nothing for another.
    private bool IsNew(Shape shape, ObjectShape target) =>
        expanded.Add($"{variant.Holes} {variant.NullHoles} {(shape as UnionShape)?.Name} {target.Name}");

    private JsonObject MakeMap(MapShape map) => new(
        (variant.Edge ? EdgeValues.MapKeys : ["first", "second"]).Select(key => KeyValuePair.Create(key, Make(map.Value))));

    // A lone surrogate is no text: no UTF-8 can carry it, so a response has none.
    private string MakeText(TextShape text)
    {
        string value = variant.Edge ? EdgeValues.Texts.Pick(_edges++).Replace('\uD800', ' ') : "text";
        return text.MaxLength is { } most && value.Length > most ? value[..most] : value;
    }

    private JsonNode MakeInteger() =>
        variant.TooLarge ? JsonNode.Parse("9223372036854775808")! : variant.Edge ? EdgeValues.Integers.Pick(_edges++) : 42L;

    private T PickCase<T>(IReadOnlyList<T> unionCases)
    {
        Cases = Math.Max(Cases, unionCases.Count);
        return unionCases[variant.Case % unionCases.Count];
    }
}
