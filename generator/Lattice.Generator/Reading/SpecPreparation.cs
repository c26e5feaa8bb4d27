using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Generator.Diagnostics;

namespace Lattice.Generator.Reading;

/// <summary>
/// Prepares the JSON for the OpenAPI library, which drops <c>nullable</c> beside anything but <c>type</c> (Stripe writes
/// it beside <c>anyOf</c>), has a text of its own for the null among the values of an enum (which says no more than
/// <c>nullable</c> does) and fails as a whole for a property that is no schema.
/// </summary>
internal sealed class SpecPreparation(ProblemLog problems)
{
    /// <summary>Marks a schema with <c>nullable: true</c>.</summary>
    public const string NullableExtension = "x-lattice-nullable";

    /// <summary>
    /// Marks a schema with <c>anyOf</c>: of one whose arms are bare types, the library makes a schema with several types.
    /// </summary>
    public const string ChoiceExtension = "x-lattice-choice";

    /// <summary>
    /// Marks an object that takes anything: it lists no properties, or says so by <c>additionalProperties</c>. The library does not tell
    /// <c>additionalProperties: true</c> from nothing. An explicitly empty list of properties is Stripe's way to write an object that takes
    /// nothing (yet), such as <c>payment_method_data[affirm]</c>.
    /// </summary>
    public const string FreeFormExtension = "x-lattice-free-form";

    // Their values are data, whatever they look like; extensions (x-) are as well.
    private static readonly HashSet<string> s_data = ["default", "enum", "example", "examples"];

    // What a schema says of its values.
    private static readonly string[] s_constraints = ["$ref", "allOf", "anyOf", "enum", "items", "oneOf", "properties", "type"];

    // Maps from names that anybody may choose: in them a "default" is a response, and an "x-request-id" a header.
    private static readonly HashSet<string> s_maps = ["callbacks", "headers", "parameters", "requestBodies", "responses"];

    public void Prepare(JsonObject root) => Visit(root, JsonPath.Root);

    private void Visit(JsonNode? node, JsonPath path)
    {
        if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                Visit(items[i], path / i.ToString(CultureInfo.InvariantCulture));
            }
        }
        else if (node is JsonObject element)
        {
            VisitElement(element, path);
        }
    }

    private void VisitElement(JsonObject element, JsonPath path)
    {
        foreach (KeyValuePair<string, JsonNode?> member in element)
        {
            if (member.Key is "properties" or "schemas" && member.Value is JsonObject schemas)
            {
                VisitSchemas(schemas, path / member.Key);
            }
            else if (s_maps.Contains(member.Key) && member.Value is JsonObject map)
            {
                VisitMap(map, path / member.Key);
            }
            else if (!s_data.Contains(member.Key) && !member.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                Visit(member.Value, path / member.Key);
            }
        }

        if (element["enum"] is JsonArray values)
        {
            RemoveNulls(values);
        }

        if (element["$ref"] is JsonValue reference && element.ContainsKey(OpenApiExtensions.SensitiveExtension))
        {
            // The library drops what stands beside a reference, and a mark must not get lost.
            element.Remove("$ref");
            element["anyOf"] = new JsonArray(new JsonObject { ["$ref"] = reference });
        }

        if (element["anyOf"] is JsonArray)
        {
            element[ChoiceExtension] = true;
        }

        if (IsFreeForm(element))
        {
            element[FreeFormExtension] = true;
        }

        if (element["nullable"] is JsonValue flag && flag.TryGetValue(out bool isNullable) && isNullable)
        {
            element[NullableExtension] = true;
        }
    }

    private static bool IsFreeForm(JsonObject element) =>
        element["type"] is JsonValue type && type.TryGetValue(out string? name) && name == "object"
        && element["properties"] is null or JsonObject { Count: 0 }
        && (element["additionalProperties"] is { } further ? TakesAnything(further) : !element.ContainsKey("properties"));

    /// <summary>Whether it is <c>true</c> or a schema that says nothing of the values.</summary>
    private static bool TakesAnything(JsonNode further) =>
        (further is JsonValue flag && flag.TryGetValue(out bool isAllowed) && isAllowed)
        || (further is JsonObject schema && !s_constraints.Any(schema.ContainsKey));

    private void VisitMap(JsonObject map, JsonPath path)
    {
        foreach (KeyValuePair<string, JsonNode?> entry in map)
        {
            Visit(entry.Value, path / entry.Key);
        }
    }

    /// <summary>Visits a map from names to schemas; its keys mean nothing, so that a property may be called "properties".</summary>
    private void VisitSchemas(JsonObject schemas, JsonPath path)
    {
        foreach (KeyValuePair<string, JsonNode?> schema in schemas.ToList())
        {
            if (schema.Value is JsonObject)
            {
                Visit(schema.Value, path / schema.Key);
            }
            else
            {
                problems.Add(Descriptors.NotOpenApi, path / schema.Key, $"\"{schema.Key}\" has to be a schema, which is a JSON object");
                schemas.Remove(schema.Key);
            }
        }
    }

    private static void RemoveNulls(JsonArray values)
    {
        for (int i = values.Count - 1; i >= 0; i--)
        {
            if (values[i] is null)
            {
                values.RemoveAt(i);
            }
        }
    }
}
