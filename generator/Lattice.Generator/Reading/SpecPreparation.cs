using System.Text.Json.Nodes;
using Lattice.Generator.Diagnostics;

namespace Lattice.Generator.Reading;

/// <summary>
/// Prepares the JSON for the OpenAPI library, which drops <c>nullable</c> beside anything but <c>type</c> (Stripe writes
/// it beside <c>anyOf</c>) and fails as a whole for a property that is no schema.
/// </summary>
internal sealed class SpecPreparation(ProblemLog problems)
{
    /// <summary>Marks a schema with <c>nullable: true</c>.</summary>
    public const string NullableExtension = "x-lattice-nullable";

    /// <summary>
    /// Marks a schema with <c>anyOf</c>: of one whose arms are bare types, the library makes a schema with several types.
    /// </summary>
    public const string ChoiceExtension = "x-lattice-choice";

    public void Prepare(JsonObject root) => Visit(root, JsonPath.Root);

    private void Visit(JsonNode? node, JsonPath path)
    {
        if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                Visit(items[i], path / i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
        else if (node is JsonObject values)
        {
            foreach (KeyValuePair<string, JsonNode?> value in values)
            {
                if (value.Key is "properties" or "schemas" && value.Value is JsonObject schemas)
                {
                    VisitSchemas(schemas, path / value.Key);
                }
                else
                {
                    Visit(value.Value, path / value.Key);
                }
            }

            if (values["$ref"] is JsonValue reference && values.ContainsKey(OpenApiExtensions.SensitiveExtension))
            {
                // The library drops what stands beside a reference, and a mark must not get lost.
                values.Remove("$ref");
                values["anyOf"] = new JsonArray(new JsonObject { ["$ref"] = reference });
            }

            if (values["anyOf"] is JsonArray)
            {
                values[ChoiceExtension] = true;
            }

            if (values["nullable"] is JsonValue flag && flag.TryGetValue(out bool isNullable) && isNullable)
            {
                values[NullableExtension] = true;
            }
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
}
