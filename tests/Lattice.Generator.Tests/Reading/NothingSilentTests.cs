using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Reading;

/// <summary>Each part of a create operation that is not generated is reported at its location.</summary>
public class NothingSilentTests
{
    private const string Object = """{ "type": "object", "properties": { "id": { "type": "string" } } }""";
    private const string Response = """{ "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } }""";

    [Theory]
    [InlineData("LAT0003", "nothing", """{ "$ref": "#/components/schemas/nothing" }""")]
    [InlineData(
        "LAT0004",
        "a body with \"anyOf\"",
        """{ "allOf": [ { "type": "object", "properties": { "a": { "type": "string" } } } ] }""")]
    [InlineData(
        "LAT0004",
        "a body with \"anyOf\"",
        """{ "anyOf": [ { "type": "object", "properties": { "a": { "type": "string" } } }, { "type": "object" } ] }""")]
    [InlineData("LAT0004", "a map", """{ "type": "object", "additionalProperties": { "type": "string" } }""")]
    [InlineData("LAT0004", "not an object", """{ "type": "array", "items": { "type": "string" } }""")]
    public void A_create_operation_with_an_unsupported_body_is_left_out(string id, string mentions, string body)
    {
        GeneratorRunResult result = Run(WidgetSlice.MakeWith(body, Object), id, mentions, body);

        Assert.DoesNotContain(
            result.GeneratedSources, source => source.SourceText.ToString().Contains("CreateAsync", StringComparison.Ordinal));
    }

