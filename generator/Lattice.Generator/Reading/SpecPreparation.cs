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

            if (values["enum"] is JsonArray options)
            {
                RemoveNulls(options);
            }

            if (values["nullable"] is JsonValue flag && flag.TryGetValue(out bool isNullable) && isNullable)
            {
                values[NullableExtension] = true;
            }
        }
    }

    private static void RemoveNulls(JsonArray options)
    {
        for (int i = options.Count - 1; i >= 0; i--)
        {
            if (options[i] is null)
            {
                options.RemoveAt(i);
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
