using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lattice.Fuzz.Configuration;

/// <summary>
/// Checks a value against a JSON Schema, with the keywords that the schema of slice.json has. Another keyword is an error, because it
/// would not be checked.
/// </summary>
/// <param name="root">The schema, in which references are resolved.</param>
internal sealed class JsonSchemaCheck(JsonElement root)
{
    /// <returns>The first error, or <see langword="null"/>.</returns>
    public string? FindError(JsonElement value) => FindError(root, value, "");

    private string? FindError(JsonElement schema, JsonElement value, string location) => schema.ValueKind switch
    {
        JsonValueKind.True => null,
        JsonValueKind.False => $"{location}: nothing is allowed here",
        _ => schema.EnumerateObject()
            .Select(keyword => FindError(schema, keyword, value, location)).FirstOrDefault(error => error is not null),
    };

    private string? FindError(JsonElement schema, JsonProperty keyword, JsonElement value, string location)
    {
        JsonElement rule = keyword.Value;
        return keyword.Name switch
        {
            "$schema" or "title" or "description" or "examples" or "definitions" => null,
            "type" => Fail(IsOfType(value, rule.GetString()!), $"is not of the type {rule}"),
            "const" => Fail(JsonElement.DeepEquals(value, rule), $"is not {rule}"),
            "enum" => Fail(rule.EnumerateArray().Any(item => JsonElement.DeepEquals(value, item)), "is not in the enum"),
            "pattern" => Fail(value.ValueKind != JsonValueKind.String || IsMatch(value.GetString()!, rule), $"does not match {rule}"),
            "$ref" => FindError(Resolve(rule.GetString()!), value, location),
            "allOf" => rule.EnumerateArray().Select(part => FindError(part, value, location)).FirstOrDefault(error => error is not null),
            "anyOf" => Fail(rule.EnumerateArray().Any(part => FindError(part, value, location) is null), "matches no case of anyOf"),
            "required" => Fail(!IsObject() || rule.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)), $"lacks one of {rule}"),
            "properties" => FindErrorInMembers(value, location, name => rule.TryGetProperty(name, out JsonElement part) ? part : null),
            "additionalProperties" => FindErrorInMembers(value, location, name => IsDeclared(schema, name) ? null : rule),
            "propertyNames" => !IsObject() ? null : value.EnumerateObject()
                .Select(member => FindError(rule, JsonElement.Parse(JsonSerializer.Serialize(member.Name)), $"{location}/{member.Name}"))
                .FirstOrDefault(error => error is not null),
            "items" => !IsArray() ? null : value.EnumerateArray()
                .Select((item, index) => FindError(rule, item, $"{location}/{index}")).FirstOrDefault(error => error is not null),
            "minItems" => Fail(!IsArray() || value.GetArrayLength() >= rule.GetInt32(), $"has fewer than {rule} items"),
            "uniqueItems" => Fail(!IsArray() || AreUnique([.. value.EnumerateArray()]), "has an item twice"),
            _ => throw new NotSupportedException($"The schema has the keyword {keyword.Name}, which is not checked here."),
        };

        string? Fail(bool isValid, string reason) => isValid ? null : $"{location}: {value.GetRawText()} {reason}";
        bool IsObject() => value.ValueKind == JsonValueKind.Object;
        bool IsArray() => value.ValueKind == JsonValueKind.Array;
    }

    private string? FindErrorInMembers(JsonElement value, string location, Func<string, JsonElement?> getSchema) =>
        value.ValueKind != JsonValueKind.Object ? null : value.EnumerateObject()
            .Select(member => getSchema(member.Name) is { } schema ? FindError(schema, member.Value, $"{location}/{member.Name}") : null)
            .FirstOrDefault(error => error is not null);

    private JsonElement Resolve(string reference) =>
        reference["#/".Length..].Split('/').Aggregate(root, (element, name) => element.GetProperty(name));

    private static bool IsDeclared(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(name, out _);

    // As in ECMAScript, a dot does not match the end of a line, but a dollar sign matches only at the end of the text.
    private static bool IsMatch(string text, JsonElement pattern) => Regex.IsMatch(text, pattern.GetString()!, RegexOptions.ECMAScript)
        && !(text.EndsWith('\n') && pattern.GetString()!.EndsWith('$'));

    private static bool AreUnique(JsonElement[] items) =>
        !items.Where((item, index) => items.Take(index).Any(other => JsonElement.DeepEquals(item, other))).Any();

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException($"The schema has the type {type}, which is not checked here."),
    };
}