    [Fact]
    public void A_create_operation_with_an_unresolved_body_is_left_out()
    {
        string slice = $$"""
            { "openapi": "3.0.0", "info": { "title": "Stripe API", "version": "1" }, "components": { "schemas": { "widget": {{Object}} } },
              "paths": { "/v1/widgets": { "post": { "requestBody": { "$ref": "#/components/requestBodies/nothing" }, "responses": {{Response}} } } } }
            """;

        GeneratorRunResult result = Run(slice, "LAT0003", "#/components/requestBodies/nothing", "\"#/components/requestBodies");

        Assert.DoesNotContain(
            result.GeneratedSources, source => source.SourceText.ToString().Contains("CreateAsync", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"additionalProperties\": ")]
    [InlineData("\"additionalProperties\": ", true)]
    public void Additional_properties_of_an_object_with_properties_in_a_body_are_reported(string location, bool isNested = false)
    {
        const string Both = """{ "type": "object", "properties": { "a": { "type": "string" } }, "additionalProperties": { "type": "string" } }""";
        string body = isNested ? $$"""{ "type": "object", "properties": { "box": {{Both}} } }""" : Both;

        GeneratorRunResult result = Run(WidgetSlice.MakeWith(body, Object), "LAT0004", "additionalProperties", location, isAfter: true);

        Assert.Contains(result.GeneratedSources, source => source.SourceText.ToString().Contains("string? A {", StringComparison.Ordinal));
    }

    [Fact]
    public void Additional_properties_of_an_object_with_properties_in_a_response_are_reported() => Run(
        WidgetSlice.Make(fields: """
            "box": { "type": "object", "properties": { "a": { "type": "string" } }, "additionalProperties": { "type": "string" } }
            """),
        "LAT0004",
        "widget.box.additionalProperties");

    [Theory]
    [InlineData(
        "allOf",
        """{ "type": "object", "properties": { "id": { "type": "string" } }, "allOf": [ { "$ref": "#/components/schemas/aa" } ] }""")]
    [InlineData(
        "additionalProperties",
        """{ "type": "object", "properties": { "id": { "type": "string" } }, "additionalProperties": { "type": "string" } }""")]
    [InlineData(
        "oneOf",
        """{ "type": "object", "properties": { "id": { "type": "string" } }, "oneOf": [ { "$ref": "#/components/schemas/aa" } ] }""")]
    [InlineData(
        "anyOf.0",
        """{ "type": "object", "properties": { "id": { "type": "string" } }, "anyOf": [ { "$ref": "#/components/schemas/aa" } ] }""")]
    [InlineData(
        "anyOf.2",
        """{ "anyOf": [ { "$ref": "#/components/schemas/aa" }, { "$ref": "#/components/schemas/bb" }, { "type": "string" } ] }""")]
    [InlineData(
        "\"anyOf\" next to \"properties\"",
        """{ "type": "object", "properties": { "z": { "type": "string" } }, "anyOf": [ { "$ref": "#/components/schemas/aa" }, { "$ref": "#/components/schemas/bb" } ] }""")]
    public void Parts_of_a_component_that_its_class_does_not_have_are_reported(string mentions, string widget)
    {
        GeneratorRunResult result = Run(
            WidgetSlice.MakeWith(Object, widget, components: $$""" "aa": {{Object}}, "bb": {{Object}} """), "LAT0004", mentions);

        Assert.Contains(
            result.GeneratedSources, source => source.SourceText.ToString().Contains("public string? Id", StringComparison.Ordinal));
        Assert.Contains(result.GeneratedSources, source => source.SourceText.ToString().Contains("CreateAsync", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unresolved_subschema_of_a_component_is_reported() => Run(
        WidgetSlice.MakeWith(
            Object,
            """{ "anyOf": [ { "$ref": "#/components/schemas/aa" }, { "$ref": "#/components/schemas/bb" }, { "$ref": "#/components/schemas/nothing" } ] }""",
            components: $$""" "aa": {{Object}}, "bb": {{Object}} """),
        "LAT0003",
        "nothing",
        "\"#/components/schemas/nothing\"");

    [Fact]
    public void An_anyOf_next_to_properties_is_left_out()
    {
        string field = $$"""{ "type": "object", "anyOf": [ {{Object}} ], "properties": { "b": { "type": "string" } } }""";

        Run(WidgetSlice.MakeWith(Object, $$"""{ "type": "object", "properties": { "o": {{field}} } }"""), "LAT0004", "widget.o", field);
    }

    [Theory]
    [InlineData("a response of text", """{ "type": "string" }""")]
    [InlineData("a response of a list", """{ "type": "array", "items": { "type": "string" } }""")]
    [InlineData("a response of other parts alone", """{ "allOf": [ { "type": "object" } ] }""")]
    public void A_create_operation_whose_response_is_not_an_object_is_reported(string what, string widget)
    {
        GeneratorRunResult result = Run(WidgetSlice.MakeWith(Object, widget), "LAT0008", "POST /v1/widgets");

        Assert.True(result.GetTypes().Count == 1, what);
    }

    [Theory]
    [InlineData("another status", "\"200\"", "\"201\"")]
    [InlineData(
        "a schema without a name",
        """{ "$ref": "#/components/schemas/widget" }""",
        """{ "type": "object", "properties": { "id": { "type": "string" } } }""")]
    [InlineData("another media type", "application/json", "application/json; charset=utf-8")]
    public void A_POST_that_cannot_be_classified_without_a_response_is_a_warning(string what, string good, string bad)
    {
        string slice = WidgetSlice.MakeWith(Object, Object);
        Assert.Contains(good, slice, StringComparison.Ordinal);

        Diagnostic diagnostic = Assert.Single(new GeneratorHarness(slice.Replace(good, bad, StringComparison.Ordinal)).Run().Diagnostics);

        Assert.True(diagnostic is { Id: "LAT0008", Severity: DiagnosticSeverity.Warning }, $"{what}: {diagnostic}");
    }

    [Fact]
    public void An_unresolved_path_is_reported()
    {
        string slice = WidgetSlice.MakeWith(Object, Object).Replace(
            "\"paths\": {", "\"paths\": { \"/v1/boxes\": { \"$ref\": \"#/components/pathItems/boxes\" },", StringComparison.Ordinal);

        Assert.Single(new GeneratorHarness(slice).Run().Diagnostics);
    }

    [Fact]
    public void A_POST_without_a_response_can_be_left_out()
    {
        string slice = WidgetSlice.MakeWith(Object, Object, operation: "\"x-lattice-operation\": \"none\"").Replace(
            "\"200\"", "\"201\"", StringComparison.Ordinal);

        Assert.Equal("LAT0005", Assert.Single(new GeneratorHarness(slice).Run().Diagnostics).Id);
    }

    [Theory]
    [InlineData(
        "a query parameter",
        """{ "in": "query", "name": "dry_run", "required": true, "schema": { "type": "boolean" } }""",
        "dry_run")]
    [InlineData("a header parameter", """{ "in": "header", "name": "Stripe-Foo", "schema": { "type": "string" } }""", "Stripe-Foo")]
    public void A_parameter_outside_of_path_and_body_is_reported(string kind, string parameter, string name)
    {
        string slice = WidgetSlice.MakeWith(Object, Object, operation: $"\"parameters\": [ {parameter} ]");

        GeneratorRunResult result = Run(slice, "LAT0004", kind, parameter);

        Assert.Contains($"'{name}'", result.Diagnostics[0].GetMessage(), StringComparison.Ordinal);
        Assert.Contains(result.GeneratedSources, source => source.SourceText.ToString().Contains("CreateAsync", StringComparison.Ordinal));
    }

    [Fact]
    public void A_parameter_of_the_path_item_applies_to_the_operation()
    {
        string slice = WidgetSlice.MakeWith(Object, Object, path: "/v1/boxes/{box}/widgets").Replace("\"post\": {", """
            "parameters": [
              { "in": "path", "name": "box", "required": true, "description": "Where it goes.", "schema": { "type": "string" } },
              { "in": "query", "name": "dry_run", "schema": { "type": "boolean" } } ],
            "post": {
            """, StringComparison.Ordinal);

        GeneratorRunResult result = Run(slice, "LAT0004", "dry_run");

        Assert.Contains(
            result.GeneratedSources,
            source => source.SourceText.ToString().Contains("<param name=\"box\">Where it goes.</param>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/v1/files/x-{file}/widgets")]
    [InlineData("/v1/files/{file}.pdf/widgets")]
    [InlineData("/v1/files/{file}{part}/widgets")]
    public void A_create_operation_with_a_placeholder_within_a_segment_is_left_out(string path)
    {
        GeneratorRunResult result = Run(WidgetSlice.MakeWith(Object, Object, path: path), "LAT0004", $"POST {path}");

        Assert.DoesNotContain(result.GeneratedSources, source => source.SourceText.ToString().Contains("Async(", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "a list of objects",
        "an array",
        """{ "type": "array", "items": { "type": "object", "properties": { "a": { "type": "string" } } } }""")]
    [InlineData("a list of texts", "an array", """{ "type": "array", "items": { "type": "string", "enum": ["a"] } }""")]
    [InlineData("a decimal", "the format \"decimal\"", """{ "type": "string", "format": "decimal" }""")]
    [InlineData("a map", "a map", """{ "type": "object", "additionalProperties": { "type": "string" } }""")]
    public void An_unsupported_union_is_one_warning_with_its_reason_and_no_type(string what, string mentions, string unionCase)
    {
        string slice = WidgetSlice.Make(parameters: $$""" "x": { "anyOf": [ {{unionCase}}, { "type": "string", "enum": ["auto"] } ] } """);

        GeneratorRunResult result = Run(slice, "LAT0004", $"\"anyOf\" with {mentions} is not supported");

        Assert.True(result.GetTypes().Count == 3, what);
    }

    [Theory]
    [InlineData("""{ "type": "array", "items": { "type": "array", "items": { "type": "string", "enum": ["a"] } } }""")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string", "enum": ["a"] } }""")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string", "enum": ["a"] } } }""")]
    public void A_part_that_is_left_out_has_no_type_and_reserves_no_name(string schema)
    {
        // The second has the name of the type that the first would have had.
        string slice = WidgetSlice.Make(
            fields: $$""" "e": {{schema}}, "e_": { "type": "string", "enum": ["b"], "x-lattice-name": "E" } """);
        var harness = new GeneratorHarness(slice);

        Assert.Equal("LAT0004", Assert.Single(harness.Run().Diagnostics).Id);
        Assert.Empty(harness.Compile("class Usage { object Value => new Lattice.Stripe.Widget { E = Lattice.Stripe.WidgetE.B }; }"));
    }

    [Theory]
    [InlineData("""{ "anyOf": [ { "type": "integer" }, { "type": "string" } ] }""", "3")]
    [InlineData("""{ "anyOf": [ { "type": "integer" }, { "type": "string" } ] }""", "\"a\"")]
    [InlineData("""{ "anyOf": [ { "type": "boolean" }, { "type": "number" } ], "description": "Either." }""", "1.5m")]
    public void An_anyOf_of_plain_types_is_a_union(string schema, string value)
    {
        var harness = new GeneratorHarness(WidgetSlice.Make(parameters: $"\"x\": {schema}"));

        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile($"class Usage {{ object Value => new Lattice.Stripe.WidgetCreateParams {{ X = {value} }}; }}"));
    }

    /// <summary>Runs the generator on a slice with one error.</summary>
    /// <param name="location">The text at whose start the error is or, with <paramref name="isAfter"/>, at whose end.</param>
    private static GeneratorRunResult Run(string slice, string id, string mentions, string? location = null, bool isAfter = false)
    {
        var harness = new GeneratorHarness(slice);

        GeneratorRunResult result = harness.Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(mentions, diagnostic.GetMessage(), StringComparison.Ordinal);
        if (location is not null)
        {
            int end = slice.IndexOf(location, StringComparison.Ordinal) + (isAfter ? location.Length : 0);
            int lines = slice.AsSpan(0, end).Count('\n');
            Assert.Equal(lines, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        }

        Assert.Empty(harness.Compile());
        return result;
    }
}
