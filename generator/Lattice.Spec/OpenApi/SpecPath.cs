using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>A path with its operations.</summary>
/// <param name="Text">The path as written.</param>
/// <param name="Node">The path item, or the reference to it.</param>
internal sealed record SpecPath(SpecDocument Document, string Text, JsonValue Node)
{
    private static readonly string[] s_methods = ["delete", "get", "head", "options", "patch", "post", "put", "trace"];

    /// <summary>The reference that the path item is; <see langword="null"/> if it is not one.</summary>
    public SpecReference? Reference => ReferenceResolver.GetReference(Node) is { } reference ? Document.Resolve(reference) : null;

    /// <summary>The operations, in ordinal order of their methods.</summary>
    public IEnumerable<SpecOperation> Operations =>
        from method in s_methods
        let node = Item?.Find(method)
        where node?.Kind == JsonKind.Object
        select new SpecOperation(this, method, node);

    /// <summary>The parameters of all operations of the path.</summary>
    public IEnumerable<SpecParameter> Parameters => SpecParameter.ReadAll(Document, Item);

    /// <summary>The URL of the path's own server; <see langword="null"/> if it has none.</summary>
    public JsonValue? ServerUrl => SpecOperation.GetServerUrl(Item);

    private JsonValue? Item => Document.Follow(Node);

    public SpecOperation? Find(string method) =>
        Item?.Find(method) is { Kind: JsonKind.Object } node ? new SpecOperation(this, method, node) : null;
}
