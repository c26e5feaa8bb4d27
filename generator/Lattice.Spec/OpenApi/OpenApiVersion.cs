using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>The version of OpenAPI that a document uses.</summary>
internal static class OpenApiVersion
{
    /// <summary>Why the version is not supported, as a clause without a period; <see langword="null"/> if it is.</summary>
    public static string? GetError(JsonValue root) =>
        root.Kind == JsonKind.String ? "the document must be a JSON object, not a string"
        : root.Kind != JsonKind.Object ? $"the document must be a JSON object, not {root.ToText()}"
        : root.Find("swagger") is not null ? "Swagger 2.0 is not supported"
        : root.Find("openapi") is not { } version ? "\"openapi\" is missing; it must be a version such as \"3.0.0\""
        : version.String is not { } text ? "\"openapi\" must be a string, such as \"3.0.0\""
        : IsVersion(text, "3.0") || IsVersion(text, "3.1") ? null
        : $"OpenAPI version \"{Suggestions.Shorten(text)}\" is not supported; use 3.0 or 3.1";

    /// <summary>Whether keywords next to a <c>$ref</c> count: they do in OpenAPI 3.1, and are ignored in 3.0.</summary>
    public static bool HasReferenceSiblings(JsonValue root) => root.Find("openapi")?.String is { } version && IsVersion(version, "3.1");

    private static bool IsVersion(string text, string version) => text.StartsWith(version, StringComparison.Ordinal);
}
