using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Spec;

/// <summary>The errors of a slice that cannot be used.</summary>
public sealed class SliceErrorTests
{
    private const string Info = """ "info": { "title": "t", "version": "1" } """;

    [Theory]
    [InlineData("", "ends too early. Write the complete file again:", "line 1, column 1: the text is empty")]
    [InlineData("{ \"openapi\": ", "ends too early", "line 1, column 14: expected a value")]
    [InlineData("{\n  \"openapi\": '3.0.0' }", "is not valid JSON. Fix the text:", "line 2, column 14: expected a value, found '''")]
    [InlineData("{\n  \"a\": 1,\n  \"a\": 2 }", "is not valid JSON", "line 3, column 3: an object contains the key \"a\" twice")]
    [InlineData("{ \"openapi\": \"3.0.0\", }", "is not valid JSON", "line 1, column 23: ")]
    public void The_error_of_a_slice_that_is_not_JSON_has_its_location(string json, string whatToDo, string error)
    {
        string message = GetError(json);

        Assert.StartsWith("The slice ", message, StringComparison.Ordinal);
        Assert.Contains(whatToDo, message, StringComparison.Ordinal);
        Assert.Contains(error, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "line 1, column 1 (#): the document must be a JSON object")]
    [InlineData("{}", "line 1, column 1 (#): \"openapi\" is missing; it must be a version such as \"3.0.0\"")]
    [InlineData("""{ "swagger": "2.0" }""", "Swagger 2.0 is not supported")]
    [InlineData("""{ "openapi": "4.0.0" }""", "OpenAPI version \"4.0.0\" is not supported")]
    [InlineData("""{ "openapi": "3.0.0", "paths": {} }""", "\"info.version\" is missing or empty")]
    [InlineData(
        "{ \"openapi\": \"3.0.0\",\n \"info\": { \"version\": \" \" } }",
        "line 2, column 2 (#/info): \"info.version\" is missing or empty")]
    public void The_error_of_a_document_that_is_not_a_slice_says_what_it_is(string json, string error)
    {
        string message = GetError(json);

        Assert.Contains("is not a valid OpenAPI document", message, StringComparison.Ordinal);
        Assert.Contains(error, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{ "type": "string", "nullabel": true }""",
        "\"nullabel\" is not a keyword of a schema object; did you mean \"nullable\"?")]
    [InlineData("""{ "type": "string", "maxLength": 1e5 }""", "\"maxLength\" must be a nonnegative integer written in digits")]
    [InlineData("""{ "type": "object", "additionalProperties": "string" }""", "\"additionalProperties\" must be a schema object")]
    [InlineData("""{ "type": "text" }""", "\"type\" must be one of")]
    [InlineData("""{ "$ref": 1 }""", "\"$ref\" must be a string")]
    [InlineData("""{ "type": "string", "x-lattice-sensitve": true }""", "did you mean \"x-lattice-sensitive\"?")]
    [InlineData("""{ "type": "string", "x-lattice-sensitive": "true" }""", "\"x-lattice-sensitive\" must be true or false")]
    public void A_schema_error_of_the_generator_is_an_error_of_the_slice(string schema, string error)
    {
        string message = GetError(Slice.With("{}", $$"""{ "thing": {{schema}} }"""));

        Assert.Contains("is not a valid OpenAPI document", message, StringComparison.Ordinal);
        Assert.Contains("(#/components/schemas/thing/", message, StringComparison.Ordinal);
        Assert.Contains(error, message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unsupported_keyword_is_ignored()
    {
        string slice = $$"""
            { "openapi": "3.1.0", {{Info}}, "components": { "schemas": { "thing": { "type": "object", "if": {}, "x-tool": 1 } } } }
            """;

        Assert.Empty(StripeSlice.Parse(slice).Operations);
    }

    [Fact]
    public void Errors_are_listed_in_the_order_of_the_document()
    {
        string message = GetError(Slice.With("{}", """
            {
                     "b": { "tpye": "object" },
                     "a": { "type": "object", "deprecated": "yes" }
            }
            """));

        string[] lines = message.Split(Environment.NewLine);
        Assert.Equal(3, lines.Length);
        Assert.Contains("(#/components/schemas/b/tpye)", lines[1], StringComparison.Ordinal);
        Assert.Contains("(#/components/schemas/a/deprecated)", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_first_of_many_errors_are_listed()
    {
        string schemas = string.Join(", ", Enumerable.Range(0, 1000).Select(i => $$""" "s{{i}}": { "tpye": "object" } """));

        string[] lines = GetError(Slice.With("{}", "{" + schemas + "}")).Split(Environment.NewLine);

        Assert.Equal(22, lines.Length);
        Assert.Equal("  and 980 more", lines[^1]);
    }

    [Fact]
    public void The_error_of_an_unresolved_reference_has_its_location()
    {
        string slice = Slice.With($$"""{ "/v1/things": { "post": {{Slice.Operation("Create")}} } }""", "{}");

        string message = GetError(slice);

        Assert.Contains("#/paths/~1v1~1things/post/responses/200", message, StringComparison.Ordinal);
        Assert.Contains(
            "the $ref '#/components/schemas/thing' cannot be resolved: the target does not exist", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#/components/schemas/other", "'#/components/schemas/other', which the target refers to, does not exist in the document")]
    [InlineData("#/components/schemas/thing", "the reference is circular")]
    [InlineData("other.json#/components/schemas/thing", "only references within the document")]
    [InlineData("https://example.com/thing.json", "only references within the document")]
    [InlineData("#/info/title", "it refers to a value of another type")]
    public void The_error_of_an_unresolved_reference_has_the_reason(string reference, string reason)
    {
        string slice = Slice.Responding($$"""{ "thing": { "$ref": "{{reference}}" } }""");

        Assert.Contains(reason, GetError(slice), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "$ref": "#/components/pathItems/absent" }""", "(#/paths/~1v1~1things/$ref)")]
    [InlineData(
        """{ "post": { "requestBody": { "$ref": "#/components/requestBodies/absent" }, "responses": {} } }""",
        "/post/requestBody/$ref)")]
    [InlineData("""{ "post": { "responses": { "200": { "$ref": "#/components/responses/absent" } } } }""", "/post/responses/200/$ref)")]
    [InlineData("""{ "post": { "responses": {} }, "parameters": [{ "$ref": "#/components/parameters/absent" }] }""", "/parameters/0/$ref)")]
    public void References_of_an_operation_must_be_resolved(string path, string location)
        => Assert.Contains(location, GetError(Slice.With($$"""{ "/v1/things": {{path}} }""")), StringComparison.Ordinal);

    [Fact]
    public void All_unresolved_references_are_listed()
    {
        string slice = Slice.Responding("""
            { "thing": { "type": "object", "properties": {
              "a": { "$ref": "#/components/schemas/a" },
              "b": { "type": "array", "items": { "$ref": "#/components/schemas/b" } } } } }
            """);

        string message = GetError(slice);

        Assert.Contains("'#/components/schemas/a'", message, StringComparison.Ordinal);
        Assert.Contains("'#/components/schemas/b'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_of_a_malformed_file_names_the_file()
    {
        string path = Path.GetTempFileName();
        try
        {
            Assert.Contains(path, Assert.Throws<InvalidDataException>(() => StripeSlice.Load(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string GetError(string json) => Assert.Throws<InvalidDataException>(() => StripeSlice.Parse(json)).Message;
}
