using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

/// <summary>
/// A specification as plain JSON. It shares no code with the generator, so that the comparison of the two is meaningful.
/// </summary>
internal sealed class SpecDocument
{
    private const string ComponentPrefix = "#/components/schemas/";
    private const string DefaultServer = "https://api.stripe.com/";

    private SpecDocument(string path, string text, bool every)
    {
        Path = path;
        Text = text;
        Root = JsonElement.Parse(text);
        ParameterShapes = new ParameterShapes(this);
        ResponseShapes = new ResponseShapes(this);
        HasEveryOperation = every;
        Operations = [.. OperationRules.GetOperations(this)
            .Where(operation => operation.Kind == OperationKind.Create || (every && operation.Kind is not null))
            .Select(operation => ApiOperation.Read(this, operation))];
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

    /// <summary>Whether operations of every kind are checked, and not only create operations.</summary>
    public bool HasEveryOperation { get; }

    /// <summary>The operations that are checked.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <param name="path">The file.</param>
    /// <param name="every">Whether operations of every kind are checked, and not only create operations.</param>
    public static SpecDocument Load(string path, bool every = false) => new(path, File.ReadAllText(path), every);

    public static SpecDocument Parse(string text, bool every = false) => new("spec.json", text, every);

    /// <summary>Returns the name of the component that a schema refers to, or <see langword="null"/> if it is not a reference.</summary>
    public static string? GetReference(JsonElement schema) =>
        schema.FindText("$ref") is { } reference && reference.StartsWith(ComponentPrefix, StringComparison.Ordinal)
            ? reference[ComponentPrefix.Length..]
            : null;

    public JsonElement? FindComponent(string name) => Root.Find("components", "schemas", name);

    /// <summary>Returns the schema itself or the schema that it refers to, or <see langword="null"/> if that is not in the file.</summary>
    public JsonElement? Resolve(JsonElement schema) => GetReference(schema) is { } name ? FindComponent(name) : schema;
}
