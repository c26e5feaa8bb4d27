using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

/// <summary>
/// A specification as plain JSON. Nothing here is shared with the generator: two readings by two hands are what makes
/// their comparison worth something.
/// </summary>
internal sealed class Specification
{
    private const string ComponentPrefix = "#/components/schemas/";
    private const string DefaultServer = "https://api.stripe.com/";

    private Specification(string path, string text)
    {
        Path = path;
        Text = text;
        Root = JsonElement.Parse(text);
        Creates = [.. CreateRules.GetPosts(this).Where(post => post.Kind == PostKind.Create).Select(post => CreateOperation.Read(this, post))];
    }

    public string Path { get; }

    public string Text { get; }

    public JsonElement Root { get; }

    public string Version => Root.FindText("info", "version") ?? "";

    public string Server => Root.Items("servers").FirstOrDefault() is { ValueKind: JsonValueKind.Object } server
        ? server.FindText("url") ?? DefaultServer
        : DefaultServer;

    public IReadOnlyList<CreateOperation> Creates { get; }

    public static Specification Load(string path) => new(path, File.ReadAllText(path));

    public static Specification Parse(string text) => new("spec.json", text);

    /// <summary>The name of the component that a schema refers to; <see langword="null"/> if it refers to none.</summary>
    public static string? GetReference(JsonElement schema) =>
        schema.FindText("$ref") is { } reference && reference.StartsWith(ComponentPrefix, StringComparison.Ordinal)
            ? reference[ComponentPrefix.Length..]
            : null;

    public JsonElement? FindComponent(string name) => Root.Find("components", "schemas", name);

    /// <summary>The schema itself, or what it refers to; <see langword="null"/> if that is not in the file.</summary>
    public JsonElement? Resolve(JsonElement schema) => GetReference(schema) is { } name ? FindComponent(name) : schema;
}
