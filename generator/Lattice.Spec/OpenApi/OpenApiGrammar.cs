namespace Lattice.Spec.OpenApi;

/// <summary>
/// The objects of OpenAPI 3.0 (https://spec.openapis.org/oas/v3.0.4) with the keywords of 3.1 that map to 3.0, and the extensions of a
/// slice. The other keywords of 3.1 are listed as unsupported, so that they are reported.
/// </summary>
internal static class OpenApiGrammar
{
    public static readonly OpenApiObject Document = CreateDocument();

    private static OpenApiObject CreateDocument()
    {
        OpenApiObject externalDocs = new OpenApiObject("an external documentation object").With(ValueForm.String, "description", "url");
        OpenApiObject server = CreateServer();
        OpenApiObject schema = CreateSchema(externalDocs);
        OpenApiObject mediaType = new OpenApiObject("a media type object")
            .With(ValueForm.Object, schema, "schema")
            .With(ValueForm.Any, "example")
            .With(ValueForm.Map, "examples", "encoding");
        OpenApiObject parameter = CreateParameter("a parameter object", schema, mediaType).With(ValueForm.String, "name", "in");
        OpenApiObject header = CreateParameter("a header object", schema, mediaType);
        OpenApiObject requestBody = new OpenApiObject("a request body object") { CanBeReference = true }
            .With(ValueForm.String, "description")
            .With(ValueForm.Boolean, "required")
            .With(ValueForm.ObjectMap, mediaType, "content");
        OpenApiObject response = new OpenApiObject("a response object") { CanBeReference = true }
            .With(ValueForm.String, "description", "summary")
            .With(ValueForm.ObjectMap, header, "headers")
            .With(ValueForm.ObjectMap, mediaType, "content")
            .With(ValueForm.Map, "links");
        OpenApiObject operation = new OpenApiObject("an operation object")
            .With(ValueForm.String, "summary", "description", "operationId")
            .With(ValueForm.StringArray, "tags")
            .With(ValueForm.Boolean, "deprecated")
            .With(ValueForm.Object, externalDocs, "externalDocs")
            .With(ValueForm.ObjectArray, parameter, "parameters")
            .With(ValueForm.Object, requestBody, "requestBody")
            .With(ValueForm.Object, new OpenApiObject("a responses object") { Members = response }, "responses")
            .With(ValueForm.Map, "callbacks")
            .With(ValueForm.Array, "security")
            .With(ValueForm.ObjectArray, server, "servers")
            .With(ValueForm.String, OpenApiKeywords.Name, OpenApiKeywords.ReplacedBy)
            .With(ValueForm.OperationKind, OpenApiKeywords.Operation);
        OpenApiObject pathItem = new OpenApiObject("a path item object") { CanBeReference = true }
            .With(ValueForm.String, "summary", "description")
            .With(ValueForm.ObjectArray, server, "servers")
            .With(ValueForm.ObjectArray, parameter, "parameters")
            .With(ValueForm.Object, operation, "get", "put", "post", "delete", "options", "head", "patch", "trace");
        OpenApiObject components = new OpenApiObject("a components object")
            .With(ValueForm.ObjectMap, schema, "schemas")
            .With(ValueForm.ObjectMap, response, "responses")
            .With(ValueForm.ObjectMap, parameter, "parameters")
            .With(ValueForm.ObjectMap, requestBody, "requestBodies")
            .With(ValueForm.ObjectMap, header, "headers")
            .With(ValueForm.ObjectMap, pathItem, "pathItems")
            .With(ValueForm.Map, "examples", "securitySchemes", "links", "callbacks");
        OpenApiObject info = new OpenApiObject("an info object")
            .With(ValueForm.String, "title", "summary", "description", "termsOfService", "version")
            .With(ValueForm.Map, "contact", "license");
        return new OpenApiObject("an OpenAPI document")
            .With(ValueForm.String, "openapi", "$schema", "jsonSchemaDialect")
            .With(ValueForm.Object, info, "info")
            .With(ValueForm.ObjectArray, server, "servers")
            .With(ValueForm.Object, new OpenApiObject("a paths object") { Members = pathItem }, "paths")
            .With(ValueForm.Object, components, "components")
            .With(ValueForm.Array, "security", "tags")
            .With(ValueForm.Object, externalDocs, "externalDocs")
            .WithUnsupported("webhooks");
    }

    private static OpenApiObject CreateServer()
    {
        OpenApiObject variable = new OpenApiObject("a server variable object")
            .With(ValueForm.StringArray, "enum")
            .With(ValueForm.String, "default", "description");
        return new OpenApiObject("a server object")
            .With(ValueForm.String, "url", "description", "name")
            .With(ValueForm.ObjectMap, variable, "variables");
    }

    private static OpenApiObject CreateParameter(string name, OpenApiObject schema, OpenApiObject mediaType) =>
        new OpenApiObject(name) { CanBeReference = true }
            .With(ValueForm.String, "description", "style")
            .With(ValueForm.Boolean, "required", "deprecated", "allowEmptyValue", "explode", "allowReserved")
            .With(ValueForm.Object, schema, "schema")
            .With(ValueForm.Any, "example")
            .With(ValueForm.Map, "examples")
            .With(ValueForm.ObjectMap, mediaType, "content");

    private static OpenApiObject CreateSchema(OpenApiObject externalDocs)
    {
        OpenApiObject discriminator = new OpenApiObject("a discriminator object")
            .With(ValueForm.String, "propertyName")
            .With(ValueForm.StringMap, "mapping");
        OpenApiObject schema = new OpenApiObject("a schema object") { CanBeReference = true };
        return schema
            .With(ValueForm.String, "title", "description", "format", "pattern", "$comment", "$schema")
            .With(ValueForm.Types, "type")
            .With(ValueForm.Any, "default", "example", "const")
            .With(ValueForm.Values, "enum")
            .With(ValueForm.Array, "examples")
            .With(ValueForm.StringArray, "required")
            .With(
                ValueForm.Count,
                "maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties", "maxContains", "minContains")
            .With(ValueForm.Number, "multipleOf", "maximum", "minimum")
            .With(ValueForm.NumberOrBoolean, "exclusiveMaximum", "exclusiveMinimum")
            .With(ValueForm.Boolean, "nullable", "readOnly", "writeOnly", "deprecated", "uniqueItems")
            .With(ValueForm.ObjectMap, schema, "properties", "$defs")
            .With(ValueForm.Object, schema, "items", "not")
            .With(ValueForm.ObjectOrBoolean, schema, "additionalProperties")
            .With(ValueForm.ObjectArray, schema, "anyOf", "oneOf", "allOf")
            .With(ValueForm.Object, discriminator, "discriminator")
            .With(ValueForm.Map, "xml")
            .With(ValueForm.Object, externalDocs, "externalDocs")
            .With(ValueForm.String, OpenApiKeywords.Name, OpenApiKeywords.ReplacedBy, OpenApiKeywords.ResourceId)
            .With(ValueForm.Boolean, OpenApiKeywords.Sensitive)
            .With(ValueForm.StringMap, OpenApiKeywords.DeprecatedValues)
            .With(ValueForm.StringArrays, OpenApiKeywords.Exclusive)
            .WithUnsupported(
                "if", "then", "else", "dependentSchemas", "dependentRequired", "prefixItems", "contains", "patternProperties",
                "propertyNames", "unevaluatedItems", "unevaluatedProperties", "contentEncoding", "contentMediaType", "contentSchema",
                "$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary");
    }
}
