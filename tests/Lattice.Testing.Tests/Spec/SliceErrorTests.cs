using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>What a slice that cannot be used says.</summary>
public sealed class SliceErrorTests
{
    private const string Info = """ "info": { "title": "t", "version": "1" } """;

    [Theory]
    [InlineData("", "ends too early. Write the file again, whole:", "line 1, column 1: the text is empty")]
    [InlineData("{ \"openapi\": ", "ends too early", "line 1, column 14: a value is expected")]
    [InlineData("{\n  \"openapi\": '3.0.0' }", "is not valid JSON. Correct the text there:", "line 2, column 14: a value is expected, not '''")]
    [InlineData("{\n  \"a\": 1,\n  \"a\": 2 }", "is not valid JSON", "line 3, column 3: it has the key \"a\" twice in one object")]
    [InlineData("{ \"openapi\": \"3.0.0\", }", "is not valid JSON", "line 1, column 23: ")]
    public void A_slice_that_is_not_JSON_says_what_is_wrong_and_where(string json, string whatToDo, string error)
    {
        string message = GetError(json);

        Assert.StartsWith("The slice ", message, StringComparison.Ordinal);
        Assert.Contains(whatToDo, message, StringComparison.Ordinal);
        Assert.Contains(error, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "line 1, column 1 (#): it has to be a JSON object")]
    [InlineData("{}", "line 1, column 1 (#): it has no \"openapi\": \"3.0.x\"")]
    [InlineData("""{ "swagger": "2.0" }""", "it is a Swagger 2 document")]
    [InlineData("""{ "openapi": "4.0.0" }""", "its version of OpenAPI is \"4.0.0\"")]
    [InlineData("""{ "openapi": "3.0.0", "paths": {} }""", "\"info.version\" is missing or empty")]
    [InlineData("{ \"openapi\": \"3.0.0\",\n \"info\": { \"version\": \" \" } }", "line 2, column 2 (#/info): \"info.version\" is missing or empty")]
    public void A_document_that_is_not_a_slice_says_what_it_is(string json, string error)
    {
        string message = GetError(json);

        Assert.Contains("is not a valid OpenAPI document", message, StringComparison.Ordinal);
        Assert.Contains(error, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "type": "string", "nullabel": true }""", "\"nullabel\" is not a keyword of a schema; did you mean \"nullable\"?")]
    [InlineData("""{ "type": "string", "maxLength": 1e5 }""", "\"maxLength\" has to be a whole number in digits")]
    [InlineData("""{ "type": "object", "additionalProperties": "string" }""", "\"additionalProperties\" has to be a schema")]
    [InlineData("""{ "type": "text" }""", "\"type\" has to be one of")]
    [InlineData("""{ "$ref": 1 }""", "\"$ref\" has to be a string")]
    [InlineData("""{ "type": "string", "x-lattice-sensitve": true }""", "did you mean \"x-lattice-sensitive\"?")]
    [InlineData("""{ "type": "string", "x-lattice-sensitive": "true" }""", "\"x-lattice-sensitive\" has to be true or false")]
    public void What_the_generator_refuses_in_a_schema_makes_the_slice_unusable(string schema, string error)
    {
        string message = GetError(Slice.With("{}", $$"""{ "thing": {{schema}} }"""));

        Assert.Contains("is not a valid OpenAPI document", message, StringComparison.Ordinal);
        Assert.Contains("(#/components/schemas/thing/", message, StringComparison.Ordinal);
        Assert.Contains(error, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_keyword_without_effect_does_no_harm()
    {
        string slice = $$"""
            { "openapi": "3.1.0", {{Info}}, "components": { "schemas": { "thing": { "type": "object", "if": {}, "x-tool": 1 } } } }
            """;

        Assert.Empty(StripeSlice.Parse(slice).Operations);
    }

    [Fact]
    public void All_errors_are_listed_in_the_order_of_the_document()
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
    public void Of_very_many_errors_the_first_are_listed()
    {
        string schemas = string.Join(", ", Enumerable.Range(0, 1000).Select(i => $$""" "s{{i}}": { "tpye": "object" } """));

        string[] lines = GetError(Slice.With("{}", "{" + schemas + "}")).Split(Environment.NewLine);

        Assert.Equal(22, lines.Length);
        Assert.Equal("  and 980 more", lines[^1]);
    }

    [Fact]
    public void A_reference_to_nothing_is_named_with_its_place()
    {
        string slice = Slice.With($$"""{ "/v1/things": { "post": {{Slice.Operation("Create")}} } }""", "{}");

        string message = GetError(slice);

        Assert.Contains("#/paths/~1v1~1things/post/responses/200", message, StringComparison.Ordinal);
        Assert.Contains("the $ref '#/components/schemas/thing' cannot be followed: it points to nothing", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#/components/schemas/other", "it points to nothing in the document")]
    [InlineData("#/components/schemas/thing", "it leads back to itself")]
    [InlineData("other.json#/components/schemas/thing", "only references within the document are followed")]
    [InlineData("https://example.com/thing.json", "only references within the document are followed")]
    [InlineData("#/info/title", "it points to something of another kind")]
    public void A_reference_that_cannot_be_followed_says_why(string reference, string reason)
    {
        string slice = Slice.Responding($$"""{ "thing": { "$ref": "{{reference}}" } }""");

        Assert.Contains(reason, GetError(slice), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "$ref": "#/components/pathItems/absent" }""", "(#/paths/~1v1~1things/$ref)")]
    [InlineData("""{ "post": { "requestBody": { "$ref": "#/components/requestBodies/absent" }, "responses": {} } }""", "/post/requestBody/$ref)")]
    [InlineData("""{ "post": { "responses": { "200": { "$ref": "#/components/responses/absent" } } } }""", "/post/responses/200/$ref)")]
    [InlineData("""{ "post": { "responses": {} }, "parameters": [{ "$ref": "#/components/parameters/absent" }] }""", "/parameters/0/$ref)")]
    public void What_an_operation_refers_to_has_to_be_there(string path, string location)
        => Assert.Contains(location, GetError(Slice.With($$"""{ "/v1/things": {{path}} }""")), StringComparison.Ordinal);

    [Fact]
    public void All_references_that_cannot_be_followed_are_listed()
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
    public void A_broken_file_is_named()
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
