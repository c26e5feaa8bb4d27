using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>A parameter of an operation, outside the body.</summary>
/// <param name="Node">The parameter, or the reference to it.</param>
/// <param name="Value">The parameter; <see langword="null"/> if its reference cannot be resolved.</param>
internal sealed record SpecParameter(SpecDocument Document, JsonValue Node, JsonValue? Value)
{
    /// <summary>The reference that the parameter is; <see langword="null"/> if it is not one.</summary>
    public SpecReference? Reference => ReferenceResolver.GetReference(Node) is { } reference ? Document.Resolve(reference) : null;

    public string Name => Value?.Find("name")?.String ?? "";

    /// <summary>The location of the parameter: <c>path</c>, <c>query</c>, <c>header</c>, or <c>cookie</c>.</summary>
    public string? In => Value?.Find("in")?.String;

    public string Description => Value?.Find("description")?.String ?? "";

    public bool IsRequired => Value?.Find("required")?.Boolean == true;

    public bool IsDeprecated => Value?.Find("deprecated")?.Boolean == true;

    public SpecSchema? Schema => Value?.Find("schema") is { Kind: JsonKind.Object } schema ? new SpecSchema(Document, schema) : null;

    internal static IEnumerable<SpecParameter> ReadAll(SpecDocument document, JsonValue? owner) =>
        from node in owner?.Find("parameters")?.Items ?? []
        where node.Kind == JsonKind.Object
        select new SpecParameter(document, node, document.Follow(node));
}
