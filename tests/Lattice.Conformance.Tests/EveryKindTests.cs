namespace Lattice.Conformance.Tests;

/// <summary>A specification with an operation of each kind conforms, also what Stripe's specifications do not have yet.</summary>
public sealed class EveryKindTests : IDisposable
{
    private const string Spec = """
        {
          "openapi": "3.0.0", "info": { "title": "Kinds", "version": "2026-10-28.endive" },
          "servers": [ { "url": "https://api.stripe.com/" } ],
          "paths": {
            "/v1/widgets": {
              "get": { "parameters": [ CREATED, EXPAND, STATUS, AFTER, BEFORE ], "responses": { "200": PAGE } },
              "post": { "responses": { "200": WIDGET } } },
            "/v1/widgets/search": { "get": { "parameters": [
              { "in": "query", "name": "page", "schema": TEXT }, { "in": "query", "name": "query", "required": true, "schema": TEXT } ],
              "responses": { "200": RESULTS } } },
            "/v1/widgets/{widget}": {
              "get": { "parameters": [ EXPAND ], "responses": { "200": EITHER } },
              "post": { "responses": { "200": WIDGET } },
              "delete": { "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": {
                "type": "object", "properties": { "prorate": { "type": "boolean" } } } } } }, "responses": { "200": DELETED } } },
            "/v1/widgets/{widget}/capture": { "post": { "responses": { "200": WIDGET } } },
            "/v2/core/gadgets": { "get": { "parameters": [ { "in": "query", "name": "limit", "schema": { "type": "integer" } } ],
              "responses": { "200": PAGE2 } } },
            "/v2/core/gadgets/{id}": {
              "get": { "responses": { "200": GADGET } },
              "delete": { "responses": { "200": GADGET } } }
          },
          "components": { "schemas": {
            "widget": { "type": "object", "x-resourceId": "widget", "required": [ "id", "object" ], "properties": {
              "id": TEXT, "object": { "type": "string", "enum": [ "widget" ] }, "status": TEXT } },
            "deleted_widget": { "type": "object", "x-resourceId": "deleted_widget", "required": [ "deleted", "id", "object" ], "properties": {
              "deleted": { "type": "boolean", "enum": [ true ] }, "id": TEXT, "object": { "type": "string", "enum": [ "widget" ] } } },
            "v2.core.gadget": { "type": "object", "x-resourceId": "v2.core.gadget", "required": [ "id" ], "properties": { "id": TEXT } } } }
        }
        """;

    private static readonly (string Name, string Text)[] s_parts =
    [
        ("EITHER", Respond("""{ "anyOf": [ LIVE, GONE ] }""")),
        ("RESULTS", RespondWithPage(""" "next_page": { "type": "string", "nullable": true }, "total_count": { "type": "integer" }, """, "search_result")),
        ("PAGE2", Respond("""
            { "type": "object", "required": [ "data" ], "properties": { "data": { "type": "array", "items": {
              "$ref": "#/components/schemas/v2.core.gadget" } }, "next_page_url": { "type": "string", "nullable": true },
              "previous_page_url": { "type": "string", "nullable": true } } }
            """)),
        ("PAGE", RespondWithPage("", "list")),
        ("WIDGET", Respond("LIVE")),
        ("DELETED", Respond("GONE")),
        ("GADGET", Respond("""{ "$ref": "#/components/schemas/v2.core.gadget" }""")),
        ("LIVE", """{ "$ref": "#/components/schemas/widget" }"""),
        ("GONE", """{ "$ref": "#/components/schemas/deleted_widget" }"""),
        ("CREATED", """
            { "in": "query", "name": "created", "style": "deepObject", "explode": true, "schema": { "anyOf": [
              { "type": "object", "properties": { "gte": { "type": "integer" }, "lt": { "type": "integer" } } }, { "type": "integer" } ] } }
            """),
        ("EXPAND", """{ "in": "query", "name": "expand", "schema": { "type": "array", "items": TEXT } }"""),
        ("STATUS", """{ "in": "query", "name": "status", "schema": { "type": "string", "enum": [ "new", "old" ] } }"""),
        ("AFTER", """{ "in": "query", "name": "starting_after", "schema": TEXT }"""),
        ("BEFORE", """{ "in": "query", "name": "ending_before", "schema": TEXT }"""),
        ("TEXT", """{ "type": "string" }"""),
    ];

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Operations_of_every_kind_conform()
    {
        await File.WriteAllTextAsync(
            _path, s_parts.Aggregate(Spec, (text, part) => text.Replace(part.Name, part.Text, StringComparison.Ordinal)));

        Reporting.Report report = await Reports.CreateAsync(new Options(_path, Every: true));

        Reports.AssertNoMismatch(report);
        Assert.Equal("operations: 10, generated: 10, compiled: 10, warnings: 0, encoded: 10, decoded: 10", report.Summary);
    }

    private static string Respond(string schema) =>
        $$"""{ "description": "", "content": { "application/json": { "schema": {{schema}} } } }""";

    private static string RespondWithPage(string properties, string name) => Respond(
        """
        { "type": "object", "required": [ "data", "has_more", "object", "url" ], "properties": { MORE
          "data": { "type": "array", "items": LIVE }, "has_more": { "type": "boolean" },
          "object": { "type": "string", "enum": [ "NAME" ] }, "url": TEXT } }
        """.Replace("MORE", properties, StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal));
}
