using System.Text.Json.Nodes;

namespace Lattice.Slice.Tests.Support;

/// <summary>The small specification with operations of every kind.</summary>
internal static class ReadableSpec
{
    public static readonly string Json = SmallSpec.Edit(spec =>
    {
        JsonNode paths = spec["paths"]!;
        paths["/v1/widgets"]!["get"] = CreateList();
        paths["/v1/widgets/search"] = new JsonObject { ["get"] = CreateList() };
        JsonObject widget = paths["/v1/widgets/{widget}"]!.AsObject();
        widget["parameters"] = JsonNode.Parse("""[ { "name": "widget", "in": "path", "required": true, "schema": { "type": "string" } } ]""");
        widget["get"] = CreateRetrieve();
        widget["delete"] = CreateDelete();
        paths["/v1/widgets/upcoming"] = new JsonObject { ["get"] = CreateRetrieve() };
        paths["/v1/gadgets/{gadget}/widgets"] = new JsonObject { ["post"] = paths["/v1/widgets"]!["post"]!.DeepClone() };
        paths["/v1/gadgets/{gadget}"] = new JsonObject { ["get"] = Respond("""{ "$ref": "#/components/schemas/gadget" }""") };
        paths["/v1/gadgets/{gadget}/spin"] = paths["/v1/widgets/{widget}/spin"]!.DeepClone();
        spec["components"]!["schemas"]!["deleted_widget"] = JsonNode.Parse("""
            { "type": "object", "required": [ "deleted", "id", "object" ], "properties": {
              "deleted": { "type": "boolean", "enum": [ true ] }, "id": { "type": "string" },
              "object": { "type": "string", "enum": [ "widget" ] } } }
            """);
    });

    private static JsonNode CreateRetrieve()
    {
        JsonNode operation = Respond("""{ "$ref": "#/components/schemas/widget" }""");
        operation["requestBody"] = JsonNode.Parse("""
            { "content": { "application/x-www-form-urlencoded": { "schema": { "type": "object", "properties": {}, "additionalProperties": false } } } }
            """);
        operation["parameters"] = JsonNode.Parse("""
            [
              { "name": "expand", "in": "query", "style": "deepObject", "explode": true, "description": "What to expand.",
                "schema": { "type": "array", "title": "Expand", "items": { "type": "string" } } },
              { "name": "client_secret", "in": "query", "schema": { "type": "string" } }
            ]
            """);
        return operation;
    }

    private static JsonNode CreateList()
    {
        JsonNode operation = Respond("""
            { "type": "object", "required": [ "data", "has_more", "object", "url" ], "properties": {
              "data": { "type": "array", "items": { "$ref": "#/components/schemas/widget" } }, "has_more": { "type": "boolean" },
              "object": { "type": "string", "enum": [ "list" ] }, "url": { "type": "string" } } }
            """);
        operation["parameters"] = JsonNode.Parse("""[ { "name": "limit", "in": "query", "schema": { "type": "integer" } } ]""");
        return operation;
    }

    private static JsonNode CreateDelete()
    {
        JsonNode operation = Respond("""{ "$ref": "#/components/schemas/deleted_widget" }""");
        operation["requestBody"] = JsonNode.Parse("""
            { "content": { "application/x-www-form-urlencoded": { "schema": { "type": "object", "properties": {
              "prorate": { "type": "boolean" } } } } } }
            """);
        return operation;
    }

    private static JsonNode Respond(string schema) => JsonNode.Parse($$"""
        { "responses": { "200": { "description": "", "content": { "application/json": { "schema": {{schema}} } } } } }
        """)!;
}
