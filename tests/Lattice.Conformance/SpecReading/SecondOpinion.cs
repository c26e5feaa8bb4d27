using Microsoft.OpenApi;

namespace Lattice.Conformance.SpecReading;

/// <summary>
/// Reads the specification with the OpenAPI library too, and reports the differences: in the operations, and in the schemas of those that
/// are checked the properties, which of them are required or nullable, and the types.
/// </summary>
internal sealed partial class SecondOpinion
{
    private readonly List<string> _differences = [];

    /// <returns>The differences, each with its operation or <see langword="null"/>.</returns>
    public static IEnumerable<(string? Operation, string Difference)> Compare(SpecDocument spec) => Compare(spec, spec.Text);

    internal static IEnumerable<(string? Operation, string Difference)> Compare(SpecDocument spec, string text)
    {
        OpenApiPaths paths = OpenApiDocument.Parse(text, "json").Document?.Paths ?? [];
        Dictionary<string, OpenApiOperation> others = paths
            .SelectMany(path => path.Value.Operations?.Select(entry => KeyValuePair.Create($"{entry.Key} {path.Key}", entry.Value)) ?? [])
            .ToDictionary(StringComparer.Ordinal);
        string[] own = [.. OperationRules.GetOperations(spec).Select(operation => $"{operation.Method} {operation.Path}")];
        foreach (string name in others.Keys.Except(own).Concat(own.Except(others.Keys)))
        {
            yield return (null, $"only one reader finds {name}");
        }

        var opinion = new SecondOpinion();
        foreach (ApiOperation operation in spec.Operations.Where(operation => others.ContainsKey(operation.Name)))
        {
            opinion.Compare(operation, others[operation.Name]);
            foreach (string difference in opinion._differences)
            {
                yield return (operation.Name, difference);
            }

            opinion._differences.Clear();
        }
    }

    private void Compare(ApiOperation operation, OpenApiOperation other)
    {
        string? mediaType = operation.BodyKind switch
        {
            BodyKind.Form => "application/x-www-form-urlencoded",
            BodyKind.Json => "application/json",
            BodyKind.Multipart => "multipart/form-data",
            _ => null,
        };
        if (mediaType is not null && operation.Parameters is { } body)
        {
            Compare(body, other.RequestBody?.Content?[mediaType].Schema, "body");
        }
        else if (mediaType is null)
        {
            CompareQuery(operation.Parameters?.Properties ?? [], other);
        }

        if (operation.Response is { } response)
        {
            Compare(response, other.Responses?["200"].Content?["application/json"].Schema, "response");
        }
    }

    /// <summary>Compares the parameters in the query, and those of a form that are sent there.</summary>
    private void CompareQuery(IReadOnlyList<PropertyShape> parameters, OpenApiOperation other)
    {
        var query = new Dictionary<string, (IOpenApiSchema? Schema, bool IsRequired)>(StringComparer.Ordinal);
        IOpenApiSchema? form = other.RequestBody?.Content?.Values.FirstOrDefault()?.Schema;
        foreach ((string name, IOpenApiSchema schema) in form?.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            query.Add(name, (schema, form!.Required?.Contains(name) == true));
        }

        foreach (IOpenApiParameter parameter in (other.Parameters ?? []).Where(parameter => parameter.In == ParameterLocation.Query))
        {
            query[parameter.Name!] = (parameter.Schema, parameter.Required);
        }

        CompareNames("the parameters", parameters.Select(parameter => parameter.Name), query.Keys, "query");
        foreach (PropertyShape parameter in parameters.Where(parameter => query.ContainsKey(parameter.Name)))
        {
            if (query[parameter.Name].IsRequired != parameter.IsRequired)
            {
                Add($"query.{parameter.Name}", parameter.IsRequired ? "not required" : "required");
            }

            Compare(parameter.Shape, query[parameter.Name].Schema, $"query.{parameter.Name}");
        }
    }

    private void CompareNames(string what, IEnumerable<string> own, IEnumerable<string> other, string path)
    {
        string[] names = [.. own];
        string[] others = [.. other];
        if (names.Except(others).Concat(others.Except(names)).ToArray() is { Length: > 0 } different)
        {
            Add(path, $"{what} differ: {string.Join(", ", different)}");
        }
    }

    private void Add(string path, string reading) => _differences.Add($"{path}: the OpenAPI library reads it differently: {reading}");
}
