using Lattice.Generator.Diagnostics;
using Lattice.Generator.Model;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Finds the creates among the operations of a slice and reads what they take.</summary>
/// <param name="requests">The reader for each media type of a body.</param>
internal sealed class OperationReader(
    SpecInfo spec,
    AnswerSchemaReader answers,
    IReadOnlyDictionary<string, RequestSchemaReader> requests,
    TypeRegistry registry,
    ProblemLog problems)
{
    private const string KindExtension = "x-lattice-operation";

    private readonly List<(TypeName Owner, Operation Operation)> _operations = [];
    private readonly HashSet<TypeName> _holders = [];

    /// <summary>The creates that were read, by the class that has them.</summary>
    public ILookup<TypeName, Operation> Operations => _operations.ToLookup(entry => entry.Owner, entry => entry.Operation);

    /// <summary>The classes of the creates that answer nothing.</summary>
    public IEnumerable<TypeGroup> Holders => _holders.Select(type => new TypeGroup(new EmittedType[]
    {
        new OperationsType(spec, type, "", Operations[type].ToEquatableArray()),
    }.ToEquatableArray()));

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
        IOpenApiSchema? answer = GetJsonSchema(operation);
        if (answer is OpenApiSchemaReference { Target: null } unresolved)
        {
            problems.Add(Descriptors.UnresolvedReference, place / "responses" / "200", unresolved.Reference.ReferenceV3 ?? "");
            return null;
        }

        bool answersNothing = IsEmptyObject(answer);
        ResourceId? resource = answersNothing ? ResourceId.FromPath(path)
            : answer is OpenApiSchemaReference reference ? new ResourceId(AnswerSchemaReader.GetResourceId(reference))
            : null;
        if (!IsCreate(operation, path, item, resource, answersNothing, out OperationKind kind))
        {
            problems.Add(Descriptors.NotACreate, place, $"POST {path.Text}", $"its path says that it is an {kind.ToString().ToLowerInvariant()}");
            return null;
        }

        if (resource is null)
        {
            problems.Add(Descriptors.NoResponse, place, $"POST {path.Text}");
            return null;
        }

        TypeName? owner = answersNothing ? GetHolder(resource, place) : answers.GetComponent((OpenApiSchemaReference)answer!);
        return owner is null ? null : ReadCreate(operation, path, item, resource, owner, place);
    }

    private TypeGroup? ReadCreate(OpenApiOperation operation, OperationPath path, IOpenApiPathItem item, ResourceId resource, TypeName owner, JsonPath place)
    {
        string method = problems.GetName(operation.Extensions, place) ?? OperationNames.GetMethodName(path, resource);
        if (_operations.Any(other => other.Owner == owner && other.Operation.Method == method))
        {
            problems.Add(Descriptors.NameCollision, place, $"POST {path.Text}", $"{owner.Name}.{method}", "another operation");
            return null;
        }

        if (!TryReadBody(operation, path, owner, method, place, out TypeGroup? body, out BodyFormat format, out bool requiresParams))
        {
            return null;
        }

        _operations.Add((owner, new Operation(
            method,
            path.Text,
            operation.Description ?? operation.Summary ?? "",
            body?.Types[0].Type,
            format,
            ServerReader.Read(operation, item, place, problems),
            requiresParams,
            ReadPathParameters(operation, path),
            ErrorCodes.Read(operation))));
        return body;
    }

    /// <returns>Whether the operation can be called: it has no body, or one of a kind that can be sent.</returns>
    private bool TryReadBody(
        OpenApiOperation operation, OperationPath path, TypeName owner, string method, JsonPath place,
        out TypeGroup? body, out BodyFormat format, out bool requiresParams)
    {
        body = null;
        format = BodyFormat.None;
        requiresParams = false;
        if (operation.RequestBody?.Content is not { Count: > 0 } content)
        {
            return true;
        }

        foreach (KeyValuePair<string, RequestSchemaReader> reader in requests)
        {
            if (content.TryGetValue(reader.Key, out IOpenApiMediaType? media) && media?.Schema is { } schema)
            {
                format = reader.Value.Format;
                requiresParams = schema.Required is { Count: > 0 };
                body = reader.Value.ReadBody(schema, place / "requestBody" / "content" / reader.Key / "schema", owner, method);
                return body is not null;
            }
        }

        problems.Add(Descriptors.UnsupportedShape, place / "requestBody", $"POST {path.Text}", "its body is none of " + string.Join(", ", requests.Keys));
        return false;
    }

    /// <summary>The class for creates that answer nothing.</summary>
    private TypeName? GetHolder(ResourceId resource, JsonPath place)
    {
        TypeName type = resource.GetTypeName(spec.RootNamespace);
        if (!_holders.Contains(type) && !registry.TryTake(type, place))
        {
            return null;
        }

        _holders.Add(type);
        return type;
    }

    private static EquatableArray<PathParameter> ReadPathParameters(OpenApiOperation operation, OperationPath path) =>
        path.Parameters.Select(parameter => new PathParameter(
            OperationNames.GetPathParameterName(parameter.Name, parameter.Parent),
            parameter.Name,
            operation.Parameters?.FirstOrDefault(declared => declared?.Name == parameter.Name)?.Description ?? ""))
            .ToEquatableArray();

    private static bool IsCreate(OpenApiOperation operation, OperationPath path, IOpenApiPathItem item, ResourceId? resource, bool answersNothing, out OperationKind kind)
    {
        kind = operation.Extensions.GetString(KindExtension) switch
        {
            "create" => OperationKind.Create,
            "action" => OperationKind.Action,
            _ => OperationClassifier.Classify(path, resource, GetReturnsList(item), answersNothing),
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
            && properties.TryGetValue("data", out IOpenApiSchema? data) && data.Has(JsonSchemaType.Array);
    }

    private static bool IsEmptyObject(IOpenApiSchema? schema) =>
        schema is not null and not OpenApiSchemaReference && schema.Has(JsonSchemaType.Object)
            && schema.Properties is not { Count: > 0 } && schema.AdditionalProperties is null;

    private static IOpenApiSchema? GetJsonSchema(OpenApiOperation operation) =>
        operation.Responses is { } responses && responses.TryGetValue("200", out IOpenApiResponse? response)
            && response?.Content is { } content && content.TryGetValue("application/json", out IOpenApiMediaType? media)
            ? media?.Schema
            : null;
}
