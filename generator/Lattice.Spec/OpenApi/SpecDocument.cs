using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>
/// An OpenAPI document. This view and the others accept any document: they treat what is invalid as missing.
/// <see cref="DocumentChecker"/> reports it.
/// </summary>
internal sealed class SpecDocument
{
    private readonly ReferenceResolver _references;
    private readonly JsonValue? _schemas;

    public SpecDocument(JsonValue root)
    {
        Root = root;
        HasReferenceSiblings = OpenApiVersion.HasReferenceSiblings(root);
        _references = new ReferenceResolver(root);
        _schemas = root.Find("components")?.Find("schemas");
        Paths = [.. (root.Find("paths")?.Members ?? JsonMembers.Empty)
            .Where(member => !OpenApiKeywords.IsExtension(member.Name) && member.Value.Kind == JsonKind.Object)
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => new SpecPath(this, member.Name, member.Value))];
    }

    public JsonValue Root { get; }

    public string? Title => Root.Find("info")?.Find("title")?.String;

    /// <summary>The version of the API.</summary>
    public string? Version => Root.Find("info")?.Find("version")?.String;

    /// <summary>The paths, in ordinal order: the order of keys in a file has no meaning.</summary>
    public IReadOnlyList<SpecPath> Paths { get; }

    /// <summary>The components that are schemas, in the order of the file.</summary>
    public IEnumerable<SpecSchema> Schemas => (_schemas?.Members ?? JsonMembers.Empty)
        .Where(member => member.Value.Kind == JsonKind.Object)
        .Select(member => new SpecSchema(this, member.Value));

    /// <summary>Whether keywords next to a <c>$ref</c> count.</summary>
    public bool HasReferenceSiblings { get; }

    /// <summary>Why the document cannot be read at all, as a clause without a period; <see langword="null"/> if it can.</summary>
    public string? GetVersionError() => OpenApiVersion.GetError(Root);

    /// <summary>
    /// Finds the components that are references that cannot be resolved. Components that refer to each other are one error, for the
    /// first of them.
    /// </summary>
    public IReadOnlyList<(JsonValue Component, SpecReference Reference)> FindUnresolvedComponents()
    {
        var found = new List<(JsonValue Component, SpecReference Reference)>();
        var reported = new HashSet<JsonValue>();
        JsonMembers sections = Root.Find("components")?.Members ?? JsonMembers.Empty;
        foreach (JsonValue component in sections.SelectMany(section => section.Value.Members).Select(member => member.Value))
        {
            if (ReferenceResolver.GetReference(component) is not { } text || Resolve(text) is not { Error: not null } reference)
            {
                continue;
            }

            if (!reported.Contains(component) && !_references.GetChain(text).Take(1).Any(reported.Contains))
            {
                found.Add((component, reference));
                reported.UnionWith(_references.GetChain(text));
            }

            reported.Add(component);
        }

        return found;
    }

    public SpecSchema? FindSchema(string name) =>
        _schemas?.Find(name) is { Kind: JsonKind.Object } schema ? new SpecSchema(this, schema) : null;

    public SpecReference Resolve(string reference) => _references.Resolve(reference);

    /// <summary>The value, or the target if it is a reference; <see langword="null"/> if the reference cannot be resolved.</summary>
    public JsonValue? Follow(JsonValue? value) =>
        value is null ? null
        : ReferenceResolver.GetReference(value) is { } reference ? Resolve(reference).Target
        : value;

    /// <summary>Whether the value is a component that is not a schema, such as a response.</summary>
    public bool IsOtherComponent(JsonValue value) =>
        value.Parent is { Name: not "schemas", Parent: { Name: "components" } components } && components.Parent == Root;

    /// <summary>The name of the component that a schema is; <see langword="null"/> if it is not a component.</summary>
    public string? GetComponentName(JsonValue schema) =>
        schema.Parent == _schemas && _schemas is not null ? schema.Name : null;
}
