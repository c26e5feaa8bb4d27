using System.Text.Json.Nodes;
using Lattice.Generator.Model;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>
/// The errors of an operation in API v2: a choice of schemas that differ in the one value of their <c>code</c>. They are
/// data, never classes: every error is read as the same type, whatever its code.
/// </summary>
internal static class ErrorCodes
{
    public static EquatableArray<string> Read(OpenApiOperation operation)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (IOpenApiSchema error in GetErrors(operation))
        {
            if (GetProperty(GetProperty(error, "error"), "code")?.Enum is { } values)
            {
                codes.UnionWith(values
                    .OfType<JsonValue>()
                    .Select(value => value.TryGetValue(out string? text) ? text : "")
                    .Where(text => text.Length > 0));
            }
        }

        return codes.ToEquatableArray();
    }

    private static IEnumerable<IOpenApiSchema> GetErrors(OpenApiOperation operation) =>
        operation.Responses is { } responses && responses.TryGetValue("default", out IOpenApiResponse? response)
            && response?.Content is { } content && content.TryGetValue("application/json", out IOpenApiMediaType? media)
            && media?.Schema?.OneOf is { } errors
            ? errors.Where(error => error is not null)
            : [];

    private static IOpenApiSchema? GetProperty(IOpenApiSchema? schema, string name) =>
        schema?.Properties is { } properties && properties.TryGetValue(name, out IOpenApiSchema? property) ? property : null;
}
