using System.Text;
using System.Text.Json.Nodes;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Tests.Support;

/// <summary>A small specification with each element that slicing handles.</summary>
internal static class SmallSpec
{
    public const string Widgets = "POST /v1/widgets";
    public const string Gadgets = "POST /v1/gadgets";
    public const string Events = "POST /v2/core/events";

    public const string Json = """
        {
          "openapi": "3.0.0",
          "info": { "title": "Stripe API", "version": "2030-01-01.test", "contact": { "name": "Somebody" } },
          "servers": [ { "url": "https://api.stripe.com/" } ],
          "paths": {
            "/v1/widgets": {
              "get": {
                "responses": { "200": { "description": "", "content": { "application/json": { "schema": {
                  "type": "object", "properties": { "data": { "type": "array", "items": { "$ref": "#/components/schemas/widget" } } }
                } } } } }
              },
              "post": {
                "operationId": "PostWidgets",
                "description": "Creates a widget.",
                "requestBody": { "content": { "application/x-www-form-urlencoded": {
                  "encoding": { "tags": { "style": "deepObject", "explode": true } },
                  "schema": {
                    "type": "object", "required": [ "size", "name" ],
                    "properties": {
                      "size": { "type": "string", "enum": [ "small", "large" ], "description": "How big it is." },
                      "name": { "type": "string" },
                      "title": { "type": "string" },
                      "tags": { "type": "array", "items": { "type": "string" } }
                    }
                  }
                } } },
                "responses": {
                  "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } },
                  "default": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/error" } } } }
                }
              }
            },
            "/v1/widgets/{widget}": {
              "post": { "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } } }
            },
            "/v1/widgets/{widget}/spin": {
              "post": { "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } } }
            },
            "/v1/widgets/{widget}/people": {
              "get": {
                "responses": { "200": { "description": "", "content": { "application/json": { "schema": {
                  "type": "object", "properties": { "data": { "type": "array", "items": { "$ref": "#/components/schemas/person" } } }
                } } } } }
              },
              "post": {
                "parameters": [ { "name": "widget", "in": "path", "required": true, "schema": { "type": "string" } } ],
                "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/person" } } } } }
              }
            },
            "/v1/gadgets": {
              "post": {
                "responses": {
                  "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/gadget" } } } },
                  "default": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/error" } } } }
                }
              }
            },
            "/v2/core/events": {
              "post": {
                "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "api_secret": { "type": "string" } } } } } },
                "responses": {
                  "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/v2.core.event" } } } },
                  "default": { "description": "", "content": { "application/json": { "schema": { "oneOf": [
                    { "$ref": "#/components/schemas/v2.error.archived" }, { "$ref": "#/components/schemas/v2.error" } ] } } } }
                }
              }
            }
          },
          "components": {
            "schemas": {
              "widget": {
                "type": "object", "title": "Widget", "x-resourceId": "widget", "x-expandableFields": [ "owner" ], "x-stripeMostCommon": [ "id" ],
                "required": [ "object", "id" ],
                "properties": {
                  "id": { "type": "string", "description": "Its id." },
                  "object": { "type": "string", "enum": [ "widget" ] },
                  "secret": { "type": "string" },
                  "url": { "type": "string" },
                  "part": { "$ref": "#/components/schemas/part" },
                  "last_error": { "anyOf": [ { "$ref": "#/components/schemas/api_errors" } ], "nullable": true },
                  "owner": {
                    "anyOf": [ { "type": "string", "maxLength": 5000 }, { "$ref": "#/components/schemas/gadget" }, { "$ref": "#/components/schemas/deleted_gadget" } ],
                    "nullable": true, "description": "Who has it.",
                    "x-expansionResources": { "oneOf": [ { "$ref": "#/components/schemas/gadget" }, { "$ref": "#/components/schemas/deleted_gadget" } ] }
                  }
                }
              },
              "part": { "type": "object", "properties": {
                "whole": { "$ref": "#/components/schemas/part" }, "client_secret": { "type": "string" }, "kind_secret": { "type": "string", "enum": [ "a" ] } } },
              "person": { "type": "object", "x-resourceId": "person", "properties": { "id": { "type": "string" } } },
              "gadget": { "type": "object", "x-resourceId": "gadget", "properties": { "id": { "type": "string" }, "part": { "$ref": "#/components/schemas/part" } } },
              "deleted_gadget": { "type": "object", "properties": { "deleted": { "type": "boolean", "enum": [ true ] } } },
              "unused": { "type": "object", "properties": { "nowhere": { "$ref": "#/components/schemas/missing" } } },
              "api_errors": { "type": "object", "required": [ "type", "widget" ], "properties": {
                "type": { "type": "string" }, "widget": { "$ref": "#/components/schemas/widget" },
                "source": { "anyOf": [ { "$ref": "#/components/schemas/gadget" }, { "$ref": "#/components/schemas/widget" } ] } } },
              "error": { "type": "object", "required": [ "error" ], "properties": { "error": { "$ref": "#/components/schemas/api_errors" } } },
              "v2.core.event": { "type": "object", "properties": { "id": { "type": "string" }, "authentication_token": { "type": "string" } } },
              "v2.error": { "type": "object", "properties": { "error": { "type": "object", "properties": { "code": { "type": "string" } } } } },
              "v2.error.archived": { "type": "object", "properties": { "error": { "type": "object", "properties": {
                "code": { "type": "string", "enum": [ "archived" ] }, "gadget": { "$ref": "#/components/schemas/gadget" } } } } }
            }
          }
        }
        """;

    public static Specification Parse(string json = Json) => Specification.Parse(Encoding.UTF8.GetBytes(json), "small.json");

    /// <summary>The specification with an edit.</summary>
    public static string Edit(Action<JsonNode> edit)
    {
        JsonNode root = JsonNode.Parse(Json)!;
        edit(root);
        return root.ToJsonString();
    }
}
