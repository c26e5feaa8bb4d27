using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Reading;

/// <summary>A field that the slice declares as sensitive is a <c>SecretString</c> or left out, but never readable.</summary>
public class SecretsTests
{
    private const string Secret = """{ "type": "string", "x-lattice-sensitive": true }""";
    private const string Plain = """{ "type": "string" }""";
    private const string Enum = """{ "type": "string", "enum": ["a"] }""";
    private const string Union = """{ "anyOf": [ { "$ref": "#/components/schemas/aa" }, { "$ref": "#/components/schemas/bb" } ] }""";

    [Theory]
    [InlineData(Plain, Secret)]
    [InlineData(Secret, Plain)]
    [InlineData(Enum, Secret)]
    [InlineData("""{ "anyOf": [ { "type": "string" } ], "nullable": true }""", Secret)]
    public void An_annotation_in_one_schema_of_a_merged_response_applies(string first, string second)
    {
        string slice = WidgetSlice.Make(fields: $"\"o\": {Union}", components: Components(first, second));

        Assert.Equal("public SecretString? Url", FindMember(slice, "Lattice.Stripe.Aa", "Url"));
    }

    [Fact]
    public void An_annotation_deep_within_a_merged_response_applies()
    {
        string slice = WidgetSlice.Make(
            fields: $"\"o\": {Union}",
            components: Components(Box(Plain), Box(Secret)));

        Assert.Equal("public SecretString? Pin", FindMember(slice, "Lattice.Stripe.AaUrl", "Pin"));
    }

    [Theory]
    [InlineData(Plain, Secret)]
    [InlineData(Secret, Plain)]
    public void An_annotation_in_one_object_of_a_merged_parameter_applies(string first, string second)
    {
        string slice = WidgetSlice.Make(parameters: $$"""
            "o": { "anyOf": [ { "type": "object", "properties": { "url": {{first}} } }, { "type": "object", "properties": { "url": {{second}} } } ] }
            """);

        Assert.Equal("public SecretString? Url", FindMember(slice, "Lattice.Stripe.WidgetCreateO", "Url"));
    }

    [Fact]
    public void An_annotated_id_of_a_resource_that_is_not_in_the_slice_is_a_secret()
    {
        string slice = WidgetSlice.Make(fields: $$"""
            "url": { "anyOf": [ {{Secret}}, { "$ref": "#/components/schemas/nothing" } ] }
            """);

        Assert.Equal("public SecretString? Url", FindMember(slice, "Lattice.Stripe.Widget", "Url"));
    }

    [Theory]
    [InlineData("next to a reference", """{ "$ref": "#/components/schemas/bb", "x-lattice-sensitive": true }""")]
    [InlineData(
        "a list of references",
        """{ "type": "array", "items": { "$ref": "#/components/schemas/bb", "x-lattice-sensitive": true } }""")]
    [InlineData(
        "an id or an object",
        """{ "anyOf": [ { "type": "string", "x-lattice-sensitive": true }, { "$ref": "#/components/schemas/bb" } ] }""")]
    [InlineData("an anyOf", """{ "type": "string", "x-lattice-sensitive": true, "anyOf": [ { "type": "string", "maxLength": 5 } ] }""")]
    [InlineData("a component", """{ "$ref": "#/components/schemas/marked" }""")]
    [InlineData("a page's own field", """
        { "type": "object", "properties": {
            "object": { "type": "string" }, "has_more": { "type": "boolean" }, "url": { "type": "string", "x-lattice-sensitive": true },
            "data": { "type": "array", "items": { "$ref": "#/components/schemas/bb" } } } }
        """)]
    public void An_annotated_field_that_cannot_be_a_secret_is_left_out_and_reported(string what, string schema)
    {
        string slice = WidgetSlice.Make(
            fields: $"\"url\": {schema}",
            components: Components(Plain, Plain) + """
                , "marked": { "type": "object", "x-lattice-sensitive": true, "properties": { "id": { "type": "string" } } }
                """);

        AssertLeftOut(what, slice, "Lattice.Stripe.Widget");
    }

    [Theory]
    [InlineData("an integer first", """{ "type": "integer" }""", Secret)]
    [InlineData("an integer second", Secret, """{ "type": "integer" }""")]
    [InlineData("an object", """{ "$ref": "#/components/schemas/widget" }""", Secret)]
    public void A_merged_field_of_two_types_with_an_annotation_on_one_is_left_out(string what, string first, string second) =>
        AssertLeftOut(what, WidgetSlice.Make(fields: $"\"o\": {Union}", components: Components(first, second)), "Lattice.Stripe.Aa");

    [Theory]
    [InlineData("\"enum\": [\"a\"], ")]
    [InlineData("")]
    public void A_parameter_with_an_annotation_on_one_of_its_types_is_left_out_and_reported(string more)
    {
        string slice = WidgetSlice.Make(parameters: $$"""
            "url": { "anyOf": [ { "type": "string", {{more}}"x-lattice-sensitive": true }, { "type": "integer" } ] }
            """);

        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("LAT0004", diagnostic.Id);
        Assert.Contains("a secret", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.False(result.HasType("Lattice.Stripe.WidgetCreateUrl"));
    }

    private static void AssertLeftOut(string what, string slice, string type)
    {
        var harness = new GeneratorHarness(slice);

        GeneratorRunResult result = harness.Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.True(diagnostic.Id == "LAT0004", $"{what}: {diagnostic}");
        string source = result.GetTypeText(type);
        Assert.DoesNotContain(" Url ", source, StringComparison.Ordinal);
        Assert.Empty(harness.Compile());
    }

    private static string Components(string first, string second) => $$"""
        "aa": { "type": "object", "properties": { "url": {{first}} } }, "bb": { "type": "object", "properties": { "url": {{second}} } }
        """;

    private static string Box(string pin) => $$"""{ "type": "object", "properties": { "pin": {{pin}} } }""";

    private static string FindMember(string slice, string type, string name)
    {
        var harness = new GeneratorHarness(slice);
        GeneratorRunResult result = harness.Run();
        Assert.Empty(result.Diagnostics);
        Assert.Empty(harness.Compile());
        string source = result.GetTypeText(type);
        string line = source.Split('\n').Single(line => line.Contains($" {name} {{", StringComparison.Ordinal));
        return line[..line.IndexOf(" {", StringComparison.Ordinal)].Trim();
    }
}
