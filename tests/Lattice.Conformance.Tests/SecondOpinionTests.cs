using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Tests;

/// <summary>The OpenAPI library and this program read specifications in the same way.</summary>
public class SecondOpinionTests
{
    [Specs.Fact]
    public void The_library_reads_the_full_specification_in_the_same_way() =>
        Assert.Empty(SecondOpinion.Compare(SpecDocument.Load(Specs.Full)));

    [Specs.Fact]
    public void The_library_reads_the_facts_of_all_operations_in_the_same_way() =>
        Assert.Empty(SecondOpinion.Compare(SpecDocument.Load(Specs.Today)));

    [Theory]
    [InlineData("""{"type": "integer", "format": "unix-time"}""", "body.value: ")]
    [InlineData("""{"type": "array", "items": {"type": "integer"}}""", "body.value: ")]
    [InlineData("""{"type": "string", "nullable": true}""", "body.value: the OpenAPI library reads it differently: nullable")]
    [InlineData("""{"type": "string", "enum": ["a"]}""", null)]
    [InlineData("""{"anyOf": [{"type": "string"}, {"enum": [""], "type": "string"}]}""", null)]
    [InlineData("""{"type": "string", "maxLength": 5}""", null)]
    public void A_difference_is_reported(string schema, string? difference)
    {
        // This program reads one text, and the library reads another.
        (string? _, string Difference)[] differences =
            [.. SecondOpinion.Compare(Parse("""{"type": "string"}"""), Parse(schema).Text)];

        if (difference is null)
        {
            Assert.Empty(differences);
        }
        else
        {
            Assert.StartsWith(difference, Assert.Single(differences).Difference, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_missing_property_and_a_missing_requirement_are_reported()
    {
        string other = Parse("""{"type": "string"}""").Text
            .Replace("\"required\": [\"value\"]", "\"required\": []", StringComparison.Ordinal)
            .Replace("\"more\"", "\"less\"", StringComparison.Ordinal);

        Assert.Equal(
            [
                "body: the OpenAPI library reads it differently: the properties differ: more, less",
                "body: the OpenAPI library reads it differently: the required properties differ: value",
            ],
            SecondOpinion.Compare(Parse("""{"type": "string"}"""), other).Select(found => found.Difference));
    }

    private static SpecDocument Parse(string schema) => SpecDocument.Parse(
        """
        {
          "openapi": "3.0.0", "info": {"title": "t", "version": "1"},
          "paths": {"/v1/widgets": {"post": {
            "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": {
              "type": "object", "required": ["value"], "properties": {"value": SCHEMA, "more": {"type": "boolean"}}}}}},
            "responses": {"200": {"description": "", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/widget"}}}}}}}},
          "components": {"schemas": {"widget": {"type": "object", "properties": {"amount": {"type": "integer"}}}}}
        }
        """.Replace("SCHEMA", schema, StringComparison.Ordinal));
}
