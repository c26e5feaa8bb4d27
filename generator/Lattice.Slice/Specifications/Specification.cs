using Lattice.Slice.Files;
using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Specifications;

/// <summary>An OpenAPI document with its operations.</summary>
internal sealed class Specification
{
    private const string Download = $"Stripe's document is at {SpecSource.Stripe}";

    private readonly Lazy<IReadOnlyList<ApiOperation>> _operations;

    private Specification(string name, SpecPin pin, string text, SpecDocument document)
    {
        Name = name;
        Pin = pin;
        Text = text;
        Document = document;
        Schemas = document.Schemas.ToDictionary(schema => schema.Node.Name!, StringComparer.Ordinal);
        _operations = new(() => ApiOperation.FindAll(document));
    }

    /// <summary>The name of the document in messages.</summary>
    public string Name { get; }

    /// <summary>What identifies the document as it was read.</summary>
    public SpecPin Pin { get; }

    /// <summary>The path of the file with the document; <see langword="null"/> if it is from elsewhere, or the slice itself.</summary>
    public string? File { get; init; }

    /// <summary>The document in JSON.</summary>
    public string Text { get; }

    public SpecDocument Document { get; }

    /// <summary>The API version.</summary>
    public string Version => Document.Version!;

    /// <summary>The components that are schemas, by name.</summary>
    public IReadOnlyDictionary<string, SpecSchema> Schemas { get; }

    /// <summary>All operations, by path.</summary>
    public IReadOnlyList<ApiOperation> Operations => _operations.Value;

    /// <param name="utf8">The document in JSON or in YAML.</param>
    /// <param name="name">The name of the document in messages.</param>
    /// <param name="file">The path of the file with the document.</param>
    /// <param name="repair">What to do if it is not an OpenAPI document.</param>
    /// <exception cref="CommandFailedException">It is not an OpenAPI document.</exception>
    public static Specification Parse(ReadOnlyMemory<byte> utf8, string name, string? file = null, string repair = Download)
    {
        string text = Utf8Text.Decode(utf8.Span, name);
        string json = YamlText.IsYaml(text, name) ? YamlText.ToJson(text, name, repair) : text;
        var document = new SpecDocument(JsonText.Parse(json, name, repair));
        return GetError(document) is { } error
            ? throw new CommandFailedException($"{name} {error} {repair}")
            : new Specification(name, SpecPin.Of(document.Version!, utf8.Span), json, document) { File = file };
    }

    private static string? GetError(SpecDocument document) =>
        document.GetVersionError() is { } error
            ? $"is not an OpenAPI 3.0 document: {error}."
        : string.IsNullOrWhiteSpace(document.Version) ? "has no API version: info.version must be a string that is not empty."
        : document.Root.Find("paths") is not { Kind: JsonKind.Object } ? "has no operations: paths must be a JSON object."
        : document.Root.Find("components")?.Find("schemas") is { Kind: not JsonKind.Object }
            ? "is not an OpenAPI document: components.schemas must be a JSON object."
        : null;
}
