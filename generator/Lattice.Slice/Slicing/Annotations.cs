using System.Text.Json.Nodes;
using Lattice.Slice.Configuration;
using Lattice.Spec.Json;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Slicing;

/// <summary>What slice.json says of a location where it cannot be said.</summary>
internal sealed record UnmatchedAnnotation(string Section, string Pointer, string Reason);

/// <summary>Writes what slice.json says of locations into a slice.</summary>
internal sealed class Annotations(JsonObject slice)
{
    private const string Description = "description";
    private const string Summary = "summary";

    private static readonly HashSet<string> s_maps =
        ["paths", "responses", "content", "properties", "schemas", "securitySchemes", OpenApiKeywords.EnumDescriptions];

    private readonly List<UnmatchedAnnotation> _misses = [];

    /// <summary>Writes all; the result is what could not be written.</summary>
    public IReadOnlyList<UnmatchedAnnotation> Apply(SliceConfiguration configuration)
    {
        foreach ((string pointer, bool isSensitive) in configuration.Sensitive)
        {
            Mark(SliceConfigurationReader.Sensitive, pointer, element => MarkSensitive(element, isSensitive));
        }

        foreach ((string pointer, string? successor) in configuration.Deprecated)
        {
            Mark(SliceConfigurationReader.Deprecated, pointer, element => MarkDeprecated(element, pointer, successor));
        }

        foreach ((string pointer, string name) in configuration.Names)
        {
            Mark(SliceConfigurationReader.Names, pointer, element => MarkName(element, name));
        }

        foreach ((string pointer, string text) in configuration.Descriptions)
        {
            Describe(pointer, text);
        }

        return _misses;
    }

    /// <param name="set">Marks the element; a text says why it cannot be.</param>
    private void Mark(string section, string pointer, Func<JsonObject, string?> set)
    {
        string? problem = JsonNodes.Find(slice, pointer) is not JsonObject element
            ? $"is not in the slice. The nearest: \"{JsonNodes.FindNearest(slice, pointer)}\"."
            : IsMap(pointer) ? "is a map from names; say which of them is meant."
            : set(element);
        if (problem is not null)
        {
            _misses.Add(new UnmatchedAnnotation(section, pointer, problem));
        }
    }

    /// <summary>Whether a place holds elements by name and is none itself. A property may be called as the maps are.</summary>
    private static bool IsMap(string pointer) =>
        JsonPointer.Parse(pointer).Segments.Aggregate(false, (isMap, segment) => !isMap && s_maps.Contains(segment));

    private static string? MarkSensitive(JsonObject element, bool isSensitive)
    {
        if (element["type"]?.ToString() != "string" || element["enum"] is not null)
        {
            return "is not a plain string, and only a string can be a secret.";
        }

        // A secret that is not to be one says so: the rules hold for any document that says nothing.
        KeywordOrder.Set(element, OpenApiKeywords.Sensitive, isSensitive);
        return null;
    }

    private string? MarkDeprecated(JsonObject element, string pointer, string? successor)
    {
        if (successor is not null)
        {
            string sibling = $"{pointer[..pointer.LastIndexOf('/')]}/{JsonPointer.Escape(successor)}";
            if (JsonNodes.Find(slice, sibling) is not JsonObject)
            {
                string nearest = JsonNodes.FindNearest(slice, sibling);
                return $"has no sibling \"{successor}\" to use instead. The nearest: \"{nearest}\".";
            }

            Set(element, OpenApiKeywords.ReplacedBy, successor);
        }

        Set(element, "deprecated", true);
        return null;
    }

    private static string? MarkName(JsonObject element, string name)
    {
        if (!Identifiers.IsPascal(name))
        {
            return $"cannot be called \"{name}\": a C# name in Pascal case is needed.";
        }

        Set(element, OpenApiKeywords.Name, name);
        return null;
    }

    /// <summary>Describes a place, an operation in short, or a value of an enum.</summary>
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
            Mark(SliceConfigurationReader.Descriptions, owner[..owner.LastIndexOf('/')], schema => DescribeValue(schema, name, text));
        }
        else
        {
            Mark(SliceConfigurationReader.Descriptions, pointer, element =>
            {
                Set(element, Description, text);
                return null;
            });
        }
    }

    private static string? DescribeValue(JsonObject schema, string value, string text)
    {
        List<string> values = [.. (schema["enum"] as JsonArray ?? []).Select(item => item?.ToString() ?? "")];
        if (!values.Contains(value))
        {
            return $"has no value \"{value}\".{Names.NameSuggestions.Suggest(values, value)}";
        }

        Dictionary<string, JsonNode?> descriptions = (schema[OpenApiKeywords.EnumDescriptions] as JsonObject ?? [])
            .ToDictionary(entry => entry.Key, entry => entry.Value?.DeepClone(), StringComparer.Ordinal);
        descriptions[value] = text;
        KeywordOrder.Set(schema, OpenApiKeywords.EnumDescriptions, new JsonObject(descriptions.OrderBy(entry => values.IndexOf(entry.Key))));
        return null;
    }

    /// <summary>
    /// Sets a keyword. What stands beside a <c>$ref</c> does not count, so the reference becomes a choice of one, as
    /// Stripe writes it.
    /// </summary>
    private static void Set(JsonObject element, string keyword, JsonNode value)
    {
        if (element["$ref"] is { } reference)
        {
            element.Remove("$ref");
            element["anyOf"] = new JsonArray(new JsonObject { ["$ref"] = reference });
        }

        KeywordOrder.Set(element, keyword, value);
    }
}
