using System.Globalization;
using System.Text.Json;
using Lattice.Conformance.Calls;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Decoding;

/// <summary>Knows which C# type a value has by its schema, and what it is by its JSON.</summary>
internal static class ScalarComparison
{
    private const long MinUnixSeconds = -62_135_596_800;
    private const long MaxUnixSeconds = 253_402_300_799;

    /// <summary>Why the type is not what the schema asks for; <see langword="null"/> if it is.</summary>
    public static string? CheckType(Shape shape, Type type, bool isTag)
    {
        switch (shape)
        {
            // Every object says what it is; that one value needs no type.
            case EnumShape when isTag:
                return Expect(type, typeof(string));
            case EnumShape known:
                return !KnownValues.IsEnum(type) ? $"expected an open enum, got {type.Name}"
                    : KnownValues.FindUnknown(type, known.Values).ToArray() is { Length: > 0 } unknown ? $"{type.Name} has no member for \"{string.Join("\", \"", unknown)}\""
                    : null;
            case TextShape text:
                return text.Secrecy == Secrecy.ByOwner && type == typeof(SecretString) ? null
                    : Expect(type, text.Secrecy == Secrecy.Always ? typeof(SecretString) : typeof(string));
            case IntegerShape or Int64StringShape:
                return Expect(type, typeof(long));
            case NumberShape or DecimalStringShape:
                return Expect(type, typeof(decimal));
            case BooleanShape:
                return Expect(type, typeof(bool));
            case UnixTimeShape or DateTimeShape:
                return Expect(type, typeof(DateTimeOffset));
            case FreeShape:
                return Expect(type, typeof(JsonElement));
            default:
                return null;
        }
    }

    /// <summary>Whether the JSON is a value of the schema that its C# type can hold; else it is kept among the extra fields.</summary>
    public static bool Fits(Shape shape, JsonElement json) => shape switch
    {
        TextShape or EnumShape => json.ValueKind == JsonValueKind.String,
        IntegerShape => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _),
        UnixTimeShape => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out long seconds) && seconds is >= MinUnixSeconds and <= MaxUnixSeconds,
        NumberShape => json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out _),
        Int64StringShape => json.ValueKind == JsonValueKind.String && long.TryParse(json.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        DecimalStringShape => json.ValueKind == JsonValueKind.String && decimal.TryParse(json.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        DateTimeShape => json.ValueKind == JsonValueKind.String && json.TryGetDateTimeOffset(out _),
        BooleanShape => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        // Of their elements, those alone are kept aside that do not fit.
        ListShape => json.ValueKind == JsonValueKind.Array,
        ObjectShape or UnionShape or MapShape => json.ValueKind == JsonValueKind.Object,
        ExpandableShape => json.ValueKind is JsonValueKind.Object or JsonValueKind.String,
        _ => true,
    };

    /// <summary>Whether a value, which fits, came out as what the JSON says.</summary>
    public static bool IsEqual(Shape shape, JsonElement json, object? value) => (shape, value) switch
    {
        (FreeShape, JsonElement free) => JsonElement.DeepEquals(free, json),
        (UnixTimeShape, DateTimeOffset time) => time.Offset == TimeSpan.Zero && time == DateTimeOffset.FromUnixTimeSeconds(json.GetInt64()),
        (DateTimeShape, DateTimeOffset time) => time.Offset == TimeSpan.Zero && time == json.GetDateTimeOffset(),
        (Int64StringShape, long number) => number == long.Parse(json.GetString()!, CultureInfo.InvariantCulture),
        (DecimalStringShape, decimal number) => IsSameDecimal(number, decimal.Parse(json.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)),
        (_, long number) => number == json.GetInt64(),
        (_, decimal number) => IsSameDecimal(number, json.GetDecimal()),
        (_, bool flag) => flag == json.GetBoolean(),
        (_, string text) => text == json.GetString(),
        (_, SecretString secret) => secret.HasValue && secret.Reveal() == json.GetString(),
        (_, not null) when KnownValues.IsEnum(value.GetType()) => KnownValues.GetText(value) == json.GetString(),
        _ => false,
    };

    /// <summary>Whether a value is the one of an absent required property.</summary>
    public static bool IsEmpty(object? value) => value switch
    {
        null => false,
        string text => text.Length == 0,
        System.Collections.IEnumerable items => !items.Cast<object>().Any(),
        SecretString secret => !secret.HasValue,
        StripeObject => true,
        _ when KnownValues.IsEnum(value.GetType()) => KnownValues.GetText(value).Length == 0,
        _ => value.Equals(Activator.CreateInstance(value.GetType())),
    };

    // 1.0 and 1.00 are the same number and not the same amount of digits.
    private static bool IsSameDecimal(decimal left, decimal right) => left == right && left.Scale == right.Scale;

    private static string? Expect(Type type, Type expected) => type == expected ? null : $"expected {expected.Name}, got {type.Name}";
}
