namespace Lattice.Generator.Tests.Support;

/// <summary>Slices with one operation of any kind.</summary>
internal static class OperationSlice
{
    /// <param name="method">The HTTP method in lowercase.</param>
    /// <param name="kind">The value of <c>x-lattice-operation</c>; <see langword="null"/> for none.</param>
    /// <param name="resource">The component that it returns, or a list of them if the kind is a list or a search.</param>
    public static string Make(string method, string? kind, string path, string resource)
    {
        string component = $$"""{ "$ref": "#/components/schemas/{{resource}}" }""";
        string response = kind is "list" or "search" ? MakePage(component) : component;
        string mark = kind is null ? "" : $"\"x-lattice-operation\": \"{kind}\",";
        return $$"""
            {
              "openapi": "3.0.0", "info": { "title": "Stripe API", "version": "1" },
              "paths": { "{{path}}": { "{{method}}": { {{mark}}
                "responses": { "200": { "description": "", "content": { "application/json": { "schema": {{response}} } } } } } } },
              "components": { "schemas": { "{{resource}}": { "type": "object", "x-resourceId": "{{resource}}", "properties": { "id": { "type": "string" } } } } }
            }
            """;
    }

    public static string GetText(GeneratorHarness harness) =>
        string.Concat(harness.Run().GeneratedSources.Select(file => file.SourceText.ToString()));

    private static string MakePage(string element) => $$"""
        { "type": "object", "properties": {
            "data": { "type": "array", "items": {{element}} }, "has_more": { "type": "boolean" }, "object": { "type": "string", "enum": ["list"] },
            "url": { "type": "string" } } }
        """;
}
