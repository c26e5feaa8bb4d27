using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

/// <summary>
/// A specification as plain JSON. It shares no code with the generator, so that the comparison of the two is meaningful.
/// </summary>
internal sealed class SpecDocument
{
    private const string ComponentPrefix = "#/components/schemas/";
    private const string DefaultServer = "https://api.stripe.com/";

    private SpecDocument(string path, string text)
    {
        Path = path;
        Text = text;
        Root = JsonElement.Parse(text);
        ParameterShapes = new ParameterShapes(this);
        ResponseShapes = new ResponseShapes(this);
        Creates = [.. CreateRules.GetPosts(this)
            .Where(post => post.Kind == PostKind.Create)
            .Select(post => CreateOperation.Read(this, post))];
    }

    public string Path { get; }

    public string Text { get; }

    public JsonElement Root { get; }

    /// <summary>Reads the schemas of requests. All operations share it, so each component is read once.</summary>
    public ParameterShapes ParameterShapes { get; }

    /// <summary>Reads the schemas of responses. All operations share it, so each component is read once.</summary>
    public ResponseShapes ResponseShapes { get; }

    public string Version => Root.FindText("info", "version") ?? "";

    public string Server => Root.Items("servers").FirstOrDefault() is { ValueKind: JsonValueKind.Object } server
        ? server.FindText("url") ?? DefaultServer
        : DefaultServer;

    public IReadOnlyList<CreateOperation> Creates { get; }

    public static SpecDocument Load(string path) => new(path, File.ReadAllText(path));

    public static SpecDocument Parse(string text) => new("spec.json", text);

    /// <summary>Returns the name of the component that a schema refers to, or <see langword="null"/> if it is not a reference.</summary>
    public static string? GetReference(JsonElement schema) =>
        schema.FindText("$ref") is { } reference && reference.StartsWith(ComponentPrefix, StringComparison.Ordinal)
            ? reference[ComponentPrefix.Length..]
            : null;

    public JsonElement? FindComponent(string name) => Root.Find("components", "schemas", name);

    /// <summary>Returns the schema itself or the schema that it refers to, or <see langword="null"/> if that is not in the file.</summary>
    public JsonElement? Resolve(JsonElement schema) => GetReference(schema) is { } name ? FindComponent(name) : schema;
}
