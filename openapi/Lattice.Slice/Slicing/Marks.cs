using System.Text.Json.Nodes;
using Lattice.Generator.Reading;
using Lattice.Slice.Configuration;

namespace Lattice.Slice.Slicing;

/// <summary>What slice.json says of a place where it cannot be said.</summary>
internal sealed record Miss(string Section, string Pointer, string Reason);

/// <summary>Writes what slice.json says of places into a slice.</summary>
internal sealed class Marks(JsonObject slice)
{
    private const string Description = "description";
    private const string Summary = "summary";
    private const string EnumDescriptions = "x-enumDescriptions";

    private static readonly HashSet<string> s_maps =
        ["paths", "responses", "content", "properties", "schemas", "securitySchemes", EnumDescriptions];

    private readonly List<Miss> _misses = [];

    /// <summary>Writes all; the result is what could not be written.</summary>
    public IReadOnlyList<Miss> Apply(SliceConfiguration configuration)
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
        string? problem = JsonPointer.Find(slice, pointer) is not JsonObject element
            ? $"is not in the slice. The nearest: \"{JsonPointer.FindNearest(slice, pointer)}\"."
            : IsMap(pointer) ? "is a map from names; say which of them is meant."
            : set(element);
        if (problem is not null)
        {
            _misses.Add(new Miss(section, pointer, problem));
        }
    }

    /// <summary>Whether a place holds elements by name and is none itself. A property may be called as the maps are.</summary>
    private static bool IsMap(string pointer) =>
        JsonPointer.Split(pointer).Aggregate(false, (isMap, segment) => !isMap && s_maps.Contains(segment));

    private static string? MarkSensitive(JsonObject element, bool isSensitive)
    {
        if (element["type"]?.ToString() != "string" || element["enum"] is not null)
        {
            return "is no plain string, and only a string can be secret.";
        }

        if (isSensitive)
        {
            KeywordOrder.Set(element, DefaultSecrets.Extension, true);
        }

        return null;
    }

    private string? MarkDeprecated(JsonObject element, string pointer, string? successor)
    {
        if (successor is not null)
        {
            string sibling = $"{pointer[..pointer.LastIndexOf('/')]}/{JsonPointer.Escape(successor)}";
            if (JsonPointer.Find(slice, sibling) is not JsonObject)
            {
                string nearest = JsonPointer.FindNearest(slice, sibling);
                return $"has no sibling \"{successor}\" to use instead. The nearest: \"{nearest}\".";
            }

            Set(element, "x-lattice-replaced-by", successor);
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

        Set(element, "x-lattice-name", name);
        return null;
    }

    /// <summary>Describes a place, an operation in short, or a value of an enum.</summary>
    private void Describe(string pointer, string text)
    {
        int last = pointer.LastIndexOf('/');
        (string owner, string name) = (pointer[..last], JsonPointer.Split(pointer[last..])[0]);
        if (name == Summary && JsonPointer.Find(slice, owner) is JsonObject operation && operation.ContainsKey("responses"))
        {
            KeywordOrder.Set(operation, Summary, text);
        }
        else if (owner.EndsWith("/" + EnumDescriptions, StringComparison.Ordinal))
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
            return $"has no value \"{value}\".{Names.Nearest.Suggest(values, value)}";
        }

        Dictionary<string, JsonNode?> descriptions = (schema[EnumDescriptions] as JsonObject ?? [])
            .ToDictionary(entry => entry.Key, entry => entry.Value?.DeepClone(), StringComparer.Ordinal);
        descriptions[value] = text;
        KeywordOrder.Set(schema, EnumDescriptions, new JsonObject(descriptions.OrderBy(entry => values.IndexOf(entry.Key))));
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
