using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Tells the unions of an answer apart: those whose objects say what they are, and those whose do not.</summary>
internal sealed class AnswerUnions
{
    private readonly Dictionary<string, List<IOpenApiSchema>> _folded = new(StringComparer.Ordinal);

    /// <summary>Finds the unions without a discriminator among all components: their first arm takes the others in.</summary>
    public AnswerUnions(OpenApiDocument document)
    {
        foreach (KeyValuePair<string, IOpenApiSchema> component in (document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()).OrderBy(component => component.Key, StringComparer.Ordinal))
        {
            Collect(component.Value);
        }
    }

    /// <summary>The component's schema, with what it takes in of others.</summary>
    public IOpenApiSchema GetSchema(OpenApiSchemaReference component) =>
        _folded.TryGetValue(component.Reference.Id!, out List<IOpenApiSchema>? others) ? SchemaFolding.Fold([component, .. others]) : component;

    /// <summary>
    /// The arms of a union with their <c>object</c> and <c>deleted</c>, or <see langword="null"/> if those do not tell them
    /// apart.
    /// </summary>
    public static IReadOnlyList<(OpenApiSchemaReference Arm, string Object, bool IsDeleted)>? Discriminate(IReadOnlyList<OpenApiSchemaReference> arms)
    {
        var found = new List<(OpenApiSchemaReference Arm, string Object, bool IsDeleted)>();
        foreach (OpenApiSchemaReference arm in arms)
        {
            if (GetLiteral(arm, "object") is not { } name)
            {
                return null;
            }

            found.Add((arm, name, GetLiteral(arm, "deleted") == "true"));
        }

        return found.Select(arm => (arm.Object, arm.IsDeleted)).Distinct().Count() == found.Count ? found : null;
    }

    private void Collect(IOpenApiSchema? schema)
    {
        if (schema is null or OpenApiSchemaReference)
        {
            return;
        }

        if (schema.AnyOf is { Count: > 1 } arms && arms.All(arm => arm is OpenApiSchemaReference { Target: not null }))
        {
            List<OpenApiSchemaReference> references = arms.Cast<OpenApiSchemaReference>().ToList();
            if (Discriminate(references) is null && references[0].Reference.Id is { } first)
            {
                if (!_folded.TryGetValue(first, out List<IOpenApiSchema>? others))
                {
                    _folded.Add(first, others = []);
                }

                others.AddRange(references.Skip(1));
            }
        }

        foreach (IOpenApiSchema property in schema.Properties?.Values ?? [])
        {
            Collect(property);
        }

        Collect(schema.Items);
        Collect(schema.AdditionalProperties);
    }

    private static string? GetLiteral(OpenApiSchemaReference schema, string property) =>
        schema.Properties is { } properties && properties.TryGetValue(property, out IOpenApiSchema? value)
            && value.Enum is { Count: 1 } literals && literals[0] is JsonValue literal
            ? literal.ToString()
            : null;
}
