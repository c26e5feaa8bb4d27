using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Makes one object schema of several, for values that nothing in them tells apart.</summary>
internal static class SchemaFolding
{
    /// <summary>
    /// All properties of all schemas; required is what all require. A property that several have takes the values of
    /// each: null if one allows it, and it is secret if one says so.
    /// </summary>
    public static IOpenApiSchema Fold(IReadOnlyList<IOpenApiSchema> schemas)
    {
        var properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, IOpenApiSchema> property in schemas.SelectMany(
            schema => schema.Properties ?? new Dictionary<string, IOpenApiSchema>()))
        {
            properties[property.Key] = properties.TryGetValue(property.Key, out IOpenApiSchema? first)
                ? Unite(first, property.Value)
                : property.Value;
        }

        IEnumerable<string> required = schemas
            .Select(schema => (IEnumerable<string>)(schema.Required ?? new HashSet<string>()))
            .Aggregate((all, more) => all.Intersect(more));
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = schemas[0].Description,
            Extensions = schemas[0].Extensions,
            Properties = properties,
            Required = new HashSet<string>(required),
        };
    }

    /// <summary>
    /// A schema for the values of both. What is of one kind becomes one; what is not is a choice (<c>anyOf</c>), which the
    /// readers take or report as they do with those of the specification.
    /// </summary>
    private static OpenApiSchema Unite(IOpenApiSchema first, IOpenApiSchema second)
    {
        List<IOpenApiSchema> arms = [.. GetArms(first)];
        foreach (IOpenApiSchema arm in GetArms(second))
        {
            int index = arms.FindIndex(other => IsOfSameKind(other, arm));
            if (index < 0)
            {
                arms.Add(arm);
            }
            else if (arms[index] is not OpenApiSchemaReference)
            {
                arms[index] = Merge(arms[index], arm);
            }
        }

        OpenApiSchema united = arms.Count == 1 && arms[0] is OpenApiSchema only ? Copy(only) : new OpenApiSchema { AnyOf = arms };
        united.Description = first.Description ?? second.Description;
        united.Deprecated = first is not OpenApiSchemaReference && first.Deprecated;
        united.Extensions = GetExtensions(first, second);
        return united;
    }

    private static IEnumerable<IOpenApiSchema> GetArms(IOpenApiSchema schema) =>
        schema is not OpenApiSchemaReference && schema.AnyOf is { Count: > 0 } arms ? arms : [schema];

    private static bool IsOfSameKind(IOpenApiSchema first, IOpenApiSchema second)
    {
        if (first is OpenApiSchemaReference || second is OpenApiSchemaReference)
        {
            return first is OpenApiSchemaReference reference && second is OpenApiSchemaReference other
                && reference.Reference.Id == other.Reference.Id;
        }

        return !first.IsCombined() && !second.IsCombined()
            && (first.Type & ~JsonSchemaType.Null) == (second.Type & ~JsonSchemaType.Null)
            && first.GetScalarKind() == second.GetScalarKind()
            && IsEmptyText(first) == IsEmptyText(second)
            && (first.AdditionalProperties is null) == (second.AdditionalProperties is null);
    }

    /// <summary>Whether it is the one empty text that clears a parameter.</summary>
    private static bool IsEmptyText(IOpenApiSchema schema) => schema.Enum is { Count: 1 } values && values[0]?.ToString() == "";

    /// <summary>Makes one schema of two of the same kind. An enum is open, so that it takes any text of a string beside it.</summary>
    private static OpenApiSchema Merge(IOpenApiSchema first, IOpenApiSchema second)
    {
        OpenApiSchema merged = Copy(first);
        merged.Extensions = GetExtensions(first, second);
        merged.MaxLength = first.MaxLength is { } length && second.MaxLength is { } other ? Math.Max(length, other) : null;
        if (first.Enum is { Count: > 0 } values && second.Enum is { Count: > 0 } more)
        {
            HashSet<string> known = [.. values.Select(value => value.ToJsonString())];
            merged.Enum = [.. values, .. more.Where(value => known.Add(value.ToJsonString()))];
        }

        if (first.Has(JsonSchemaType.Object))
        {
            IOpenApiSchema folded = Fold([first, second]);
            (merged.Properties, merged.Required) = (folded.Properties, folded.Required);
        }

        merged.Items = UniteOptional(first.Items, second.Items);
        merged.AdditionalProperties = UniteOptional(first.AdditionalProperties, second.AdditionalProperties);
        return merged;
    }

    private static IOpenApiSchema? UniteOptional(IOpenApiSchema? first, IOpenApiSchema? second) =>
        first is null || second is null ? first ?? second : Unite(first, second);

    private static OpenApiSchema Copy(IOpenApiSchema schema) => (OpenApiSchema)schema.CreateShallowCopy();

    /// <summary>The first's own extensions, with what holds for the values of either.</summary>
    private static Dictionary<string, IOpenApiExtension> GetExtensions(IOpenApiSchema first, IOpenApiSchema second)
    {
        var extensions = new Dictionary<string, IOpenApiExtension>(first.GetOwnExtensions() ?? new Dictionary<string, IOpenApiExtension>());
        if (first.IsNullable() || second.IsNullable())
        {
            extensions[SpecPreparation.NullableExtension] = new JsonNodeExtension(true);
        }

        if (first.IsSensitive() || second.IsSensitive())
        {
            extensions[OpenApiExtensions.SensitiveExtension] = new JsonNodeExtension(true);
        }

        return extensions;
    }
}
