using System.Globalization;
using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Reading;

/// <summary>A <c>$ref</c> is followed by its whole JSON Pointer within the document, or reported with its text.</summary>
public class ReferenceTests
{
    private const string Components = """
        "part": { "type": "object", "properties": { "size": { "type": "integer" } } },
        "other": { "type": "object", "properties": {
            "part": { "type": "object", "properties": { "color": { "type": "string" } } },
            "kind": { "type": "string", "enum": ["a", "b"] },
            "wrong": 5,
            "loop": { "type": "object", "properties": { "inner": { "$ref": "#/components/schemas/other/properties/loop" } } } } },
        "a/b~c": { "type": "object", "properties": { "x": { "type": "string" } } },
        "alias": { "$ref": "#/components/schemas/part" }
        """;

    [Theory]
    [InlineData("#/components/schemas/part", "public Part? Field", "Lattice.Stripe.Part")]
    [InlineData("#/components/schemas/%70art", "public Part? Field", "Lattice.Stripe.Part")]
    [InlineData("#/components/schemas/alias", "public Part? Field", "Lattice.Stripe.Part")]
    [InlineData("#/components/schemas/a~1b~0c", "public ABC? Field", "Lattice.Stripe.ABC")]
    [InlineData(
        "#/components/schemas/other/properties/part",
        "public WidgetField? Field",
        "Lattice.Stripe.WidgetField")]
    [InlineData(
        "#/components/schemas/other/properties/kind",
        "public StripeEnum<WidgetField>? Field",
        "Lattice.Stripe.WidgetField")]
    [InlineData("#/components/schemas/part/properties/size", "public long? Field", null)]
    public void A_local_reference_is_followed_exactly(string reference, string member, string? type)
    {
        var harness = new GeneratorHarness(MakeSlice(reference));

        GeneratorRunResult result = harness.Run();

        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Id != "LAT0002");
        Assert.Contains(member, result.GetTypeText("Lattice.Stripe.Widget"), StringComparison.Ordinal);
        Assert.True(type is null || result.HasType(type));
        Assert.Empty(harness.Compile());
    }

    [Fact]
    public void A_reference_to_a_part_has_the_fields_of_that_part() => Assert.Contains(
        "string? Color",
        new GeneratorHarness(MakeSlice("#/components/schemas/other/properties/part")).Run().GetTypeText("Lattice.Stripe.WidgetField"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("#/components/schemas/nothing", "the target does not exist in the document")]
    [InlineData("#/components/schemas/part/properties/nothing", "the target does not exist in the document")]
    [InlineData("#/components/part", "the target does not exist in the document")]
    [InlineData("#/definitions/part", "the target does not exist in the document")]
    [InlineData("#/components/schemas/part/", "the target does not exist in the document")]
    [InlineData("part", "only references within the document")]
    [InlineData("part.json", "only references within the document")]
    [InlineData("common.json#/components/schemas/part", "only references within the document")]
    [InlineData("https://example.com/spec.json#/components/schemas/part", "only references within the document")]
    [InlineData("", "only references within the document")]
    [InlineData("#", "only references within the document")]
    [InlineData("#part", "only references within the document")]
    [InlineData("#/components/schemas/other/properties/wrong", "not a schema")]
    public void Any_other_reference_is_reported_with_its_text(string reference, string why)
    {
        var harness = new GeneratorHarness(MakeSlice(reference));

        Diagnostic diagnostic = Assert.Single(harness.Run().Diagnostics, diagnostic => diagnostic.Id == "LAT0003");

        Assert.Contains($"'{reference}'", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(why, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain(" Field {", harness.Run().GetTypeText("Lattice.Stripe.Widget"), StringComparison.Ordinal);
        Assert.Empty(harness.Compile());
    }

    [Fact]
    public void A_part_that_contains_the_reference_to_itself_is_reported()
    {
        var harness = new GeneratorHarness(MakeSlice("#/components/schemas/other/properties/loop"));

        Assert.Contains(harness.Run().Diagnostics, diagnostic =>
            diagnostic.Id == "LAT0004"
            && diagnostic.GetMessage().Contains("a circular $ref to a schema without its own class", StringComparison.Ordinal));
        Assert.Empty(harness.Compile());
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(2000, true)]
    public void A_chain_of_references_is_followed_up_to_a_limit(int length, bool isReported)
    {
        string aliases = string.Join(",\n", Enumerable.Range(0, length).Select(number =>
            $"\"alias{number}\": {{ \"$ref\": \"#/components/schemas/{(number + 1 == length ? "part" : $"alias{number + 1}")}\" }}"));
        var harness = new GeneratorHarness(WidgetSlice.Make(
            fields: """ "field": { "$ref": "#/components/schemas/alias0" } """, components: Components + ",\n" + aliases));

        GeneratorRunResult result = harness.Run();

        // One error for the property, and one for all aliases.
        Assert.Equal(isReported ? 2 : 0, result.Diagnostics.Count(diagnostic =>
            diagnostic.Id == "LAT0003" && diagnostic.GetMessage().Contains("longer than 64", StringComparison.Ordinal)));
        Assert.Equal(!isReported, result.GetTypeText("Lattice.Stripe.Widget").Contains(" Field {", StringComparison.Ordinal));
    }

    [Fact]
    public void References_to_bodies_parameters_and_responses_are_followed_too()
    {
        var harness = new GeneratorHarness("""
            {
              "openapi": "3.0.0", "info": { "title": "Stripe API", "version": "1" },
              "paths": { "/v1/boxes/{box}/widgets": { "post": {
                "parameters": [ { "$ref": "#/components/parameters/box" } ],
                "requestBody": { "$ref": "#/components/requestBodies/widget" },
                "responses": { "200": { "$ref": "#/components/responses/widget" } } } } },
              "components": {
                "parameters": { "box": { "name": "box", "in": "path", "required": true, "description": "The box of the widget.", "schema": { "type": "string" } } },
                "requestBodies": { "widget": { "content": { "application/x-www-form-urlencoded": { "schema": {
                  "type": "object", "properties": { "size": { "type": "integer" } } } } } } },
                "responses": { "widget": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } },
                "schemas": { "widget": { "type": "object", "x-resourceId": "widget", "properties": { "id": { "type": "string" } } } }
              }
            }
            """);

        GeneratorRunResult result = harness.Run();

        Assert.Empty(result.Diagnostics);
        Assert.Contains("The box of the widget.", result.GetTypeText("Lattice.Stripe.Widget"), StringComparison.Ordinal);
        Assert.Contains("long? Size", result.GetTypeText("Lattice.Stripe.WidgetCreateForBoxParams"), StringComparison.Ordinal);
        Assert.Empty(harness.Compile());
    }

    [Theory]
    [InlineData("#/components/schemas/part", "WidgetCreateField? Field", "long? Size")]
    [InlineData("#/components/schemas/other/properties/kind", "StripeEnum<WidgetCreateField>? Field", "A = \"a\";")]
    [InlineData("#/components/schemas/part/properties/size", "long? Field", null)]
    public void A_referenced_schema_in_a_request_gets_a_type_of_the_request(string reference, string member, string? content)
    {
        var harness = new GeneratorHarness(WidgetSlice.Make(
            parameters: $$""" "field": { "$ref": "{{reference}}" } """, components: Components));

        GeneratorRunResult result = harness.Run();

        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Id != "LAT0002");
        Assert.Contains(member, result.GetTypeText("Lattice.Stripe.WidgetCreateParams"), StringComparison.Ordinal);
        Assert.True(content is null || result.GetTypeText("Lattice.Stripe.WidgetCreateField").Contains(content, StringComparison.Ordinal));
        Assert.Empty(harness.Compile());
    }

    [Theory]
    [InlineData("""{ "$ref": "#/components/schemas/tree" }""")]
    [InlineData("""{ "anyOf": [ { "$ref": "#/components/schemas/tree" }, { "$ref": "#/components/schemas/part" } ] }""")]
    [InlineData("""{ "anyOf": [ { "$ref": "#/components/schemas/tree" }, { "type": "string" } ] }""")]
    public void A_schema_of_a_request_that_contains_itself_is_reported(string schema)
    {
        var harness = new GeneratorHarness(WidgetSlice.Make(
            parameters: $"\"field\": {schema}",
            components: $$"""{{Components}}, "tree": { "type": "object", "properties": { "size": { "type": "integer" }, "child": {{schema}} } } """));

        Assert.Contains(harness.Run().Diagnostics, diagnostic => diagnostic.Id == "LAT0004");
        Assert.Empty(harness.Compile());
    }

    [Fact]
    public void A_component_that_is_not_a_schema_does_not_stand_for_one()
    {
        string slice = MakeSlice("#/components/responses/error").Replace(
            "\"components\": {", "\"components\": { \"responses\": { \"error\": { \"description\": \"\" } },", StringComparison.Ordinal);

        Diagnostic diagnostic = Assert.Single(new GeneratorHarness(slice).Run().Diagnostics, diagnostic => diagnostic.Id == "LAT0003");

        Assert.Contains("'#/components/responses/error'", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("not a schema", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    private static string MakeSlice(string reference) => WidgetSlice.Make(
        fields: string.Create(CultureInfo.InvariantCulture, $$""" "field": { "$ref": "{{reference}}" } """), components: Components);
}
