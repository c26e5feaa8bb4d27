using static Lattice.Spec.OpenApi.ValueForm;

namespace Lattice.Spec.OpenApi;

/// <summary>
/// The objects of OpenAPI 3.0 (https://spec.openapis.org/oas/v3.0.4) with the keywords of 3.1 that map to 3.0, and our own
/// extensions. The keywords of 3.1 that say more than types can are known, so that a document with them is told what is missing.
/// </summary>
internal static class OpenApiGrammar
{
    /// <summary>The document.</summary>
    public static readonly OpenApiObject Document = Create();

    private static OpenApiObject Create()
    {
        var externalDocs = new OpenApiObject("external documentation").With(ValueForm.String, "description", "url");
        OpenApiObject schema = CreateSchema(externalDocs);
        var server = new OpenApiObject("a server").With(ValueForm.String, "url", "description", "name")
            .With(ObjectMap, new OpenApiObject("a server variable").With(StringArray, "enum").With(ValueForm.String, "default", "description"), "variables");
        var mediaType = new OpenApiObject("a media type").With(ValueForm.Object, schema, "schema").With(Any, "example").With(Map, "examples", "encoding");
        OpenApiObject parameter = CreateParameter("a parameter", schema, mediaType).With(ValueForm.String, "name", "in");
        OpenApiObject header = CreateParameter("a header", schema, mediaType);
        OpenApiObject requestBody = new OpenApiObject("a request body") { CanBeReference = true }
            .With(ValueForm.String, "description").With(ValueForm.Boolean, "required").With(ObjectMap, mediaType, "content");
        OpenApiObject response = new OpenApiObject("a response") { CanBeReference = true }
            .With(ValueForm.String, "description", "summary").With(ObjectMap, header, "headers").With(ObjectMap, mediaType, "content").With(Map, "links");
        var operation = new OpenApiObject("an operation");
        OpenApiObject pathItem = new OpenApiObject("a path item") { CanBeReference = true }
            .With(ValueForm.String, "summary", "description")
            .With(ObjectArray, server, "servers").With(ObjectArray, parameter, "parameters")
            .With(ValueForm.Object, operation, "get", "put", "post", "delete", "options", "head", "patch", "trace");
        operation.With(ValueForm.String, "summary", "description", "operationId").With(StringArray, "tags")
            .With(ValueForm.Boolean, "deprecated").With(ValueForm.Object, externalDocs, "externalDocs")
            .With(ObjectArray, parameter, "parameters").With(ValueForm.Object, requestBody, "requestBody")
            .With(ValueForm.Object, new OpenApiObject("the responses") { Members = response }, "responses")
            .With(Map, "callbacks").With(ValueForm.Array, "security").With(ObjectArray, server, "servers")
            .With(ValueForm.String, OpenApiKeywords.Name, OpenApiKeywords.ReplacedBy).With(ValueForm.OperationKind, OpenApiKeywords.Operation);

        OpenApiObject components = new OpenApiObject("the components")
            .With(ObjectMap, schema, "schemas").With(ObjectMap, response, "responses").With(ObjectMap, parameter, "parameters")
            .With(ObjectMap, requestBody, "requestBodies").With(ObjectMap, header, "headers").With(ObjectMap, pathItem, "pathItems")
            .With(Map, "examples", "securitySchemes", "links", "callbacks");
        OpenApiObject info = new OpenApiObject("the info")
            .With(ValueForm.String, "title", "summary", "description", "termsOfService", "version").With(Map, "contact", "license");
        return new OpenApiObject("the document")
            .With(ValueForm.String, "openapi", "$schema", "jsonSchemaDialect").With(ValueForm.Object, info, "info")
            .With(ObjectArray, server, "servers")
            .With(ValueForm.Object, new OpenApiObject("the paths") { Members = pathItem }, "paths").With(ValueForm.Object, components, "components")
            .With(ValueForm.Array, "security", "tags").With(ValueForm.Object, externalDocs, "externalDocs")
            .Without("webhooks");
    }

    private static OpenApiObject CreateParameter(string name, OpenApiObject schema, OpenApiObject mediaType) =>
        new OpenApiObject(name) { CanBeReference = true }
            .With(ValueForm.String, "description", "style").With(ValueForm.Boolean, "required", "deprecated", "allowEmptyValue", "explode", "allowReserved")
            .With(ValueForm.Object, schema, "schema").With(Any, "example").With(Map, "examples").With(ObjectMap, mediaType, "content");

    private static OpenApiObject CreateSchema(OpenApiObject externalDocs)
    {
        OpenApiObject schema = new OpenApiObject("a schema") { CanBeReference = true };
        return schema
            .With(ValueForm.String, "title", "description", "format", "pattern", "$comment", "$schema").With(Types, "type")
            .With(Any, "default", "example", "const").With(ValueForm.Values, "enum").With(ValueForm.Array, "examples").With(StringArray, "required")
            .With(Count, "maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties", "maxContains", "minContains")
            .With(ValueForm.Number, "multipleOf", "maximum", "minimum").With(NumberOrBoolean, "exclusiveMaximum", "exclusiveMinimum")
            .With(ValueForm.Boolean, "nullable", "readOnly", "writeOnly", "deprecated", "uniqueItems")
            .With(ObjectMap, schema, "properties", "$defs").With(ValueForm.Object, schema, "items").With(ObjectOrBoolean, schema, "additionalProperties")
            .With(ObjectArray, schema, "anyOf", "oneOf", "allOf").With(ValueForm.Object, schema, "not")
            .With(ValueForm.Object, new OpenApiObject("a discriminator").With(ValueForm.String, "propertyName").With(StringMap, "mapping"), "discriminator")
            .With(Map, "xml").With(ValueForm.Object, externalDocs, "externalDocs")
            .With(ValueForm.String, OpenApiKeywords.Name, OpenApiKeywords.ReplacedBy, OpenApiKeywords.ResourceId).With(ValueForm.Boolean, OpenApiKeywords.Sensitive)
            .Without(
                "if", "then", "else", "dependentSchemas", "dependentRequired", "prefixItems", "contains", "patternProperties", "propertyNames",
                "unevaluatedItems", "unevaluatedProperties", "contentEncoding", "contentMediaType", "contentSchema",
                "$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary");
    }
}
