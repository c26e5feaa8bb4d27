using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Reading;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Specifications;

/// <summary>An operation of a document.</summary>
internal sealed class ApiOperation
{
    private readonly OperationClassification _classification;

    private ApiOperation(SpecOperation source, OperationClassification classification, bool isKindChosen)
    {
        Source = source;
        Path = new OperationPath(source.Path.Text);
        Collection = GetCollection(Path, classification.Kind);
        _classification = classification;
        IsKindChosen = isKindChosen;
        Obstacle = FindObstacle();
    }

    public SpecOperation Source { get; }

    public OperationPath Path { get; }

    /// <summary>The segments of the path down to the collection that it belongs to, without those of an object in it.</summary>
    public IReadOnlyList<string> Collection { get; }

    /// <summary>The name of the operation in slice.json and messages.</summary>
    public string Text => OperationName.Get(Source.Method, Path.Text);

    /// <summary>Whether the kind is another one than the rules say.</summary>
    public bool IsKindChosen { get; }

    public OperationKind Kind => _classification.Kind;

    /// <summary>The reason why the operation cannot be generated, as a clause without a period; <see langword="null"/> if it can.</summary>
    public string? Obstacle { get; }

    /// <summary>Whether the operation is a create that can be generated.</summary>
    public bool IsCreate => Kind == OperationKind.Create && Obstacle is null;

    /// <summary>
    /// Whether a slice must declare the kind: only creates are generated without that, and the reason why it is one, such as a GET that
    /// lists, may not be in the slice.
    /// </summary>
    public bool MustDeclareKind => IsKindChosen || Kind != OperationKind.Create
        || OperationClassifier.ClassifyAlone(Source).Kind != OperationKind.Create;

    /// <summary>The resource whose class has the method; <see langword="null"/> if there is none.</summary>
    public ResourceId? Resource => Obstacle is null ? _classification.Resource : null;

    /// <summary>The name of the resource's class without the root namespace, such as <c>BillingPortal.Session</c>.</summary>
    public string TypeName => Resource is null ? "" : CSharpNames.Relative(ResourceNames.GetTypeName(Resource, CSharpNames.Root));

    /// <summary>The name of the method without <c>Async</c>, such as <c>CreateForAccount</c>.</summary>
    public string Method => Resource is null ? "" : OperationNames.GetMethodName(Kind, Path, Resource);

    /// <summary>The method with its class, such as <c>Person.CreateForAccountAsync</c>.</summary>
    public string Member => Resource is null ? "" : $"{TypeName}.{MethodSignature.GetName(Method)}";

    /// <summary>The parameters of the body or the query, required ones first.</summary>
    public IReadOnlyList<(string Name, bool IsRequired)> Parameters
    {
        get
        {
            SpecSchema? body = Source.Method == "get" ? null : Source.FindBodySchema();
            SpecSchema? schema = Source.Method == "post" ? body : QuerySchema.Create(Source, body);
            HashSet<string> required = [.. schema?.Required ?? []];
            return [.. (schema?.Properties ?? [])
                .Select(property => (property.Key, IsRequired: required.Contains(property.Key)))
                .OrderByDescending(parameter => parameter.IsRequired).ThenBy(parameter => parameter.Key, StringComparer.Ordinal)];
        }
    }

    /// <summary>All operations of a document, by path.</summary>
    public static IReadOnlyList<ApiOperation> FindAll(SpecDocument document) =>
    [
        .. from path in document.Paths
           from operation in path.Operations
           select new ApiOperation(operation, OperationClassifier.Classify(operation), isKindChosen: false),
    ];

    /// <summary>The same operation as another kind than the rules say.</summary>
    public ApiOperation As(OperationKind kind) => new(Source, OperationClassifier.ClassifyAs(Source, kind), isKindChosen: true);

    private string? FindObstacle()
    {
        IReadOnlyList<OperationKind> possible = OperationKinds.GetPossible(Source.Method, _classification.Response.Form);
        return PathValidator.GetError(Path.Text) is { } error ? $"the path is not valid: {error}"
            : Path.HasPartialPlaceholder ? OperationPath.PartialPlaceholder
            : possible.Count == 0 ? $"a {Source.Method.ToUpperInvariant()} is not supported"
            : Kind == OperationKind.None ? $"{_classification.Reason} to be left out"
            : DescribeReference() is { } unresolved ? unresolved
            : !OperationReader.CanReturn(_classification) ? DescribeResponse()
            : possible.Contains(Kind) ? null
            : $"it is declared {Kind.GetNameWithArticle()}, but its method and response make it "
                + string.Join(" or ", possible.Select(kind => kind.GetNameWithArticle()));
    }

    private string? DescribeReference() => Source.ResponseSchema is { Reference: { Error: { } error } reference } schema
        ? $"the $ref \"{Suggestions.Shorten(reference.Text)}\" at {schema.Node.Pointer} cannot be resolved: {error}"
        : null;

    private string DescribeResponse() => _classification.Response.Form == ResponseForm.List
        ? "the elements of its list are not named JSON objects that can be told apart"
        : "its 200 response is not a named JSON object";

    /// <summary>
    /// Cuts an object of the collection, and what an action or a search does with it: <c>v1/charges</c> for
    /// <c>/v1/charges/{charge}/capture</c>.
    /// </summary>
    private static IReadOnlyList<string> GetCollection(OperationPath path, OperationKind kind)
    {
        int placeholder = path.Segments.ToList().FindLastIndex(OperationPath.IsPlaceholder);
        int end = placeholder == path.Segments.Count - 1 ? placeholder
            : kind is not (OperationKind.Action or OperationKind.Search) ? path.Segments.Count
            : placeholder > 0 ? placeholder
            : path.Segments.Count - 1;
        return [.. path.Segments.Take(Math.Max(end, 0))];
    }
}
