using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <summary>The operations of a document.</summary>
/// <param name="Groups">The types that belong to operations: parameters, results, and classes of resources without a schema.</param>
/// <param name="Operations">The operations by the class that has them.</param>
internal sealed record OperationReading(IReadOnlyList<TypeGroup> Groups, ILookup<TypeName, Operation> Operations);

/// <summary>Reads the create operations of a document and those that it declares, and reports the others.</summary>
internal sealed class OperationReader(
    SpecInfo spec, ResponseSchemaReader responses, RequestReader requests, TypeRegistry registry, DiagnosticBag diagnostics)
{
    private readonly List<(TypeName Owner, Operation Operation)> _operations = [];
    private readonly HashSet<TypeName> _containers = [];

    /// <summary>Whether there is a type for what the operation returns.</summary>
    public static bool CanReturn(OperationClassification classification) =>
        classification.ReturnsNothing || ResponseSchemaReader.CanReadResult(classification.Response);

    public OperationReading Read(SpecDocument document, CancellationToken cancellationToken)
    {
        var groups = new List<TypeGroup>();
        foreach (SpecPath path in document.Paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            groups.AddRange(ReadPath(path));
        }

        ILookup<TypeName, Operation> operations = _operations.ToLookup(entry => entry.Owner, entry => entry.Operation);
        groups.AddRange(_containers.Where(operations.Contains).Select(type => CreateContainer(type, operations[type])));
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
            ReadOperation(operation, groups);
        }

        return groups;
    }

    private void ReadOperation(SpecOperation operation, List<TypeGroup> groups)
    {
        OperationKind? declared = OperationKinds.GetDeclared(operation);
        if (declared is null && operation.Method != "post")
        {
            ReportNotGenerated(operation, "only a POST can be a create operation");
            return;
        }

        if (ReportUnresolved(operation.ResponseSchema?.Reference, operation.ResponseSchema?.Node))
        {
            return;
        }

        OperationClassification classification = OperationClassifier.Classify(operation);
        if (IsWanted(operation, classification, declared) && IsSupported(operation, classification)
            && GetOwner(classification, operation) is { } owner)
        {
            AddOperation(operation, classification, owner, groups);
        }
    }

    /// <summary>Whether the operation is to be generated: it is a create operation, or the document says so.</summary>
    private bool IsWanted(SpecOperation operation, OperationClassification classification, OperationKind? declared)
    {
        if (declared is null)
        {
            // Without a resource, the path alone does not distinguish a create operation from an action.
            if (classification.Kind != OperationKind.Action || classification.Response.Resource is not null)
            {
                return classification.Kind == OperationKind.Create || ReportNotGenerated(operation, classification);
            }

            diagnostics.Add(DiagnosticRules.NoResponse, operation.Node, DisplayNames.Get(operation));
            return false;
        }

        IReadOnlyList<OperationKind> possible = OperationKinds.GetPossible(operation.Method, classification.Response.Form);
        if (declared == OperationKind.None || possible.Contains(declared.Value))
        {
            return declared != OperationKind.None || ReportNotGenerated(operation, classification);
        }

        diagnostics.Add(
            DiagnosticRules.InvalidExtension,
            operation.Node.Find(OpenApiKeywords.Operation)!,
            OperationKinds.DescribeImpossible(operation, declared.Value, possible));
        return false;
    }

    private bool IsSupported(SpecOperation operation, OperationClassification classification)
    {
        if (!CanReturn(classification))
        {
            diagnostics.Add(DiagnosticRules.NoResponse, operation.Node, DisplayNames.Get(operation));
            return false;
        }

        if (new OperationPath(operation.Path.Text).HasPartialPlaceholder)
        {
            diagnostics.Add(
                DiagnosticRules.Unsupported, operation.Node, DisplayNames.Get(operation), OperationPath.PartialPlaceholder);
            return false;
        }

        return true;
    }

    /// <summary>The class for the operation: that of its resource, if the document has a schema for it.</summary>
    private TypeName? GetOwner(OperationClassification classification, SpecOperation operation)
    {
        SpecSchema? component = FindLive(classification, operation.Document);
        return component is not null && ResponseSchemaReader.IsObject(component)
            ? responses.GetComponent(component)
            : ReserveContainer(classification.Resource, operation);
    }

    private static SpecSchema? FindLive(OperationClassification classification, SpecDocument document) =>
        classification.Response.Component is not { } component ? document.FindSchema(classification.Resource.Text)
        : DeletedResources.IsDeleted(component) ? DeletedResources.FindLive(component, document)
        : component;

    private void AddOperation(
        SpecOperation operation, OperationClassification classification, TypeName owner, List<TypeGroup> groups)
    {
        var path = new OperationPath(operation.Path.Text);
        string method = operation.Node.GetDeclaredName(diagnostics)
            ?? OperationNames.GetMethodName(classification.Kind, path, classification.Resource);
        if (FindOther(owner, method) is { } other)
        {
            diagnostics.Add(
                DiagnosticRules.NameCollision, operation.Node, DisplayNames.Get(operation), $"{owner.Name}.{method}", other);
            return;
        }

        if (requests.Read(operation, owner, method) is not { } request)
        {
            return;
        }

        TypeRef? result = null;
        if (!classification.ReturnsNothing)
        {
            result = responses.ReadResult(classification, owner, method, operation, groups);
            if (result is null)
            {
                return;
            }
        }

        if (request.Types is { } types)
        {
            groups.Add(types);
        }

        List<SpecParameter> parameters = [.. operation.AllParameters];
        _operations.Add((owner, new Operation(
            method,
            classification.Kind,
            operation.Method,
            path.Text,
            operation.Description,
            result,
            ResponseSchemaReader.ReadPaging(operation, classification.Response),
            request.Types?.Types[0].Type,
            request.Format,
            ServerReader.Read(operation, diagnostics),
            request.IsRequired,
            ReadPathParameters(parameters, path),
            ErrorCodes.Read(operation),
            operation.IsDeprecated ? Deprecation.Describe(operation.GetExtension(OpenApiKeywords.ReplacedBy)) : null)));
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

    /// <summary>Reserves the class of an operation whose resource has no schema in the document.</summary>
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

    private bool ReportNotGenerated(SpecOperation operation, OperationClassification classification) => ReportNotGenerated(
        operation,
        classification.Kind == OperationKind.None
            ? $"{classification.Reason} to be left out"
            : $"it is {classification.Kind.GetNameWithArticle()}, because {classification.Reason}");

    /// <returns>False.</returns>
    private bool ReportNotGenerated(SpecOperation operation, string reason)
    {
        diagnostics.Add(DiagnosticRules.NotACreate, operation.Node, DisplayNames.Get(operation), reason);
        return false;
    }

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
