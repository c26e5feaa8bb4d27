using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Encoding;

/// <summary>Makes parameters from their schemas, as plain values.</summary>
internal sealed class ParameterMaker(ParameterVariant variant)
{
    private static readonly DateTimeOffset s_time = new(2023, 9, 12, 10, 30, 15, TimeSpan.Zero);

    private int _edges;

    /// <summary>How many arms the choice with the most of them has, of those that were met.</summary>
    public int Cases { get; private set; } = 1;

    public Dictionary<string, object?> MakeBody(Shape body) =>
        (Dictionary<string, object?>)Make(body)!;

    private object? Make(Shape shape, string name = "") => shape switch
    {
        ObjectShape values => MakeObject(values),
        // A list that can be cleared says so by being empty.
        ClearableShape clearable => variant.Clear || (variant.Empty && clearable.Inner is ListShape)
            ? Cleared.Instance
            : Make(clearable.Inner),
        AnyOfShape choice => MakeAnyOf(choice),
        ListShape list => MakeList(list),
        MapShape map => MakeMap(map),
        TextShape text => MakeText(text, name),
        EnumShape known => new EnumText(PickValue(known)),
        IntegerShape => variant.Edge ? EdgeValues.Integers.Pick(_edges++) : 42L,
        Int64StringShape => new Int64String(variant.Edge ? EdgeValues.Integers.Pick(_edges++) : 42L),
        NumberShape => MakeDecimal(),
        DecimalStringShape => new DecimalText(MakeDecimal()),
        BooleanShape => !variant.Edge,
        UnixTimeShape or DateTimeShape => variant.Edge ? EdgeValues.Times.Pick(_edges++) : s_time,
        FileShape => new FileValue("café.txt", "text/plain", variant.Empty ? [] : [0, 1, 2, 13, 10, 45, 45, 255]),
        _ => throw new UnknownShapeException(shape.ToString()),
    };

    private Dictionary<string, object?> MakeObject(ObjectShape shape)
    {
        // Which of two objects without a name of their own is meant shows in what is set.
        ObjectShape unionCase = shape.Merged.Count > 0 && variant.Optional ? PickCase(shape.Merged) : shape;
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (PropertyShape property in unionCase.Properties.Where(property => variant.Optional || property.IsRequired))
        {
            values.Add(property.Name, Make(GetShape(property, shape), property.Name));
        }

        // A form has no empty objects: one that is required has to hold something to be sent at all.
        if (variant.IsPlausible && values.Count == 0 && unionCase.Properties.Count > 0)
        {
            values.Add(unionCase.Properties[0].Name, Make(unionCase.Properties[0].Shape, unionCase.Properties[0].Name));
        }

        return values;
    }

    /// <summary>The shape of a property of an arm: it can be cleared if the class can clear it.</summary>
    private static Shape GetShape(PropertyShape property, ObjectShape holder) =>
        property.Shape is not ClearableShape && holder.Properties.First(known => known.Name == property.Name).Shape is ClearableShape
            ? new ClearableShape(property.Shape)
            : property.Shape;

    private object? MakeAnyOf(AnyOfShape choice)
    {
        // An enum beside another type stands for special values; each of them is an arm.
        Func<object?>[] unionCases =
        [
            .. choice.Cases.SelectMany(unionCase => unionCase is EnumShape literals
                ? literals.Values.Select<string, Func<object?>>(value => () => new LiteralText(value))
                : [() => Make(unionCase)]),
        ];
        return PickCase(unionCases)();
    }

    private T PickCase<T>(IReadOnlyList<T> unionCases)
    {
        Cases = Math.Max(Cases, unionCases.Count);
        return unionCases[variant.Case % unionCases.Count];
    }

    private List<object?> MakeList(ListShape list)
    {
        if (variant.Empty)
        {
            return [];
        }

        List<object?> elements = [Make(list.Element), Make(list.Element)];
        if (variant.Edge && list.Element is TextShape)
        {
            elements.AddRange("", null);
        }

        return elements;
    }

    private Dictionary<string, object?> MakeMap(MapShape map)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (variant.Empty)
        {
            return values;
        }

        foreach (string key in variant.Edge ? EdgeValues.MapKeys : ["first", "second"])
        {
            values.Add(key, Make(map.Value));
        }

        if (variant.Edge && map.Value is TextShape)
        {
            values.Add("deleted", null);
        }

        return values;
    }

    private decimal MakeDecimal() => variant.Edge ? EdgeValues.Decimals.Pick(_edges++) : 12.5m;

    private string MakeText(TextShape text, string name)
    {
        string value = variant.Empty ? "" : variant.Edge ? EdgeValues.Texts.Pick(_edges++) : variant.IsPlausible ? MakePlausible(name) : "text";
        return text.MaxLength is { } most && value.Length > most ? value[..most] : value;
    }

    private static string MakePlausible(string name) => name switch
    {
        _ when name.EndsWith("url", StringComparison.Ordinal) => "https://example.com/",
        _ when name.EndsWith("email", StringComparison.Ordinal) => "jenny@example.com",
        _ when name.EndsWith("currency", StringComparison.Ordinal) => "usd",
        _ when name.EndsWith("country", StringComparison.Ordinal) => "US",
        _ => $"{name}_123",
    };

    private string PickValue(EnumShape shape) =>
        variant.Edge ? "lattice_unknown_value"
        : variant.Clear && shape.Values.Contains("") ? ""
        : shape.Values.FirstOrDefault(value => value.Length > 0, "");
}

/// <summary>A schema that this program has no check for.</summary>
internal sealed class UnknownShapeException(string reason) : Exception(reason);
