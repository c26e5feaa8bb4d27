using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Specifications;
using Lattice.Spec.Json;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Slicing;

/// <summary>An annotation in slice.json that cannot be applied.</summary>
/// <param name="Section">The section of slice.json.</param>
/// <param name="Pointer">The location, as slice.json has it.</param>
/// <param name="Reason">Why not.</param>
internal sealed record UnmatchedAnnotation(string Section, string Pointer, string Reason);

/// <summary>Applies the annotations in slice.json to a slice.</summary>
internal sealed class Annotations(JsonObject slice)
{
    private const string Description = "description";
    private const string Summary = "summary";

    private static readonly HashSet<string> s_maps =
        ["paths", "responses", "content", "properties", "schemas", "securitySchemes", OpenApiKeywords.EnumDescriptions];

    private readonly List<UnmatchedAnnotation> _unmatched = [];

    /// <summary>Applies all annotations and returns those that cannot be applied.</summary>
    public IReadOnlyList<UnmatchedAnnotation> Apply(SliceConfiguration configuration)
    {
        foreach ((string pointer, bool isSensitive) in configuration.Sensitive)
        {
            Annotate(SliceConfigurationReader.Sensitive, pointer, element => SetSensitive(element, isSensitive));
        }

        foreach ((string pointer, string? successor) in configuration.Deprecated)
        {
            Deprecate(pointer, successor);
        }

        foreach ((string pointer, ImmutableArray<ImmutableArray<string>> groups) in configuration.Exclusive)
        {
            Annotate(SliceConfigurationReader.Exclusive, pointer, element => SetExclusive(element, groups));
        }

        foreach ((string pointer, string name) in configuration.Names)
        {
            Annotate(SliceConfigurationReader.Names, pointer, element => SetName(element, name));
        }

        foreach ((string pointer, string text) in configuration.Descriptions)
        {
            Describe(pointer, text);
        }

        return _unmatched;
    }

    private void Annotate(string section, string pointer, Func<JsonObject, string?> set) => Annotate(section, pointer, pointer, set);

    /// <param name="location">The location, as slice.json has it.</param>
    /// <param name="pointer">The element that the annotation changes.</param>
    /// <param name="set">Annotates the element, or returns the reason why it cannot.</param>
    private void Annotate(string section, string location, string pointer, Func<JsonObject, string?> set)
    {
        string? error = JsonNodes.Find(slice, pointer) is not JsonObject element
            ? $"is not in the slice. Did you mean \"{JsonNodes.FindNearest(slice, pointer)}{location[pointer.Length..]}\"?"
            : IsMap(pointer) ? "is a map; specify one of its entries."
            : set(element);
        if (error is not null)
        {
            _unmatched.Add(new UnmatchedAnnotation(section, location, error));
        }
    }

    /// <summary>Whether the location is a map of elements, not an element. A property may have the name of such a map.</summary>
    private static bool IsMap(string pointer) =>
        JsonPointer.Parse(pointer).Segments.Aggregate(false, (isMap, segment) => !isMap && s_maps.Contains(segment));

    private static string? SetSensitive(JsonObject element, bool isSensitive)
    {
        if (element["type"]?.ToString() != "string" || element["enum"] is not null)
        {
            return "is not a plain string; only a plain string can be a secret.";
        }

        // False is written as well, because the rules apply to any location without an annotation.
        KeywordOrder.Set(element, OpenApiKeywords.Sensitive, isSensitive);
        return null;
    }

    /// <summary>Deprecates an element, or a value of an enum, which is located as its description is.</summary>
    private void Deprecate(string pointer, string? successor)
    {
        int last = pointer.LastIndexOf('/');
        if (pointer[..last].EndsWith("/" + OpenApiKeywords.EnumDescriptions, StringComparison.Ordinal))
        {
            string value = JsonPointer.Unescape(pointer[(last + 1)..]);
            Annotate(
                SliceConfigurationReader.Deprecated,
                pointer,
                pointer[..pointer.LastIndexOf('/', last - 1)],
                schema => SetDeprecatedValue(schema, value, successor));
        }
        else
        {
            Annotate(SliceConfigurationReader.Deprecated, pointer, element => SetDeprecated(element, pointer, successor));
        }
    }

    private string? SetDeprecated(JsonObject element, string pointer, string? successor)
    {
        if (successor is not null)
        {
            string[] path = successor.Split('.');
            string sibling = $"{pointer[..pointer.LastIndexOf('/')]}/{JsonPointer.Escape(path[0])}";
            if (JsonNodes.Find(slice, sibling) is not JsonObject found)
            {
                string nearest = JsonNodes.FindNearest(slice, sibling);
                return $"has no sibling \"{path[0]}\". Did you mean \"{nearest}\"?";
            }

            foreach (string name in path.Skip(1))
            {
                JsonObject? properties = FindProperties(found);
                if (properties?[name] is not JsonObject property)
                {
                    return $"cannot be replaced by \"{successor}\": there is no property \"{name}\"."
                        + NameSuggestions.Suggest([.. (properties ?? []).Select(entry => entry.Key)], name);
                }

                found = property;
            }

            SetKeyword(element, OpenApiKeywords.ReplacedBy, successor);
        }

        SetKeyword(element, "deprecated", true);
        return null;
    }

