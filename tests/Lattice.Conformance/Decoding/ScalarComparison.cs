using System.Globalization;
using System.Text.Json;
using Lattice.Conformance.Calls;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Decoding;

/// <summary>Compares a scalar with its schema (the C# type) and with its JSON (the value).</summary>
internal static class ScalarComparison
{
    private const long MinUnixSeconds = -62_135_596_800;
    private const long MaxUnixSeconds = 253_402_300_799;

    /// <summary>Returns why the C# type does not match the schema, or <see langword="null"/> if it does.</summary>
    public static string? CheckType(Shape shape, Type type, bool isTag)
    {
        switch (shape)
        {
            // The "object" property has one constant value, which is a string.
            case EnumShape when isTag:
                return Expect(type, typeof(string));
            case EnumShape known:
                return !OpenEnums.IsOpenEnum(type) ? $"expected an open enum, got {type.Name}"
                    : OpenEnums.FindUnknown(type, known.Values).ToArray() is { Length: > 0 } unknown
                        ? $"{type.Name} has no member for \"{string.Join("\", \"", unknown)}\""
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

    /// <summary>Returns whether the JSON is a value that the C# type can represent. If not, it is kept among the extra fields.</summary>
    public static bool Fits(Shape shape, JsonElement json) => shape switch
    {
        TextShape or EnumShape => json.ValueKind == JsonValueKind.String,
        IntegerShape => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _),
        UnixTimeShape => json.ValueKind == JsonValueKind.Number
            && json.TryGetInt64(out long seconds) && seconds is >= MinUnixSeconds and <= MaxUnixSeconds,
        NumberShape => json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out _),
        Int64StringShape => json.ValueKind == JsonValueKind.String
            && long.TryParse(json.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        DecimalStringShape => json.ValueKind == JsonValueKind.String
            && decimal.TryParse(json.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        DateTimeShape => json.ValueKind == JsonValueKind.String && json.TryGetDateTimeOffset(out _),
        BooleanShape => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        // Only the elements that do not fit are moved to the extra fields.
        ListShape => json.ValueKind == JsonValueKind.Array,
        ObjectShape or UnionShape or MapShape => json.ValueKind == JsonValueKind.Object,
        ExpandableShape => json.ValueKind is JsonValueKind.Object or JsonValueKind.String,
        _ => true,
    };

    /// <summary>Returns whether a decoded value that fits is equal to its JSON.</summary>
    public static bool IsEqual(Shape shape, JsonElement json, object? value) => (shape, value) switch
    {
        (FreeShape, JsonElement free) => JsonElement.DeepEquals(free, json),
        (UnixTimeShape, DateTimeOffset time) => time.Offset == TimeSpan.Zero && time == DateTimeOffset.FromUnixTimeSeconds(json.GetInt64()),
        (DateTimeShape, DateTimeOffset time) => time.Offset == TimeSpan.Zero && time == json.GetDateTimeOffset(),
        (Int64StringShape, long number) => number == long.Parse(json.GetString()!, CultureInfo.InvariantCulture),
        (DecimalStringShape, decimal number) =>
            IsSameDecimal(number, decimal.Parse(json.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)),
        (_, long number) => number == json.GetInt64(),
        (_, decimal number) => IsSameDecimal(number, json.GetDecimal()),
        (_, bool flag) => flag == json.GetBoolean(),
        (_, string text) => text == json.GetString(),
        (_, SecretString secret) => secret.HasValue && secret.Reveal() == json.GetString(),
        (_, not null) when OpenEnums.IsOpenEnum(value.GetType()) => OpenEnums.GetText(value) == json.GetString(),
        _ => false,
    };

    /// <summary>Returns whether a value is that of an absent required property.</summary>
    public static bool IsEmpty(object? value) => value switch
    {
        null => false,
        string text => text.Length == 0,
        System.Collections.IEnumerable items => !items.Cast<object>().Any(),
        SecretString secret => !secret.HasValue,
        StripeObject => true,
        _ when OpenEnums.IsOpenEnum(value.GetType()) => OpenEnums.GetText(value).Length == 0,
        _ => value.Equals(Activator.CreateInstance(value.GetType())),
    };

    // 1.0 and 1.00 are equal numbers with different numbers of digits.
    private static bool IsSameDecimal(decimal left, decimal right) => left == right && left.Scale == right.Scale;

    private static string? Expect(Type type, Type expected) => type == expected ? null : $"expected {expected.Name}, got {type.Name}";
}
