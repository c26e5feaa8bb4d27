using System.Globalization;
using System.Text.Json;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Encoding;

/// <summary>Says where a JSON body differs from plain values. The order of its properties means nothing.</summary>
internal static class JsonComparison
{
    public static IEnumerable<string> Compare(object? expected, JsonElement actual, string path = "")
    {
        switch (expected)
        {
            case Dictionary<string, object?> values:
                return actual.ValueKind == JsonValueKind.Object ? CompareObjects(values, actual, path) : Differ("an object", actual, path);
            case List<object?> elements:
                return actual.ValueKind == JsonValueKind.Array && actual.GetArrayLength() == elements.Count
                    ? actual.EnumerateArray().SelectMany((element, index) => Compare(elements[index], element, $"{path}[{index}]"))
                    : Differ($"an array of {elements.Count}", actual, path);
            default:
                return IsScalar(expected, actual) ? [] : Differ(Describe(expected), actual, path);
        }
    }

    private static IEnumerable<string> CompareObjects(Dictionary<string, object?> expected, JsonElement actual, string path)
    {
        JsonProperty[] properties = [.. actual.EnumerateObject()];
        foreach (IGrouping<string, JsonProperty> repeated in properties.GroupBy(property => property.Name).Where(group => group.Count() > 1))
        {
            yield return $"{path}.{repeated.Key} is written {repeated.Count()} times";
        }

        foreach (JsonProperty property in properties.Where(property => !expected.ContainsKey(property.Name)))
        {
            yield return $"{path}.{property.Name}: expected nothing, got {Texts.Shorten(property.Value.GetRawText())}";
        }

        foreach ((string name, object? value) in expected)
        {
            if (!actual.TryGetProperty(name, out JsonElement found))
            {
                yield return $"{path}.{name}: expected {Describe(value)}, got nothing";
                continue;
            }

            foreach (string difference in Compare(value, found, $"{path}.{name}"))
            {
                yield return difference;
            }
        }
    }

    private static bool IsScalar(object? expected, JsonElement actual) => expected switch
    {
        null or Cleared => actual.ValueKind == JsonValueKind.Null,
        bool flag => actual.ValueKind == (flag ? JsonValueKind.True : JsonValueKind.False),
        long number => actual.ValueKind == JsonValueKind.Number && actual.GetRawText() == number.ToString(CultureInfo.InvariantCulture),
        decimal number => actual.ValueKind == JsonValueKind.Number && actual.GetRawText() == number.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset time => actual.ValueKind == JsonValueKind.String && IsUtcTime(actual.GetString()!, time),
        _ => actual.ValueKind == JsonValueKind.String && actual.GetString() == GetText(expected),
    };

    // RFC 3339 leaves the number of digits of a second's fraction open.
    private static bool IsUtcTime(string text, DateTimeOffset time) =>
        text.EndsWith('Z') && text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset parsed) && parsed == time;

    private static string? GetText(object expected) => expected switch
    {
        string text => new UTF8Text(text).Value,
        EnumText known => known.Text,
        LiteralText literal => literal.Text,
        Int64String number => number.Text,
        DecimalText number => number.Text,
        _ => null,
    };

    private static string Describe(object? expected) => expected switch
    {
        null or Cleared => "null",
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        Dictionary<string, object?> => "an object",
        List<object?> => "an array",
        _ => string.Create(CultureInfo.InvariantCulture, $"{GetText(expected) ?? expected}"),
    };

    private static IEnumerable<string> Differ(string expected, JsonElement actual, string path) =>
        [$"{path}: expected {expected}, got {Texts.Shorten(actual.GetRawText())}"];

    /// <summary>A text as it survives UTF-8: lone surrogates become U+FFFD.</summary>
    private readonly record struct UTF8Text(string Source)
    {
        public string Value => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(Source));
    }
}