    /// <summary>The properties of an object, or of the object among the subschemas of a parameter that can be cleared.</summary>
    private static JsonObject? FindProperties(JsonObject schema) => schema["properties"] as JsonObject
        ?? (schema["anyOf"] as JsonArray ?? []).OfType<JsonObject>().Select(subschema => subschema["properties"]).OfType<JsonObject>()
            .FirstOrDefault();

    private static string? SetDeprecatedValue(JsonObject schema, string value, string? successor)
    {
        List<string> values = [.. (schema["enum"] as JsonArray ?? []).Select(item => item?.ToString() ?? "")];
        if (successor is null)
        {
            return $"needs the value to use instead of \"{value}\".";
        }

        if (new[] { value, successor }.FirstOrDefault(name => !values.Contains(name)) is { } unknown)
        {
            return $"has no value \"{unknown}\".{NameSuggestions.Suggest(values, unknown)}";
        }

        JsonObject replacements = schema[OpenApiKeywords.DeprecatedValues]?.DeepClone() as JsonObject ?? [];
        replacements[value] = successor;
        KeywordOrder.Set(schema, OpenApiKeywords.DeprecatedValues, replacements);
        return null;
    }

    private static string? SetExclusive(JsonObject schema, ImmutableArray<ImmutableArray<string>> groups)
    {
        List<string> properties = [.. (schema["properties"] as JsonObject ?? []).Select(entry => entry.Key)];
        foreach (ImmutableArray<string> group in groups)
        {
            if (group.FirstOrDefault(name => !properties.Contains(name)) is { } unknown)
            {
                return $"has no property \"{unknown}\".{NameSuggestions.Suggest(properties, unknown)}";
            }

            if (group.Distinct().Count() != group.Length || group.Length < 2)
            {
                return "has a group that is not two or more different properties.";
            }
        }

        var written = new JsonArray([.. groups.Select(group => new JsonArray([.. group.Select(name => (JsonNode)name)]))]);
        KeywordOrder.Set(schema, OpenApiKeywords.Exclusive, written);
        return null;
    }

    private static string? SetName(JsonObject element, string name)
    {
        if (!Identifiers.IsPascal(name))
        {
            return $"cannot have the name \"{name}\", which is not a C# name in Pascal case.";
        }

        SetKeyword(element, OpenApiKeywords.Name, name);
        return null;
    }

    /// <summary>Describes an element, an operation (summary), or a value of an enum.</summary>
    private void Describe(string pointer, string text)
    {
        int last = pointer.LastIndexOf('/');
        (string owner, string name) = (pointer[..last], JsonPointer.Unescape(pointer[(last + 1)..]));
        if (name == Summary && JsonNodes.Find(slice, owner) is JsonObject operation && operation.ContainsKey("responses"))
        {
            KeywordOrder.Set(operation, Summary, text);
        }
        else if (owner.EndsWith("/" + OpenApiKeywords.EnumDescriptions, StringComparison.Ordinal))
        {
            string schema = owner[..owner.LastIndexOf('/')];
            Annotate(SliceConfigurationReader.Descriptions, pointer, schema, element => DescribeValue(element, name, text));
        }
        else
        {
            Annotate(SliceConfigurationReader.Descriptions, pointer, element =>
            {
                SetKeyword(element, Description, text);
                return null;
            });
        }
    }

    private static string? DescribeValue(JsonObject schema, string value, string text)
    {
        List<string> values = [.. (schema["enum"] as JsonArray ?? []).Select(item => item?.ToString() ?? "")];
        if (!values.Contains(value))
        {
            return $"has no value \"{value}\".{NameSuggestions.Suggest(values, value)}";
        }

        Dictionary<string, JsonNode?> descriptions = (schema[OpenApiKeywords.EnumDescriptions] as JsonObject ?? [])
            .ToDictionary(entry => entry.Key, entry => entry.Value?.DeepClone(), StringComparer.Ordinal);
        descriptions[value] = text;
        var sorted = new JsonObject(descriptions.OrderBy(entry => values.IndexOf(entry.Key)));
        KeywordOrder.Set(schema, OpenApiKeywords.EnumDescriptions, sorted);
        return null;
    }

    /// <summary>
    /// Sets a keyword. Siblings of a <c>$ref</c> are ignored, so the reference becomes an <c>anyOf</c> with one subschema, as in
    /// Stripe's document.
    /// </summary>
    private static void SetKeyword(JsonObject element, string keyword, JsonNode value)
    {
        if (element["$ref"] is { } reference)
        {
            element.Remove("$ref");
            element["anyOf"] = new JsonArray(new JsonObject { ["$ref"] = reference });
        }

        KeywordOrder.Set(element, keyword, value);
    }
}
