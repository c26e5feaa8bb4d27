using System.Text.Json.Nodes;

namespace Lattice.Parity.Requests;

/// <summary>Creates a value that a schema allows, always the same one.</summary>
internal sealed class SampleParameters(Specification specification)
{
    /// <summary>The value of a file parameter.</summary>
    public const string File = "\0file";

    /// <summary>Optional objects are left out below this depth, because schemas may contain themselves.</summary>
    private const int MaximumDepth = 4;

    public JsonObject CreateObject(JsonObject schema, bool all, int depth = 0)
    {
        HashSet<string> required = [.. RequiredOf(schema)];
        var sample = new JsonObject();
        foreach ((string name, JsonNode? property) in PropertiesOf(schema))
        {
            bool isIncluded = required.Contains(name) || (all && depth < MaximumDepth);
            if (isIncluded && Create(property, name, all, depth + 1) is { } value)
            {
                sample[name] = value;
            }
        }

        // A form cannot send an empty object.
        if (depth > 0 && sample.Count == 0 && PropertiesOf(schema).FirstOrDefault() is { Key: { } first } any)
        {
            sample[first] = Create(any.Value, first, all: false, depth + 1);
        }

        return sample;
    }

    public JsonNode? Create(JsonNode? source, string name, bool all, int depth)
    {
        JsonObject schema = Simplify(source);
        if (EnumOf(schema) is [_, ..] values)
        {
            return values.FirstOrDefault(value => value.Length > 0, "");
        }

        return (TypeOf(schema), FormatOf(schema)) switch
        {
            ("integer", "unix-time") => 1_700_000_000,
            ("integer", _) => 42,
            ("number", _) => 12.5,
            ("boolean", _) => true,
            ("array", _) => new JsonArray(Create(schema["items"], name, all, depth)),
            ("object", _) when schema["additionalProperties"] is JsonObject entries
                => new JsonObject { ["key"] = Create(entries, name, all, depth) },
            ("object", _) => CreateObject(schema, all, depth),
            ("string", "binary") => File,
            ("string", "date-time") => "2023-11-14T22:13:20Z",
            ("string", "decimal") => "12.5",
            ("string", "int64") => "42",
            _ => Shorten(TextFor(name), schema["maxLength"]?.GetValue<int>()),
        };
    }

    /// <summary>The schema itself; for a union, its first case other than the empty string that clears the value.</summary>
    public JsonObject Simplify(JsonNode? source)
    {
        JsonObject schema = specification.Resolve(source);
        return schema["anyOf"] is JsonArray { Count: > 0 } unionCases
            ? Simplify(unionCases.FirstOrDefault(unionCase => EnumOf(specification.Resolve(unionCase)) is not [""]) ?? unionCases[0])
            : schema;
    }

    /// <summary>The number of cases other than the empty string.</summary>
    public int CountCases(JsonNode? source)
        => specification.Resolve(source)["anyOf"] is JsonArray unionCases
            ? unionCases.Count(unionCase => EnumOf(specification.Resolve(unionCase)) is not [""])
            : 1;

    /// <summary>Whether an empty string may be sent.</summary>
    public bool CanBeEmpty(JsonNode? source)
    {
        JsonObject schema = specification.Resolve(source);
        return EnumOf(schema).Contains("") || (schema["anyOf"] as JsonArray ?? []).Any(CanBeEmpty) || IsFreeForm(schema);
    }

    public static string? TypeOf(JsonObject schema) => schema["type"]?.GetValue<string>();

    public static string? FormatOf(JsonObject schema) => schema["format"]?.GetValue<string>();

    public static string[] EnumOf(JsonObject schema)
        => [.. (schema["enum"] as JsonArray ?? []).Select(value => value?.ToString() ?? "")];

    public static IEnumerable<string> RequiredOf(JsonObject schema)
        => (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>());

    /// <summary>The properties in ordinal order of their names, which does not depend on the order in the file.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> PropertiesOf(JsonObject schema)
        => (schema["properties"] as JsonObject ?? []).OrderBy(property => property.Key, StringComparer.Ordinal);

    /// <summary>Whether the schema is an object about whose properties it says nothing.</summary>
    private static bool IsFreeForm(JsonObject schema)
        => TypeOf(schema) == "object" && schema["properties"] is null && schema["additionalProperties"] switch
        {
            null => true,
            JsonObject values => values.Count == 0,
            { } isAllowed => isAllowed.GetValue<bool>(),
        };

    private static string TextFor(string name) => name switch
    {
        _ when name.EndsWith("url", StringComparison.Ordinal) => "https://example.com/",
        _ when name.EndsWith("email", StringComparison.Ordinal) => "jenny@example.com",
        _ when name.EndsWith("currency", StringComparison.Ordinal) => "usd",
        _ when name.EndsWith("country", StringComparison.Ordinal) => "US",
        _ => $"{name}_123",
    };

    private static string Shorten(string text, int? limit) => text.Length > limit ? text[..limit.Value] : text;
}
