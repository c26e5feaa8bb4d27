using Lattice.Conformance.Reporting;

namespace Lattice.Conformance.Tests;

/// <summary>An empty list is sent if the specification allows clearing the list, and only then.</summary>
public sealed class ListTests : IDisposable
{
    private const string Clear = """{ "type": "string", "enum": [""] }""";
    private const string Text = """{ "type": "string" }""";

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Clearable_and_other_lists_conform_at_any_depth()
    {
        string lists = CreateLists(
            Text, """{ "type": "string", "enum": ["a", "b"] }""", """{ "type": "integer" }""", """{ "type": "number" }""");
        string owner = $$"""{ "type": "object", "properties": { {{lists}} } }""";
        string nested = CreateLists(owner);
        string merged = $$"""
            "merged": { "anyOf": [
              { "type": "object", "properties": { "one": {{List(Text)}}, "both": {{List(Text)}} } },
              { "type": "object", "properties": { "two": {{Clearable(Text)}}, "both": {{Clearable(Text)}} } } ] }
            """;
        await File.WriteAllTextAsync(_path, CreateSpec($$"""
            {{lists}}, {{nested}}, {{merged}},
            "owner": {{owner}}, "cleared_owner": { "anyOf": [ {{owner}}, {{Clear}} ] },
            "by_name": { "type": "object", "additionalProperties": {{owner}} }
            """));

        Report report = await ConformanceRun.RunAsync(new Options(_path), TextWriter.Null);

        Assert.Empty(report.Mismatches.Select(mismatch => mismatch.ToString()));
        Assert.Equal("operations: 1, generated: 1, compiled: 1, warnings: 0, encoded: 1, decoded: 1", report.Summary);
    }

    /// <summary>Returns two properties for each element type: a list that cannot be cleared, and one that can.</summary>
    private static string CreateLists(params string[] elements) => string.Join(", ", elements.Select((element, index) =>
        $"\"kept_{elements.Length}_{index}\": {List(element)}, \"cleared_{elements.Length}_{index}\": {Clearable(element)}"));

    private static string List(string element) => $$"""{ "type": "array", "items": {{element}} }""";

    private static string Clearable(string element) => $$"""{ "anyOf": [ {{List(element)}}, {{Clear}} ] }""";

    private static string CreateSpec(string parameters) => $$"""
        {
          "openapi": "3.0.0", "info": { "title": "Lists", "version": "2026-09-30.endive" },
          "servers": [ { "url": "https://api.stripe.com/" } ],
          "paths": { "/v1/widgets": { "post": {
            "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": {
              "type": "object", "properties": { {{parameters}} } } } } },
            "responses": { "200": { "description": "", "content": { "application/json": {
              "schema": { "$ref": "#/components/schemas/widget" } } } } } } } },
          "components": { "schemas": {
            "widget": { "type": "object", "x-resourceId": "widget", "required": ["id"], "properties": { "id": {{Text}} } } } }
        }
        """;
}
