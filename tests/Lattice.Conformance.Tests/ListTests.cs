using Lattice.Conformance.Reporting;

namespace Lattice.Conformance.Tests;

/// <summary>Empty lists of every kind are sent as the specification says: where one clears, and nowhere else.</summary>
public sealed class ListTests : IDisposable
{
    private const string Clear = """{ "type": "string", "enum": [""] }""";
    private const string Text = """{ "type": "string" }""";

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Lists_that_clear_and_lists_that_do_not_conform_at_any_depth()
    {
        string lists = MakeLists(Text, """{ "type": "string", "enum": ["a", "b"] }""", """{ "type": "integer" }""", """{ "type": "number" }""");
        string holder = $$"""{ "type": "object", "properties": { {{lists}} } }""";
        string nested = MakeLists(holder);
        string merged = $$"""
            "merged": { "anyOf": [
              { "type": "object", "properties": { "one": {{List(Text)}}, "both": {{List(Text)}} } },
              { "type": "object", "properties": { "two": {{Clearable(Text)}}, "both": {{Clearable(Text)}} } } ] }
            """;
        await File.WriteAllTextAsync(_path, MakeSpec($$"""
            {{lists}}, {{nested}}, {{merged}},
            "holder": {{holder}}, "cleared_holder": { "anyOf": [ {{holder}}, {{Clear}} ] },
            "holders": { "type": "object", "additionalProperties": {{holder}} }
            """));

        Report report = await ConformanceRun.RunAsync(new Options(_path), TextWriter.Null);

        Assert.Empty(report.Mismatches.Select(mismatch => mismatch.ToString()));
        Assert.Equal("creates: 1, generated: 1, compiled: 1, warnings: 0, encoded: 1, decoded: 1", report.Summary);
    }

    /// <summary>Two properties for each kind of elements: a list that cannot be cleared, and one that can.</summary>
    private static string MakeLists(params string[] elements) => string.Join(", ", elements.Select((element, index) =>
        $"\"kept_{elements.Length}_{index}\": {List(element)}, \"cleared_{elements.Length}_{index}\": {Clearable(element)}"));

    private static string List(string element) => $$"""{ "type": "array", "items": {{element}} }""";

    private static string Clearable(string element) => $$"""{ "anyOf": [ {{List(element)}}, {{Clear}} ] }""";

    private static string MakeSpec(string parameters) => $$"""
        {
          "openapi": "3.0.0", "info": { "title": "Lists", "version": "2026-09-30.endive" }, "servers": [ { "url": "https://api.stripe.com/" } ],
          "paths": { "/v1/widgets": { "post": {
            "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": {
              "type": "object", "properties": { {{parameters}} } } } } },
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } } } } },
          "components": { "schemas": { "widget": { "type": "object", "x-resourceId": "widget", "required": ["id"], "properties": { "id": {{Text}} } } } }
        }
        """;
}
