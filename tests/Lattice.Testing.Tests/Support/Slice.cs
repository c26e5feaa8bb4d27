namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>Creates small slices. The arguments are JSON.</summary>
internal static class Slice
{
    /// <summary>A slice whose <c>POST /v1/things</c> accepts <paramref name="parameters"/>, an object schema.</summary>
    public static string Accepting(string parameters)
        => With($$"""{ "/v1/things": { "post": {{Operation("CreateThing", parameters)}} } }""");

    /// <summary>A slice whose <c>POST /v1/things</c> returns the component <c>thing</c>.</summary>
    public static string Responding(string components, string parameters = """{ "type": "object" }""")
        => With($$"""{ "/v1/things": { "post": {{Operation("CreateThing", parameters)}} } }""", components);

    public static string With(
        string paths, string components = """{ "thing": { "type": "object", "properties": {} } }""")
        => $$"""
           {
             "openapi": "3.0.0",
             "info": { "title": "Test", "version": "2020-01-01.test" },
             "paths": {{paths}},
             "components": { "schemas": {{components}} }
           }
           """;

    public static string Operation(string id, string? parameters = null)
    {
        string body = parameters is null
            ? ""
            : $$"""
              "requestBody": {
                "content": { "application/x-www-form-urlencoded": { "schema": {{parameters}} } }
              },
              """;
        return $$"""
               {
                 "operationId": "{{id}}",
                 {{body}}
                 "responses": {
                   "200": {
                     "description": "The thing.",
                     "content": { "application/json": { "schema": { "$ref": "#/components/schemas/thing" } } }
                   }
                 }
               }
               """;
    }
}
