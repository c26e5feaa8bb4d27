using System.Text.Json;

namespace Lattice.Slice.Specifications;

/// <summary>An OpenAPI document as JSON.</summary>
internal sealed class Spec : IDisposable
{
    private readonly JsonDocument _document;
    private readonly Dictionary<string, JsonElement> _schemas;
    private readonly Dictionary<string, JsonElement> _paths;

    private Spec(JsonDocument document, string name, string version)
    {
        _document = document;
        Name = name;
        Version = version;
        _schemas = ToDictionary(document.RootElement.Find("components", "schemas"));
        _paths = ToDictionary(document.RootElement.Find("paths"));
    }

    /// <summary>Where it came from, as messages show it.</summary>
    public string Name { get; }

    /// <summary>The API version.</summary>
    public string Version { get; }

    public JsonElement Root => _document.RootElement;

    /// <summary>The components of <c>components.schemas</c> by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Schemas => _schemas;

    /// <summary>The path items by path.</summary>
    public IReadOnlyDictionary<string, JsonElement> Paths => _paths;

    /// <exception cref="CommandFailedException">It is no OpenAPI document in JSON.</exception>
    public static Spec Parse(ReadOnlyMemory<byte> utf8, string name)
    {
        JsonDocument document = JsonText.Parse(utf8, name);
        try
        {
            return Check(document.RootElement) is { } problem
                ? throw new CommandFailedException($"{name} {problem}")
                : new Spec(document, name, document.RootElement.FindText("info", "version")!);
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    public void Dispose() => _document.Dispose();

    private static string? Check(JsonElement root) =>
        root.ValueKind != JsonValueKind.Object ? "is no OpenAPI document: it has to be a JSON object."
        : root.Find("swagger") is not null ? $"is a Swagger 2 document; OpenAPI 3.0 is needed, as Stripe publishes it: {SpecSource.Stripe}"
        : root.FindText("openapi") is not { } openApi || !openApi.StartsWith("3.", StringComparison.Ordinal)
            ? "is no OpenAPI document: it has no \"openapi\": \"3.0.x\"."
        : root.FindText("info", "version") is not { Length: > 0 } ? "has no API version: info.version has to be there."
        : root.Find("paths") is not { ValueKind: JsonValueKind.Object } ? "has no operations: paths has to be a JSON object."
        : root.Find("components", "schemas") is { ValueKind: not JsonValueKind.Object }
            ? "is no OpenAPI document: components.schemas has to be a JSON object."
        : null;

    private static Dictionary<string, JsonElement> ToDictionary(JsonElement? element) =>
        (element ?? default).Members().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
}
