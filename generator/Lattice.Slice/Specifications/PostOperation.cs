using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Reading;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Specifications;

/// <summary>A POST operation of a document.</summary>
internal sealed class PostOperation
{
    private readonly OperationClassification _classification;
    private readonly bool _hasClass;

    private PostOperation(SpecOperation source)
    {
        Source = source;
        Path = new OperationPath(source.Path.Text);
        _classification = OperationClassifier.Classify(source);
        _hasClass = OperationReader.CanReturn(_classification);
    }

    public SpecOperation Source { get; }

    public OperationPath Path { get; }

    /// <summary>The name of the operation in slice.json and messages.</summary>
    public string Text => GetText(Path.Text);

    public bool IsCreate => _classification.Kind == OperationKind.Create && _hasClass && Obstacle is null;

    /// <summary>Whether the operation is a create if the document has no other operation with its path.</summary>
    public bool IsCreateAlone => OperationClassifier.ClassifyAlone(Source).Kind == OperationKind.Create;

    /// <summary>The resource whose class has the method; <see langword="null"/> if absent.</summary>
    public ResourceId? Resource => _hasClass ? _classification.Resource : null;

    /// <summary>The reason why the operation cannot be generated at all; <see langword="null"/> if it can.</summary>
    public string? Obstacle => PathValidator.GetError(Path.Text) is { } error ? $"the path is not valid: {error}"
        : Path.HasPartialPlaceholder ? OperationPath.PartialPlaceholder
        : null;

    /// <summary>The name of the resource's class without the root namespace, such as <c>BillingPortal.Session</c>.</summary>
    public string TypeName => Resource is null ? "" : CSharpNames.Relative(ResourceNames.GetTypeName(Resource, CSharpNames.Root));

    /// <summary>The name of the method without <c>Async</c>, such as <c>CreateForAccount</c>.</summary>
    public string Method => Resource is null ? "" : OperationNames.GetMethodName(OperationKind.Create, Path, Resource);

    /// <summary>The method with its class, such as <c>Person.CreateForAccountAsync</c>.</summary>
    public string Member => $"{TypeName}.{MethodSignature.GetName(Method)}";

    /// <summary>The parameters of the body, required ones first.</summary>
    public IReadOnlyList<(string Name, bool IsRequired)> Parameters
    {
        get
        {
            SpecSchema? body = Source.FindBodySchema();
            HashSet<string> required = [.. body?.Required ?? []];
            return [.. (body?.Properties ?? [])
                .Select(property => (property.Key, IsRequired: required.Contains(property.Key)))
                .OrderByDescending(parameter => parameter.IsRequired).ThenBy(parameter => parameter.Key, StringComparer.Ordinal)];
        }
    }

    /// <summary>The reason why the operation is not a create; empty if it is one.</summary>
    public string NotCreateReason => Obstacle
        ?? (_classification.Kind != OperationKind.Create
            ? $"{_classification.Kind.ToString().ToLowerInvariant()}: {_classification.Reason}"
            : _hasClass ? "" : "its 200 response is not a named JSON object");

    /// <summary>All POST operations of a document, by path.</summary>
    public static IReadOnlyList<PostOperation> FindAll(SpecDocument document) =>
        [.. document.Paths.Select(path => path.Find("post")).OfType<SpecOperation>().Select(operation => new PostOperation(operation))];

    /// <summary>The name of a POST operation in slice.json and messages.</summary>
    public static string GetText(string path) => $"POST {path}";
}
