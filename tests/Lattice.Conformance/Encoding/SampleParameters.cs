using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Encoding;

/// <summary>Creates sample parameters from their schemas.</summary>
internal sealed class SampleParameters(ParameterVariant variant)
{
    private static readonly DateTimeOffset s_time = new(2023, 9, 12, 10, 30, 15, TimeSpan.Zero);

    private int _edges;

    /// <summary>The number of cases of the largest union so far.</summary>
    public int Cases { get; private set; } = 1;

    public Dictionary<string, object?> CreateBody(Shape body) =>
        (Dictionary<string, object?>)Create(body)!;

    private object? Create(Shape shape, string name = "") => shape switch
    {
        ObjectShape values => CreateObject(values),
        // An empty list clears a list that can be cleared.
        ClearableShape clearable => variant.Clear || (variant.Empty && clearable.Inner is ListShape)
            ? Cleared.Instance
            : Create(clearable.Inner),
        AnyOfShape union => CreateAnyOf(union),
        ListShape list => CreateList(list),
        MapShape map => CreateMap(map),
        TextShape text => CreateText(text, name),
        EnumShape known => new EnumValue(PickValue(known)),
        IntegerShape => variant.Edge ? EdgeValues.Integers.Pick(_edges++) : 42L,
        Int64StringShape => new Int64String(variant.Edge ? EdgeValues.Integers.Pick(_edges++) : 42L),
        NumberShape => CreateDecimal(),
        DecimalStringShape => new DecimalString(CreateDecimal()),
        BooleanShape => !variant.Edge,
        UnixTimeShape or DateTimeShape => variant.Edge ? EdgeValues.Times.Pick(_edges++) : s_time,
        FileShape => new FileValue("café.txt", "text/plain", variant.Empty ? [] : [0, 1, 2, 13, 10, 45, 45, 255]),
        _ => throw new UnknownShapeException(shape.ToString()),
    };

    private Dictionary<string, object?> CreateObject(ObjectShape shape)
    {
        // The properties that are set show which of the merged objects is meant.
        ObjectShape unionCase = shape.Merged.Count > 0 && variant.Optional ? PickCase(shape.Merged) : shape;
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (PropertyShape property in unionCase.Properties.Where(property => variant.Optional || property.IsRequired))
        {
            values.Add(property.Name, Create(GetShape(property, shape), property.Name));
        }

        // A form cannot express an empty object, so a required object needs at least one property.
        if (variant.IsPlausible && values.Count == 0 && unionCase.Properties.Count > 0)
        {
            values.Add(unionCase.Properties[0].Name, Create(unionCase.Properties[0].Shape, unionCase.Properties[0].Name));
        }

        return values;
    }

    /// <summary>Returns the shape of a property of a union case. It can be cleared if the merged class can clear it.</summary>
    private static Shape GetShape(PropertyShape property, ObjectShape owner) =>
        property.Shape is not ClearableShape && owner.Properties.First(known => known.Name == property.Name).Shape is ClearableShape
            ? new ClearableShape(property.Shape)
            : property.Shape;

    private object? CreateAnyOf(AnyOfShape union)
    {
        // An enum next to another type contains special values; each is a case.
        Func<object?>[] unionCases =
        [
            .. union.Cases.SelectMany(unionCase => unionCase is EnumShape literals
                ? literals.Values.Select<string, Func<object?>>(value => () => new ConstValue(value))
                : [() => Create(unionCase)]),
        ];
        return PickCase(unionCases)();
    }

    private T PickCase<T>(IReadOnlyList<T> unionCases)
    {
        Cases = Math.Max(Cases, unionCases.Count);
        return unionCases[variant.Case % unionCases.Count];
    }

    private List<object?> CreateList(ListShape list)
    {
        if (variant.Empty)
        {
            return [];
        }

        List<object?> elements = [Create(list.Element), Create(list.Element)];
        if (variant.Edge && list.Element is TextShape)
        {
            elements.AddRange("", null);
        }

        return elements;
    }

    private Dictionary<string, object?> CreateMap(MapShape map)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (variant.Empty)
        {
            return values;
        }

        foreach (string key in variant.Edge ? EdgeValues.MapKeys : ["first", "second"])
        {
            values.Add(key, Create(map.Value));
        }

        if (variant.Edge && map.Value is TextShape)
        {
            values.Add("deleted", null);
        }

        return values;
    }

    private decimal CreateDecimal() => variant.Edge ? EdgeValues.Decimals.Pick(_edges++) : 12.5m;

    private string CreateText(TextShape text, string name)
    {
        string value = variant.Empty ? ""
            : variant.Edge ? EdgeValues.Texts.Pick(_edges++)
            : variant.IsPlausible ? CreatePlausible(name)
            : "text";
        return text.MaxLength is { } most && value.Length > most ? value[..most] : value;
    }

    private static string CreatePlausible(string name) => name switch
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

/// <summary>Thrown for a schema without a check.</summary>
internal sealed class UnknownShapeException(string reason) : Exception(reason);
