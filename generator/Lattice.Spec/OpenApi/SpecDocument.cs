using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>
/// An OpenAPI document. It and the other views take whatever the document says: what is missing or of a wrong type is not there to
/// them. What is wrong is reported by <see cref="DocumentChecker"/>.
/// </summary>
internal sealed class SpecDocument
{
    private readonly ReferenceResolver _references;
    private readonly JsonValue? _schemas;

    public SpecDocument(JsonValue root)
    {
        Root = root;
        _references = new ReferenceResolver(root);
        _schemas = root.Find("components")?.Find("schemas");
        Paths = [.. (root.Find("paths")?.Members ?? JsonMembers.Empty)
            .Where(member => !OpenApiKeywords.IsExtension(member.Name) && member.Value.Kind == JsonKind.Object)
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => new SpecPath(this, member.Name, member.Value))];
    }

    public JsonValue Root { get; }

    /// <summary>The version of OpenAPI, such as <c>3.0.0</c>.</summary>
    public string? OpenApi => Root.Find("openapi")?.String;

    public string? Title => Root.Find("info")?.Find("title")?.String;

    /// <summary>The version of the API.</summary>
    public string? Version => Root.Find("info")?.Find("version")?.String;

    /// <summary>The paths, in ordinal order: the order of keys in a file means nothing.</summary>
    public IReadOnlyList<SpecPath> Paths { get; }

    /// <summary>The components that are schemas, in the order of the file.</summary>
    public IEnumerable<SpecSchema> Schemas => (_schemas?.Members ?? JsonMembers.Empty)
        .Where(member => member.Value.Kind == JsonKind.Object)
        .Select(member => new SpecSchema(this, member.Value));

    /// <summary>The components of any kind that are a reference which cannot be followed, each with the location of the reference.</summary>
    public IEnumerable<(JsonValue Location, SpecReference Reference)> UnresolvedComponents =>
        from section in Root.Find("components")?.Members ?? JsonMembers.Empty
        from component in section.Value.Members
        let text = ReferenceResolver.GetReference(component.Value)
        where text is not null
        let reference = Resolve(text)
        where reference.Error is not null
        select (component.Value.Find("$ref")!, reference);

    /// <summary>Whether the document has an OpenAPI version whose keywords beside a <c>$ref</c> count.</summary>
    public bool HasReferenceSiblings => OpenApi?.StartsWith("3.1", StringComparison.Ordinal) == true;

    /// <summary>Why the document cannot be read at all; <see langword="null"/> if it can.</summary>
    public string? GetVersionError() =>
        Root.Kind != JsonKind.Object ? $"it has to be a JSON object, not {(Root.Kind == JsonKind.String ? "a string" : Root.ToText())}"
        : Root.Find("swagger") is not null ? "it is a Swagger 2 document"
        : Root.Find("openapi") is { String: null } ? "\"openapi\" has to be a string, such as \"3.0.0\""
        : OpenApi is not { } version ? "it has no \"openapi\": \"3.0.x\""
        : version.StartsWith("3.0", StringComparison.Ordinal) || version.StartsWith("3.1", StringComparison.Ordinal) ? null
        : $"its version of OpenAPI is \"{Suggestions.Shorten(version)}\"";

    public SpecSchema? FindSchema(string name) =>
        _schemas?.Find(name) is { Kind: JsonKind.Object } schema ? new SpecSchema(this, schema) : null;

    public SpecReference Resolve(string reference) => _references.Resolve(reference);

    /// <summary>What stands for the value: itself, or what it refers to; <see langword="null"/> if its reference cannot be followed.</summary>
    public JsonValue? Follow(JsonValue? value) =>
        value is null ? null
        : ReferenceResolver.GetReference(value) is { } reference ? Resolve(reference).Target
        : value;

    /// <summary>Whether the value is a component that is not a schema, such as a response.</summary>
    public bool IsOtherComponent(JsonValue value) =>
        value.Parent is { Name: not "schemas", Parent: { Name: "components" } components } && components.Parent == Root;

    /// <summary>The name of the component that a schema is; <see langword="null"/> for any other.</summary>
    public string? GetComponentName(JsonValue schema) =>
        schema.Parent == _schemas && _schemas is not null ? schema.Name : null;
}
