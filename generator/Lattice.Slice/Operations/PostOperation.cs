using Lattice.Slice.Names;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Reading;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Operations;

/// <summary>A POST of a document, and what it can be in a slice.</summary>
internal sealed class PostOperation
{
    private readonly OperationClassification _classification;
    private readonly bool _hasClass;

    private PostOperation(SpecOperation source)
    {
        Source = source;
        Path = new OperationPath(source.Path.Text);
        _classification = OperationClassifier.Classify(source);
        _hasClass = OperationReader.HasClass(_classification);
    }

    public SpecOperation Source { get; }

    public OperationPath Path { get; }

    /// <summary>The operation as slice.json and messages name it.</summary>
    public string Text => GetText(Path.Text);

    public bool IsCreate => _classification.Kind == OperationKind.Create && _hasClass && Obstacle is null;

    /// <summary>Whether the operation is a create in a document that has none of the other operations of its path.</summary>
    public bool IsCreateAlone => OperationClassifier.ClassifyAlone(Source).Kind == OperationKind.Create;

    /// <summary>The resource that has a class for the operation's methods; <see langword="null"/> if there is none.</summary>
    public ResourceId? Resource => _hasClass ? _classification.Resource : null;

    /// <summary>Why the operation cannot be generated, whatever it does; <see langword="null"/> if it can.</summary>
    public string? Obstacle => PathValidator.GetError(Path.Text) is { } error ? $"the path is not valid: {error}"
        : Path.HasPartialPlaceholder ? OperationPath.PartialPlaceholder
        : null;

    /// <summary>The name of the resource's class without the root namespace, such as <c>BillingPortal.Session</c>.</summary>
    public string TypeName => Resource is null ? "" : CSharpNames.Relative(ResourceNames.GetTypeName(Resource, CSharpNames.Root));

    /// <summary>The name of the operation's method without <c>Async</c>, such as <c>CreateForAccount</c>.</summary>
    public string Method => Resource is null ? "" : OperationNames.GetMethodName(Path, Resource);

    /// <summary>The method that calls the operation, such as <c>Person.CreateForAccountAsync</c>.</summary>
    public string Member => $"{TypeName}.{MethodSignature.GetName(Method)}";

    /// <summary>The parameters of the body, those that Stripe requires first.</summary>
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

    /// <summary>Why the operation is not a create, for a person; empty if it is one.</summary>
    public string NoCreateReason => Obstacle
        ?? (_classification.Kind != OperationKind.Create
            ? $"{_classification.Kind.ToString().ToLowerInvariant()}: {_classification.Reason}"
            : _hasClass ? "" : "its 200 response has no JSON object with a name");

    /// <summary>All POST operations of a document, by path.</summary>
    public static IReadOnlyList<PostOperation> FindAll(SpecDocument document) =>
        [.. document.Paths.Select(path => path.Find("post")).OfType<SpecOperation>().Select(operation => new PostOperation(operation))];

    /// <summary>A POST as slice.json and messages name it.</summary>
    public static string GetText(string path) => $"POST {path}";
}
