namespace Lattice.Generator.Tests.Support;

/// <summary>Slices with one create operation, <c>POST /v1/widgets</c>, for tests of one shape.</summary>
internal static class WidgetSlice
{
    /// <param name="parameters">Properties of the body.</param>
    /// <param name="fields">Properties of the component <c>widget</c>, which is the response.</param>
    /// <param name="components">Further components.</param>
    public static string Make(string parameters = "", string fields = "", string components = "") => MakeWith(
        $$"""{ "type": "object", "properties": { {{parameters}} } }""",
        $$"""{ "type": "object", "x-resourceId": "widget", "properties": { {{fields}} } }""",
        components);

    /// <param name="body">The schema of the body.</param>
    /// <param name="widget">The component <c>widget</c>.</param>
    /// <param name="operation">Further members of the operation.</param>
    public static string MakeWith(
        string body, string widget, string components = "", string path = "/v1/widgets", string operation = "") => $$"""
        {
          "openapi": "3.0.0",
          "info": { "title": "Stripe API", "version": "2026-09-30.endive" },
          "paths": {
            "{{path}}": { "post": {
              {{Join(operation)}}"requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": {{body}} } } },
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } }
            } }
          },
          "components": { "schemas": { {{Join(components)}}"widget": {{widget}} } }
        }
        """;

    private static string Join(string members) => members.Length == 0 ? "" : members + ", ";
}
