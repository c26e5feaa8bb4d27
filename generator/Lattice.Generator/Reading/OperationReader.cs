using Lattice.Generator.Diagnostics;
using Lattice.Generator.Model;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Finds the creates among the operations of a slice and reads what they take.</summary>
internal sealed class OperationReader(AnswerSchemaReader answers, RequestSchemaReader requests, ProblemLog problems)
{
    private const string KindExtension = "x-lattice-operation";
    private const string FormMediaType = "application/x-www-form-urlencoded";

    private readonly List<(TypeName Resource, Operation Operation)> _operations = [];

    /// <summary>The creates that were read, by the class that they answer.</summary>
    public ILookup<TypeName, Operation> Operations => _operations.ToLookup(entry => entry.Resource, entry => entry.Operation);

    /// <summary>Reads all operations; each create gives the group of its parameters, if it takes any.</summary>
    public IEnumerable<TypeGroup> Read(OpenApiPaths paths, CancellationToken cancellationToken)
    {
        foreach (KeyValuePair<string, IOpenApiPathItem> entry in paths.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            JsonPath pathItem = JsonPath.Root / "paths" / entry.Key;
            var path = new OperationPath(entry.Key);
            foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in
                (entry.Value?.Operations ?? []).OrderBy(operation => operation.Key.Method, StringComparer.Ordinal))
            {
                JsonPath place = pathItem / operation.Key.Method.ToLowerInvariant();
                if (operation.Key != HttpMethod.Post)
                {
                    problems.Add(Descriptors.NotACreate, place, $"{operation.Key} {entry.Key}", "only a POST can be a create");
                }
                else if (ReadPost(operation.Value, path, entry.Value!, place) is { } group)
                {
                    yield return group;
                }
            }
        }
    }

    private TypeGroup? ReadPost(OpenApiOperation operation, OperationPath path, IOpenApiPathItem item, JsonPath place)
    {
        OpenApiSchemaReference? answer = GetAnswer(operation);
        if (answer is { Target: null })
        {
            problems.Add(Descriptors.UnresolvedReference, place / "responses" / "200", answer.Reference.ReferenceV3 ?? "");
            return null;
        }

        ResourceId? resource = answer is null ? null : new ResourceId(AnswerSchemaReader.GetResourceId(answer));
        if (!IsCreate(operation, path, item, resource, out OperationKind kind))
        {
            problems.Add(Descriptors.NotACreate, place, $"POST {path.Text}", $"its path says that it is an {kind.ToString().ToLowerInvariant()}");
            return null;
        }

        if (answer is null || resource is null)
        {
            problems.Add(Descriptors.NoResponse, place, $"POST {path.Text}");
            return null;
        }

        return answers.GetComponent(answer, place) is { } type ? ReadCreate(operation, path, resource, type, place) : null;
    }

    private TypeGroup? ReadCreate(OpenApiOperation operation, OperationPath path, ResourceId resource, TypeName type, JsonPath place)
    {
        string method = operation.Extensions.GetString("x-lattice-name") ?? OperationNames.GetMethodName(path, resource);
        if (_operations.Any(other => other.Resource == type && other.Operation.Method == method))
        {
            problems.Add(Descriptors.NameCollision, place, $"POST {path.Text}", $"{type.Name}.{method}", "another operation");
            return null;
        }

        TypeGroup? body = null;
        IOpenApiSchema? schema = null;
        if (operation.RequestBody?.Content is { Count: > 0 } content)
        {
            if (!content.TryGetValue(FormMediaType, out IOpenApiMediaType? media) || media?.Schema is null)
            {
                problems.Add(Descriptors.UnsupportedShape, place / "requestBody", $"POST {path.Text}", "only bodies of the type " + FormMediaType + " are supported");
                return null;
            }

            schema = media.Schema;
            JsonPath schemaPath = place / "requestBody" / "content" / FormMediaType / "schema";
            body = requests.ReadBody(schema, schemaPath, type, method);
            if (body is null)
            {
                return null;
            }
        }

        _operations.Add((type, new Operation(
            method,
            path.Text,
            operation.Description ?? operation.Summary ?? "",
            body?.Types[0].Type,
            RequiresParams: schema?.Required is { Count: > 0 },
            ReadPathParameters(operation, path))));
        return body;
    }

    private static EquatableArray<PathParameter> ReadPathParameters(OpenApiOperation operation, OperationPath path) =>
        path.Parameters.Select(parameter => new PathParameter(
            OperationNames.GetPathParameterName(parameter.Name, parameter.Parent),
            parameter.Name,
            operation.Parameters?.FirstOrDefault(declared => declared?.Name == parameter.Name)?.Description ?? ""))
            .ToEquatableArray();

    private static bool IsCreate(OpenApiOperation operation, OperationPath path, IOpenApiPathItem item, ResourceId? resource, out OperationKind kind)
    {
        kind = operation.Extensions.GetString(KindExtension) switch
        {
            "create" => OperationKind.Create,
            "action" => OperationKind.Action,
            _ => OperationClassifier.Classify(path, resource, GetReturnsList(item), answersNothing: false),
        };
        return kind == OperationKind.Create;
    }

    /// <summary>Whether the GET of the path returns a list; <see langword="null"/> if it has no GET.</summary>
    private static bool? GetReturnsList(IOpenApiPathItem item)
    {
        if (item.Operations is null || !item.Operations.TryGetValue(HttpMethod.Get, out OpenApiOperation? get))
        {
            return null;
        }

        return GetJsonSchema(get) is { Properties: { } properties }
            && properties.TryGetValue("data", out IOpenApiSchema? data) && (data.Type & JsonSchemaType.Array) != 0;
    }

    private static OpenApiSchemaReference? GetAnswer(OpenApiOperation operation) => GetJsonSchema(operation) as OpenApiSchemaReference;

    private static IOpenApiSchema? GetJsonSchema(OpenApiOperation operation) =>
        operation.Responses is { } responses && responses.TryGetValue("200", out IOpenApiResponse? response)
            && response?.Content is { } content && content.TryGetValue("application/json", out IOpenApiMediaType? media)
            ? media?.Schema
            : null;
}
