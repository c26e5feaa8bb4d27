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
            if (entry.Value is OpenApiPathItemReference { Target: null } unresolved)
            {
                problems.Add(Descriptors.UnresolvedReference, pathItem / "$ref", unresolved.Reference.ReferenceV3 ?? "");
            }

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
        OperationKind? told = GetKind(operation);
        OperationKind kind = told ?? OperationClassifier.Classify(path, resource, GetReturnsList(item), answersNothing);
        bool hasClass = answersNothing || (answer is OpenApiSchemaReference component && AnswerSchemaReader.IsObject(component));
        if (kind == OperationKind.Create ? !hasClass : kind == OperationKind.Action && told is null && resource is null)
        {
            // Without a resource the path alone does not tell a create from an action.
            problems.Add(Descriptors.NoResponse, place, $"POST {path.Text}");
            return null;
        }

        if (kind != OperationKind.Create)
        {
            problems.Add(Descriptors.NotACreate, place, $"POST {path.Text}", $"its path says that it is an {kind.ToString().ToLowerInvariant()}");
            return null;
        }

        if (path.HasPartialPlaceholder)
        {
            problems.Add(Descriptors.UnsupportedShape, place, $"POST {path.Text}", OperationPath.PartialPlaceholder);
            return null;
        }

        TypeName? owner = answersNothing ? GetHolder(resource!, place) : answers.GetComponent((OpenApiSchemaReference)answer!);
        return owner is null ? null : ReadCreate(operation, path, item, resource!, owner, place);
    }

    private TypeGroup? ReadCreate(
        OpenApiOperation operation, OperationPath path, IOpenApiPathItem item, ResourceId resource, TypeName owner, JsonPath place)
    {
        string method = problems.GetName(operation.Extensions, place) ?? OperationNames.GetMethodName(path, resource);
        if (GetTaken(owner, method) is { } taken)
        {
            problems.Add(Descriptors.NameCollision, place, $"POST {path.Text}", $"{owner.Name}.{method}", taken);
            return null;
        }

        if (!TryReadBody(operation, path, owner, method, place, out TypeGroup? body, out BodyFormat format, out bool requiresParams))
        {
            return null;
        }

        ReportOtherParameters(operation.Parameters, place);
        ReportOtherParameters(item.Parameters, JsonPath.Root / "paths" / path.Text);
        _operations.Add((owner, new Operation(
            method,
            path.Text,
            operation.Description ?? operation.Summary ?? "",
            body?.Types[0].Type,
            format,
            ServerReader.Read(operation, item, place, problems),
            requiresParams,
            ReadPathParameters([.. operation.Parameters ?? [], .. item.Parameters ?? []], path),
            ErrorCodes.Read(operation),
            operation.Deprecated ? Deprecation.Describe(operation.Extensions.GetString(Deprecation.ReplacedByExtension)) : null)));
        return body;
    }

    /// <summary>What has a name already that the create would bring.</summary>
    private string? GetTaken(TypeName owner, string method)
    {
        IReadOnlyList<string> members = OperationNames.GetMembers(method);
        return members.Contains(owner.Name) ? "the class itself"
            : _operations.Where(other => other.Owner == owner)
                .Any(other => OperationNames.GetMembers(other.Operation.Method).Intersect(members).Any()) ? "another operation"
            : null;
    }

    /// <returns>Whether the operation can be called: it has no body, or one of a kind that can be sent.</returns>
    private bool TryReadBody(
        OpenApiOperation operation, OperationPath path, TypeName owner, string method, JsonPath place,
        out TypeGroup? body, out BodyFormat format, out bool requiresParams)
    {
        body = null;
        format = BodyFormat.None;
        requiresParams = false;
        if (operation.RequestBody is OpenApiRequestBodyReference { Target: null } unresolved)
        {
            problems.Add(Descriptors.UnresolvedReference, place / "requestBody" / "$ref", unresolved.Reference.ReferenceV3 ?? "");
            return false;
        }

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

        problems.Add(
            Descriptors.UnsupportedShape,
            place / "requestBody",
            $"POST {path.Text}",
            "its body is none of " + string.Join(", ", requests.Keys));
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

    /// <summary>Reports the parameters that are neither in the path nor in the body.</summary>
    private void ReportOtherParameters(IList<IOpenApiParameter>? parameters, JsonPath place)
    {
        for (int i = 0; i < parameters?.Count; i++)
        {
            JsonPath parameter = place / "parameters" / i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (parameters[i] is OpenApiParameterReference { Target: null } unresolved)
            {
                problems.Add(Descriptors.UnresolvedReference, parameter / "$ref", unresolved.Reference.ReferenceV3 ?? "");
            }
            else if (parameters[i] is { In: { } location and not ParameterLocation.Path } other)
            {
                string kind = location.ToString().ToLowerInvariant();
                problems.Add(Descriptors.UnsupportedShape, parameter, other.Name ?? "", $"a {kind} parameter is not supported");
            }
        }
    }

    private static EquatableArray<PathParameter> ReadPathParameters(IReadOnlyList<IOpenApiParameter> parameters, OperationPath path) =>
        path.Parameters.Zip(OperationNames.GetPathParameterNames(path), (parameter, name) => new PathParameter(
            name,
            parameter.Name,
            parameters.FirstOrDefault(declared => declared?.Name == parameter.Name)?.Description ?? ""))
            .ToEquatableArray();

    /// <summary>The kind that the slice gives, whatever the path says.</summary>
    private static OperationKind? GetKind(OpenApiOperation operation) => operation.Extensions.GetString(KindExtension) switch
    {
        "create" => OperationKind.Create,
        "action" => OperationKind.Action,
        _ => null,
    };

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
