using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>The schema of an operation's query: an object with a property for each parameter.</summary>
internal static class QuerySchema
{
    /// <param name="body">A body whose properties are sent in the query as well; <see langword="null"/> if there is none.</param>
    public static SpecSchema Create(SpecOperation operation, SpecSchema? body)
    {
        var source = new SpecSchema(operation.Document, operation.Node);
        var properties = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        var required = new SortedSet<string>(body?.Required ?? [], StringComparer.Ordinal);
        foreach (KeyValuePair<string, SpecSchema> property in body?.Properties ?? [])
        {
            properties[property.Key] = property.Value.Node;
        }

        foreach (SpecParameter parameter in operation.AllParameters)
        {
            // A parameter of the operation overrides one of the path.
            if (parameter is { In: "query", Schema: { } schema } && !properties.ContainsKey(parameter.Name))
            {
                properties.Add(parameter.Name, Describe(schema, parameter).Node);
                if (parameter.IsRequired)
                {
                    required.Add(parameter.Name);
                }
            }
        }

        var query = new SchemaBuilder(source);
        query.SetString("type", "object");
        query.SetObject("properties", properties);
        query.SetStrings("required", required);
        return query.ToSchema();
    }

    /// <summary>Adds what the parameter says of itself to its schema.</summary>
    private static SpecSchema Describe(SpecSchema schema, SpecParameter parameter)
    {
        if (schema.Reference is not null)
        {
            return schema;
        }

        var described = new SchemaBuilder(schema);
        described.AddKeywords(schema);
        if (schema.Description is null && parameter.Description.Length > 0)
        {
            described.SetString("description", parameter.Description);
        }

        if (parameter.IsDeprecated)
        {
            described.SetFlag("deprecated", true);
        }

        return described.ToSchema();
    }
}
