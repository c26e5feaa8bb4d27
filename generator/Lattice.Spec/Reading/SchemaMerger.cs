using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <summary>Merges several object schemas into one, for values that have no discriminator.</summary>
internal static class SchemaMerger
{
    /// <summary>
    /// Returns a schema with the properties of all schemas; a property is required if all require it. A property of several schemas
    /// accepts the values of each; it is nullable, or a secret, if it is so in any of them.
    /// </summary>
    public static SpecSchema Merge(IReadOnlyList<SpecSchema> schemas)
    {
        SpecSchema first = schemas[0].Target ?? schemas[0];
        var builder = new SchemaBuilder(first);
        builder.SetString("type", "object");
        if (first.Description is { } description)
        {
            builder.SetString("description", description);
        }

        builder.AddExtensions(first);
        SetProperties(builder, schemas);
        return builder.ToSchema();
    }

    private static void SetProperties(SchemaBuilder builder, IReadOnlyList<SpecSchema> schemas)
    {
        var names = new List<string>();
        var properties = new Dictionary<string, SpecSchema>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, SpecSchema> property in schemas.SelectMany(schema => schema.Properties))
        {
            if (properties.TryGetValue(property.Key, out SpecSchema? first))
            {
                properties[property.Key] = Merge(first, property.Value);
            }
            else
            {
                names.Add(property.Key);
                properties.Add(property.Key, property.Value);
            }
        }

        builder.SetObject("properties", names.Select(name => new KeyValuePair<string, JsonValue>(name, properties[name].Node)));
        builder.SetStrings("required", schemas.Select(schema => schema.Required).Aggregate((all, more) => all.Intersect(more)));
    }

    /// <summary>
    /// Returns a schema for the values of both. Schemas of the same kind are merged; others become an <c>anyOf</c>, which the readers
    /// support or report like one of the document.
    /// </summary>
    private static SpecSchema Merge(SpecSchema first, SpecSchema second)
    {
        List<SpecSchema> subschemas = [.. GetSubschemas(first)];
        foreach (SpecSchema subschema in GetSubschemas(second))
        {
            int index = subschemas.FindIndex(other => IsOfSameKind(other, subschema));
            if (index < 0)
            {
                subschemas.Add(subschema);
            }
            else if (subschemas[index].Reference is null)
            {
                subschemas[index] = MergeKind(subschemas[index], subschema);
            }
        }

        var builder = new SchemaBuilder(first);
        if (subschemas.Count == 1 && subschemas[0].Reference is null)
        {
            builder.AddKeywords(subschemas[0]);
        }
        else
        {
            builder.SetItems("anyOf", subschemas.Select(subschema => subschema.Node));
        }

        if ((first.Description ?? second.Description) is { } description)
        {
            builder.SetString("description", description);
        }

        builder.SetFlag("deprecated", first.IsDeprecated);
        AddExtensions(builder, first, second);
        return builder.ToSchema();
    }

    private static IReadOnlyList<SpecSchema> GetSubschemas(SpecSchema schema) =>
        schema.Reference is null && schema.AnyOf is { Count: > 0 } subschemas ? subschemas : [schema];

    private static bool IsOfSameKind(SpecSchema first, SpecSchema second)
    {
        if (first.Reference is not null || second.Reference is not null)
        {
            return first.Reference is not null && second.Reference is not null && Equals(first.Target, second.Target);
        }

        return !first.IsCombined && !second.IsCombined
            && first.Types == second.Types
            && ScalarValue.Find(first) == ScalarValue.Find(second)
            && IsEmptyString(first) == IsEmptyString(second)
            && first.IsFreeForm == second.IsFreeForm
            && (first.AdditionalProperties is null) == (second.AdditionalProperties is null);
    }

    /// <summary>Whether the schema is the empty string that clears a parameter.</summary>
    private static bool IsEmptyString(SpecSchema schema) => schema.EnumValues is [""];

    /// <summary>Merges two schemas of the same kind. An enum is open, so it accepts the values of a plain string.</summary>
    private static SpecSchema MergeKind(SpecSchema first, SpecSchema second)
    {
        var builder = new SchemaBuilder(first);
        builder.AddKeywords(first);
        AddExtensions(builder, first, second);
        builder.SetCount("maxLength", first.MaxLength is { } length && second.MaxLength is { } other ? Math.Max(length, other) : null);
        if (first.EnumValues is { Count: > 0 } values && second.EnumValues is { Count: > 0 } more)
        {
            builder.Remove("const");
            builder.SetStrings("enum", values.Union(more));
        }

        if (first.Has(SchemaTypes.Object))
        {
            SetProperties(builder, [first, second]);
        }

        builder.SetSchema("items", MergeOptional(first.Items, second.Items));
        builder.SetSchema("additionalProperties", MergeOptional(first.AdditionalProperties, second.AdditionalProperties));
        return builder.ToSchema();
    }

    private static SpecSchema? MergeOptional(SpecSchema? first, SpecSchema? second) =>
        first is null || second is null ? first ?? second : Merge(first, second);

    /// <summary>Adds the extensions of the first schema, and <c>nullable</c> and <c>x-lattice-sensitive</c> of either.</summary>
    private static void AddExtensions(SchemaBuilder builder, SpecSchema first, SpecSchema second)
    {
        builder.AddExtensions(first);
        if (first.IsNullable || second.IsNullable)
        {
            builder.SetFlag("nullable", true);
        }

        if (SecretRules.IsSecret(first) || SecretRules.IsSecret(second))
        {
            builder.SetFlag(OpenApiKeywords.Sensitive, true);
        }
    }
}
