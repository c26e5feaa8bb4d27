using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Makes one object schema of several, for values that nothing in them tells apart.</summary>
internal static class SchemaFolding
{
    /// <summary>
    /// All properties of all schemas; the values of an enum are united, and required is what all require. Where two
    /// say different things of a property, the first counts.
    /// </summary>
    public static IOpenApiSchema Fold(IReadOnlyList<IOpenApiSchema> schemas)
    {
        var properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, IOpenApiSchema> property in schemas.SelectMany(schema => schema.Properties ?? new Dictionary<string, IOpenApiSchema>()))
        {
            properties[property.Key] = properties.TryGetValue(property.Key, out IOpenApiSchema? first)
                ? UniteEnums(first, property.Value)
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

    private static IOpenApiSchema UniteEnums(IOpenApiSchema first, IOpenApiSchema second)
    {
        if (first is not OpenApiSchema schema || first.Enum is not { Count: > 0 } values || second.Enum is not { Count: > 0 } more)
        {
            return first;
        }

        HashSet<string> known = [.. values.Select(value => value.ToJsonString())];
        var united = (OpenApiSchema)schema.CreateShallowCopy();
        united.Enum = [.. values, .. more.Where(value => known.Add(value.ToJsonString()))];
        return united;
    }
}
