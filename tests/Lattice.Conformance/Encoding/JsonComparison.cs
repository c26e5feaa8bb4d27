using System.Globalization;
using System.Text.Json;
using Lattice.Conformance.Reporting;

namespace Lattice.Conformance.Encoding;

/// <summary>Reports where a JSON body differs from sample values. The order of properties does not matter.</summary>
internal static class JsonComparison
{
    public static IEnumerable<string> Compare(object? expected, JsonElement actual, string path = "")
    {
        switch (expected)
        {
            case Dictionary<string, object?> values:
                return actual.ValueKind == JsonValueKind.Object
                    ? CompareObjects(values, actual, path)
                    : Differ("an object", actual, path);
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
        foreach ((string name, int count) in properties.CountBy(property => property.Name).Where(property => property.Value > 1))
        {
            yield return $"{path}.{name} is written {count} times";
        }

        foreach (JsonProperty property in properties.Where(property => !expected.ContainsKey(property.Name)))
        {
            yield return $"{path}.{property.Name}: expected nothing, got {property.Value.GetRawText().Truncate()}";
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

    // RFC 3339 does not specify the number of fractional digits.
    private static bool IsUtcTime(string text, DateTimeOffset time) =>
        text.EndsWith('Z')
        && text.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset parsed)
        && parsed == time;

    private static string? GetText(object expected) => expected switch
    {
        string text => new Utf8Text(text).Value,
        EnumValue known => known.Text,
        ConstValue literal => literal.Text,
        Int64String number => number.Text,
        DecimalString number => number.Text,
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
        [$"{path}: expected {expected}, got {actual.GetRawText().Truncate()}"];

    /// <summary>A string after a round trip through UTF-8: lone surrogates become U+FFFD.</summary>
    private readonly record struct Utf8Text(string Source)
    {
        public string Value => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(Source));
    }
}
