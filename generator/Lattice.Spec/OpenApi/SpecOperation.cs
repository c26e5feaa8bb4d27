using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>An operation of a path.</summary>
/// <param name="Method">The method in lowercase, as OpenAPI writes it.</param>
internal sealed record SpecOperation(SpecPath Path, string Method, JsonValue Node)
{
    public SpecDocument Document => Path.Document;

    public string? Id => Node.Find("operationId")?.String;

    public string Description => Node.Find("description")?.String ?? Node.Find("summary")?.String ?? "";

    public bool IsDeprecated => Node.Find("deprecated")?.Boolean == true;

    /// <summary>The parameters of the operation itself.</summary>
    public IEnumerable<SpecParameter> Parameters => SpecParameter.ReadAll(Document, Node);

    /// <summary>The URL of the operation's own server; <see langword="null"/> if it has none.</summary>
    public JsonValue? ServerUrl => GetServerUrl(Node);

    /// <summary>The body, or the reference to it; <see langword="null"/> if the operation has none.</summary>
    public JsonValue? RequestBody => Node.Find("requestBody");

    /// <summary>The reference that the body is; <see langword="null"/> if it is not one.</summary>
    public SpecReference? RequestBodyReference =>
        RequestBody is { } body && ReferenceResolver.GetReference(body) is { } reference ? Document.Resolve(reference) : null;

    /// <summary>The media types of the body with their schemas, in the order of the file.</summary>
    public IEnumerable<(string MediaType, SpecSchema? Schema)> RequestContent => GetContent(RequestBody);

    /// <summary>The responses with their status codes, or <c>default</c>.</summary>
    public IEnumerable<(string Status, JsonValue Response)> Responses =>
        (Node.Find("responses")?.Members ?? JsonMembers.Empty)
        .Where(member => !OpenApiKeywords.IsExtension(member.Name))
        .Select(member => (member.Name, member.Value));

    /// <summary>The JSON schema of the successful response; <see langword="null"/> if absent.</summary>
    public SpecSchema? ResponseSchema => GetResponseSchema("200");

    /// <summary>The JSON schema of the errors; <see langword="null"/> if absent.</summary>
    public SpecSchema? ErrorSchema => GetResponseSchema("default");

    /// <summary>The parameters of the operation and of its path. Those of the operation come first.</summary>
    public IEnumerable<SpecParameter> AllParameters => Parameters.Concat(Path.Parameters);

    /// <summary>The schema of the body in the preferred media type that has a schema; <see langword="null"/> if none has.</summary>
    public SpecSchema? FindBodySchema() => FindBody()?.Schema;

    /// <summary>The preferred media type of the body that has a schema; <see langword="null"/> if none has.</summary>
    public (string MediaType, SpecSchema Schema)? FindBody()
    {
        List<(string MediaType, SpecSchema? Schema)> content = [.. RequestContent];
        foreach (string mediaType in BodyMediaTypes.ByPreference)
        {
            if (content.Find(item => item.MediaType == mediaType).Schema is { } schema)
            {
                return (mediaType, schema);
            }
        }

        return null;
    }

    /// <summary>The JSON schema of a response; <see langword="null"/> if absent.</summary>
    /// <param name="status">The status code, or <c>default</c>.</param>
    public SpecSchema? GetResponseSchema(string status) =>
        GetContent(Node.Find("responses")?.Find(status)).FirstOrDefault(content => content.MediaType == BodyMediaTypes.Json).Schema;

    /// <summary>
    /// The media type of the successful response if it is a file: its only content is a binary string; otherwise <see langword="null"/>.
    /// </summary>
    public string? FileMediaType =>
        GetContent(Node.Find("responses")?.Find("200")).ToList() is [(not BodyMediaTypes.Json and var type, { Format: "binary" } schema)]
            && schema.Has(SchemaTypes.String)
            ? type
            : null;

    /// <summary>The text of an extension; <see langword="null"/> if absent.</summary>
    public string? GetExtension(string name) => Node.Find(name)?.String;

    internal static JsonValue? GetServerUrl(JsonValue? owner) =>
        owner?.Find("servers") is { Items: { Count: > 0 } servers } && servers[0].Find("url") is { Kind: JsonKind.String } url ? url : null;

    private IEnumerable<(string MediaType, SpecSchema? Schema)> GetContent(JsonValue? owner) =>
        from member in Document.Follow(owner)?.Find("content")?.Members ?? JsonMembers.Empty
        let schema = member.Value.Find("schema")
        select (member.Name, schema?.Kind == JsonKind.Object ? new SpecSchema(Document, schema) : null);
}
