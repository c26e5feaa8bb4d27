using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <summary>Finds the creates among the operations of a document and reads what they take.</summary>
/// <param name="requests">The reader for each media type of a body.</param>
internal sealed class OperationReader(
    SpecInfo spec,
    ResponseSchemaReader responses,
    IReadOnlyDictionary<string, RequestSchemaReader> requests,
    TypeRegistry registry,
    DiagnosticBag diagnostics)
{
    private readonly List<(TypeName Owner, Operation Operation)> _operations = [];
    private readonly HashSet<TypeName> _containers = [];

    /// <summary>The creates that were read, by the class that has them.</summary>
    public ILookup<TypeName, Operation> Operations => _operations.ToLookup(entry => entry.Owner, entry => entry.Operation);

    /// <summary>The classes of the creates that return nothing.</summary>
    public IEnumerable<TypeGroup> Containers => _containers.Select(type => new TypeGroup(new EmittedType[]
    {
        new ContainerType(spec, type, "", Operations[type].ToEquatableArray()),
    }.ToEquatableArray()));

    /// <summary>Whether there is a class for the methods of the operation: its response is a component with an object, or nothing.</summary>
    public static bool HasClass(OperationClassification classification) =>
        classification.ReturnsNothing || (classification.Component is { } response && ResponseSchemaReader.IsObject(response));

    /// <summary>Reads all operations; each create gives the group of its parameters, if it takes any.</summary>
    public IEnumerable<TypeGroup> Read(SpecDocument document, CancellationToken cancellationToken)
    {
        foreach (SpecPath path in document.Paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (PathValidator.GetError(path.Text) is { } error)
            {
                diagnostics.Add(DiagnosticRules.InvalidPath, path.Node, PathValidator.Escape(path.Text), error);
                continue;
            }

            ReportUnresolved(path.Reference, path.Node);
            foreach (SpecOperation operation in path.Operations)
            {
                if (operation.Method != "post")
                {
                    string name = $"{operation.Method.ToUpperInvariant()} {path.Text}";
                    diagnostics.Add(DiagnosticRules.NotACreate, operation.Node, name, "only a POST can be a create");
                }
                else if (ReadPost(operation) is { } group)
                {
                    yield return group;
                }
            }
        }
    }

    private TypeGroup? ReadPost(SpecOperation operation)
    {
        if (ReportUnresolved(operation.ResponseSchema?.Reference, operation.ResponseSchema?.Node))
        {
            return null;
        }

        string name = GetName(operation);
        OperationClassification classification = OperationClassifier.Classify(operation);
        bool hasClass = HasClass(classification);
        bool isCreate = classification.Kind == OperationKind.Create;
        if (isCreate ? !hasClass : classification is { Kind: OperationKind.Action, IsDeclared: false, Resource: null })
        {
            // Without a resource the path alone does not tell a create from an action.
            diagnostics.Add(DiagnosticRules.NoResponse, operation.Node, name);
            return null;
        }

        if (!isCreate)
        {
            string kind = classification.Kind.ToString().ToLowerInvariant();
            diagnostics.Add(DiagnosticRules.NotACreate, operation.Node, name, $"it is an {kind}, because {classification.Reason}");
            return null;
        }

        if (new OperationPath(operation.Path.Text).HasPartialPlaceholder)
        {
            diagnostics.Add(DiagnosticRules.Unsupported, operation.Node, name, OperationPath.PartialPlaceholder);
            return null;
        }

        TypeName? owner = classification.ReturnsNothing
            ? ReserveContainer(classification.Resource!, operation)
            : responses.GetComponent(classification.Component!);
        return owner is null ? null : ReadCreate(operation, classification.Resource!, owner);
    }

    private TypeGroup? ReadCreate(SpecOperation operation, ResourceId resource, TypeName owner)
    {
        var path = new OperationPath(operation.Path.Text);
        string method = operation.Node.GetDeclaredName(diagnostics) ?? OperationNames.GetMethodName(path, resource);
        if (FindOther(owner, method) is { } other)
        {
            diagnostics.Add(DiagnosticRules.NameCollision, operation.Node, GetName(operation), $"{owner.Name}.{method}", other);
            return null;
        }

        if (!TryReadBody(operation, owner, method, out TypeGroup? body, out BodyFormat format, out bool requiresParams))
        {
            return null;
        }

        List<SpecParameter> parameters = [.. operation.Parameters, .. operation.Path.Parameters];
        parameters.ForEach(ReportUnlessInPath);
        _operations.Add((owner, new Operation(
            method,
            path.Text,
            operation.Description,
            body?.Types[0].Type,
            format,
            ServerReader.Read(operation, diagnostics),
            requiresParams,
            ReadPathParameters(parameters, path),
            ErrorCodes.Read(operation),
            operation.IsDeprecated ? Deprecation.Describe(operation.GetExtension(OpenApiKeywords.ReplacedBy)) : null)));
        return body;
    }

    /// <summary>What has a name already that the create would need.</summary>
    private string? FindOther(TypeName owner, string method)
    {
        IReadOnlyList<string> members = OperationNames.GetMembers(method);
        return members.Contains(owner.Name) ? "the class itself"
            : _operations.Where(other => other.Owner == owner)
                .Any(other => OperationNames.GetMembers(other.Operation.Method).Intersect(members).Any()) ? "another operation"
            : null;
    }

    /// <returns>Whether the operation can be called: it has no body, or one of a kind that can be sent.</returns>
    private bool TryReadBody(
        SpecOperation operation, TypeName owner, string method, out TypeGroup? body, out BodyFormat format, out bool requiresParams)
    {
        body = null;
        format = BodyFormat.None;
        requiresParams = false;
        if (operation.RequestBody is not { } node)
        {
            return true;
        }

        if (ReportUnresolved(operation.RequestBodyReference, node))
        {
            return false;
        }

        List<(string MediaType, SpecSchema? Schema)> content = [.. operation.RequestContent];
        if (content.Count == 0)
        {
            return true;
        }

        foreach (string mediaType in OpenApiKeywords.BodyMediaTypes)
        {
            if (content.Find(item => item.MediaType == mediaType).Schema is { } schema)
            {
                RequestSchemaReader reader = requests[mediaType];
                format = reader.Format;
                requiresParams = schema.Required.Any();
                body = reader.ReadBody(schema, owner, method);
                return body is not null;
            }
        }

        string expected = string.Join(", ", OpenApiKeywords.BodyMediaTypes);
        diagnostics.Add(DiagnosticRules.Unsupported, node, GetName(operation), $"its body has a schema for none of {expected}");
        return false;
    }

    /// <summary>The class for creates that return nothing.</summary>
    private TypeName? ReserveContainer(ResourceId resource, SpecOperation operation)
    {
        TypeName type = ResourceNames.GetTypeName(resource, spec.RootNamespace);
        if (!_containers.Contains(type) && !registry.TryReserve(type, operation.Node))
        {
            return null;
        }

        _containers.Add(type);
        return type;
    }

    /// <summary>Reports a parameter that is neither in the path nor in the body.</summary>
    private void ReportUnlessInPath(SpecParameter parameter)
    {
        if (!ReportUnresolved(parameter.Reference, parameter.Node) && parameter.In is { } location and not "path")
        {
            diagnostics.Add(DiagnosticRules.Unsupported, parameter.Node, parameter.Name, $"a {location} parameter is not supported");
        }
    }

    /// <returns>Whether there is a reference and it cannot be followed.</returns>
    private bool ReportUnresolved(SpecReference? reference, JsonValue? owner)
    {
        if (reference is not { Error: { } error })
        {
            return false;
        }

        diagnostics.Add(DiagnosticRules.UnresolvedReference, owner!.Find("$ref")!, reference.Text, error);
        return true;
    }

    private static EquatableArray<PathParameter> ReadPathParameters(List<SpecParameter> parameters, OperationPath path) =>
        path.Parameters.Zip(OperationNames.GetPathParameterNames(path), (parameter, name) => new PathParameter(
            name,
            parameter.Name,
            parameters.Find(declared => declared.Name == parameter.Name)?.Description ?? ""))
            .ToEquatableArray();

    private static string GetName(SpecOperation operation) => $"POST {operation.Path.Text}";
}
