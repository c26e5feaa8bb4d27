using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Tests;

/// <summary>The OpenAPI library and this program read the same of a specification.</summary>
public class SecondOpinionTests
{
    [Specs.Fact]
    public void The_library_reads_the_full_specification_alike() => Assert.Empty(SecondOpinion.Compare(Specification.Load(Specs.Full)));

    [Specs.Fact]
    public void The_library_reads_all_of_todays_facts_alike() => Assert.Empty(SecondOpinion.Compare(Specification.Load(Specs.Today)));

    [Theory]
    [InlineData("""{"type": "integer", "format": "unix-time"}""", "body.value: ")]
    [InlineData("""{"type": "array", "items": {"type": "integer"}}""", "body.value: ")]
    [InlineData("""{"type": "string", "nullable": true}""", "body.value: the OpenAPI library reads something else: nullable")]
    [InlineData("""{"type": "string", "enum": ["a"]}""", null)]
    [InlineData("""{"anyOf": [{"type": "string"}, {"enum": [""], "type": "string"}]}""", null)]
    [InlineData("""{"type": "string", "maxLength": 5}""", null)]
    public void A_difference_is_seen(string schema, string? difference)
    {
        // What this program has read of one text is compared with what the library reads of another.
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
    public void A_property_or_a_requirement_that_is_not_read_is_seen()
    {
        string other = Parse("""{"type": "string"}""").Text
            .Replace("\"required\": [\"value\"]", "\"required\": []", StringComparison.Ordinal)
            .Replace("\"more\"", "\"less\"", StringComparison.Ordinal);

        Assert.Equal(
            [
                "body: the OpenAPI library reads something else: the properties differ: more, less",
                "body: the OpenAPI library reads something else: the required properties differ: value",
            ],
            SecondOpinion.Compare(Parse("""{"type": "string"}"""), other).Select(found => found.Difference));
    }

    private static Specification Parse(string schema) => Specification.Parse(
        """
        {
          "openapi": "3.0.0", "info": {"title": "t", "version": "1"},
          "paths": {"/v1/widgets": {"post": {
            "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": {"type": "object", "required": ["value"], "properties": {"value": SCHEMA, "more": {"type": "boolean"}}}}}},
            "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/widget"}}}}}}}},
          "components": {"schemas": {"widget": {"type": "object", "properties": {"amount": {"type": "integer"}}}}}
        }
        """.Replace("SCHEMA", schema, StringComparison.Ordinal));
}
