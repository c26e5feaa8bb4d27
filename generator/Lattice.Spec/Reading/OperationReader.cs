using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <summary>The create operations of a document.</summary>
/// <param name="Groups">The types of the parameters, and the classes of the operations that return no resource.</param>
/// <param name="Operations">The operations by the class that has them.</param>
internal sealed record OperationReading(IReadOnlyList<TypeGroup> Groups, ILookup<TypeName, Operation> Operations);

/// <summary>Reads the create operations of a document, and reports the others.</summary>
internal sealed class OperationReader(
    SpecInfo spec, ResponseSchemaReader responses, RequestBodyReader bodies, TypeRegistry registry, DiagnosticBag diagnostics)
{
    private readonly List<(TypeName Owner, Operation Operation)> _operations = [];
    private readonly HashSet<TypeName> _containers = [];

    /// <summary>Whether there is a class for the methods of the operation: it returns an object component, or nothing.</summary>
    public static bool HasClass(OperationClassification classification) =>
        classification.ReturnsNothing || (classification.Component is { } response && ResponseSchemaReader.IsObject(response));

    public OperationReading Read(SpecDocument document, CancellationToken cancellationToken)
    {
        var groups = new List<TypeGroup>();
        foreach (SpecPath path in document.Paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            groups.AddRange(ReadPath(path));
        }

        ILookup<TypeName, Operation> operations = _operations.ToLookup(entry => entry.Owner, entry => entry.Operation);
        groups.AddRange(_containers.Select(type => CreateContainer(type, operations[type])));
        return new OperationReading(groups, operations);
    }

    /// <returns>The types of the parameters.</returns>
    private List<TypeGroup> ReadPath(SpecPath path)
    {
        var groups = new List<TypeGroup>();
        if (PathValidator.GetError(path.Text) is { } error)
        {
            diagnostics.Add(DiagnosticRules.InvalidPath, path.Node, PathValidator.Escape(path.Text), error);
            return groups;
        }

        ReportUnresolved(path.Reference, path.Node);
        foreach (SpecOperation operation in path.Operations)
        {
            if (operation.Method != "post")
            {
                ReportNotACreate(operation, "only a POST can be a create operation");
            }
            else if (ReadPost(operation) is { } group)
            {
                groups.Add(group);
            }
        }

        return groups;
    }

    private TypeGroup? ReadPost(SpecOperation operation)
    {
        if (ReportUnresolved(operation.ResponseSchema?.Reference, operation.ResponseSchema?.Node))
        {
            return null;
        }

        OperationClassification classification = OperationClassifier.Classify(operation);
        bool isCreate = classification.Kind == OperationKind.Create;

        // Without a resource, the path alone does not distinguish a create operation from an action.
        bool isUnclear = classification is { Kind: OperationKind.Action, IsDeclared: false, Resource: null };
        if (isCreate ? !HasClass(classification) : isUnclear)
        {
            diagnostics.Add(DiagnosticRules.NoResponse, operation.Node, DisplayNames.Get(operation));
            return null;
        }

        if (!isCreate)
        {
            ReportNotACreate(operation, $"it is an {classification.Kind.ToString().ToLowerInvariant()}, because {classification.Reason}");
            return null;
        }

        var path = new OperationPath(operation.Path.Text);
        if (path.HasPartialPlaceholder)
        {
            diagnostics.Add(
                DiagnosticRules.Unsupported, operation.Node, DisplayNames.Get(operation), OperationPath.PartialPlaceholder);
            return null;
        }

        TypeName? owner = classification.ReturnsNothing
            ? ReserveContainer(classification.Resource!, operation)
            : responses.GetComponent(classification.Component!);
        return owner is null ? null : ReadCreate(operation, path, classification.Resource!, owner);
    }

    private TypeGroup? ReadCreate(SpecOperation operation, OperationPath path, ResourceId resource, TypeName owner)
    {
        string method = operation.Node.GetDeclaredName(diagnostics) ?? OperationNames.GetMethodName(path, resource);
        if (FindOther(owner, method) is { } other)
        {
            diagnostics.Add(
                DiagnosticRules.NameCollision, operation.Node, DisplayNames.Get(operation), $"{owner.Name}.{method}", other);
            return null;
        }

        if (bodies.Read(operation, owner, method) is not { } body)
        {
            return null;
        }

        List<SpecParameter> parameters = [.. operation.Parameters, .. operation.Path.Parameters];
        parameters.ForEach(ReportUnlessInPath);
        _operations.Add((owner, new Operation(
            method,
            path.Text,
            operation.Description,
            body.Types?.Types[0].Type,
            body.Format,
            ServerReader.Read(operation, diagnostics),
            body.IsRequired,
            ReadPathParameters(parameters, path),
            ErrorCodes.Read(operation),
            operation.IsDeprecated ? Deprecation.Describe(operation.GetExtension(OpenApiKeywords.ReplacedBy)) : null)));
        return body.Types;
    }

    /// <summary>What already uses a name of the operation's members; <see langword="null"/> if they are free.</summary>
    private string? FindOther(TypeName owner, string method)
    {
        IReadOnlyList<string> members = OperationNames.GetMembers(method);
        return members.Contains(owner.Name) ? "the class itself"
            : _operations.Where(other => other.Owner == owner)
                .Any(other => OperationNames.GetMembers(other.Operation.Method).Intersect(members).Any()) ? "another operation"
            : null;
    }

    /// <summary>Reserves the class of an operation that returns no resource.</summary>
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

    private TypeGroup CreateContainer(TypeName type, IEnumerable<Operation> operations) => new(new EmittedType[]
    {
        new ContainerType(spec, type, Description: "", operations.ToEquatableArray()),
    }.ToEquatableArray());

    /// <summary>Reports a parameter that is neither in the path nor in the body.</summary>
    private void ReportUnlessInPath(SpecParameter parameter)
    {
        if (!ReportUnresolved(parameter.Reference, parameter.Node) && parameter.In is { } location and not "path")
        {
            diagnostics.Add(DiagnosticRules.Unsupported, parameter.Node, parameter.Name, $"a {location} parameter is not supported");
        }
    }

    private void ReportNotACreate(SpecOperation operation, string reason) =>
        diagnostics.Add(DiagnosticRules.NotACreate, operation.Node, DisplayNames.Get(operation), reason);

    /// <returns>Whether there is a reference that cannot be resolved.</returns>
    private bool ReportUnresolved(SpecReference? reference, JsonValue? owner)
    {
        if (reference is not { Error: { } error })
        {
            return false;
        }

        diagnostics.AddUnresolved(owner!, reference, error);
        return true;
    }

    private static EquatableArray<PathParameter> ReadPathParameters(List<SpecParameter> parameters, OperationPath path) =>
        path.Parameters.Zip(OperationNames.GetPathParameterNames(path), (parameter, name) => new PathParameter(
            name,
            parameter.Name,
            parameters.Find(declared => declared.Name == parameter.Name)?.Description ?? ""))
            .ToEquatableArray();
}
