using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Reading;

/// <summary>Parts of OpenAPI 3.1 that map exactly are read; <see cref="DocumentFaultTests"/> covers the parts that are reported.</summary>
public class OpenApi31Tests
{
    [Theory]
    [InlineData("""{ "type": ["string", "null"] }""", "string? Field")]
    [InlineData("""{ "type": ["integer", "null"] }""", "long? Field")]
    [InlineData("""{ "type": ["integer"] }""", "long Field")]
    [InlineData("""{ "anyOf": [ { "type": "integer" }, { "type": "null" } ] }""", "long? Field")]
    [InlineData("""{ "anyOf": [ { "$ref": "#/components/schemas/card" }, { "type": "null" } ] }""", "Card? Field")]
    [InlineData("""{ "type": ["string", "null"], "enum": ["a", "b", null] }""", "StripeEnum<WidgetField>? Field")]
    [InlineData("""{ "type": "string", "const": "a" }""", "StripeEnum<WidgetField> Field")]
    [InlineData("""{ "const": "a" }""", "StripeEnum<WidgetField> Field")]
    [InlineData("""{ "const": true }""", "bool Field")]
    public void Types_with_null_and_constants_are_read(string schema, string member)
    {
        var harness = new GeneratorHarness(MakeSlice($"\"field\": {schema}", "\"field\""));

        GeneratorRunResult result = harness.Run();

        Assert.Empty(result.Diagnostics);
        Assert.Contains($"public {member} {{", Source(result, "Widget"), StringComparison.Ordinal);
        Assert.Empty(harness.Compile());
    }

    [Fact]
    public void A_constant_distinguishes_the_objects_of_a_union()
    {
        var harness = new GeneratorHarness(MakeSlice("""
            "field": { "anyOf": [ { "$ref": "#/components/schemas/card" }, { "$ref": "#/components/schemas/bank_account" } ] }
            """));

        GeneratorRunResult result = harness.Run();

        Assert.Empty(result.Diagnostics);
        string union = Source(result, "WidgetField");
        Assert.Contains("\"card\" => new()", union, StringComparison.Ordinal);
        Assert.Contains("\"bank_account\" => new()", union, StringComparison.Ordinal);
        Assert.Empty(harness.Compile());
    }

    [Theory]
    [InlineData("3.1.0", "What it is here.")]
    [InlineData("3.0.0", "What a card is.")]
    public void A_description_next_to_a_reference_applies_only_in_version_3_1(string version, string description)
    {
        var harness = new GeneratorHarness(MakeSlice("""
            "field": { "$ref": "#/components/schemas/card", "description": "What it is here.", "deprecated": true }
            """).Replace("3.1.0", version, StringComparison.Ordinal));

        GeneratorRunResult result = harness.Run();

        Assert.Empty(result.Diagnostics);
        Assert.Contains(description, Source(result, "Widget"), StringComparison.Ordinal);
        Assert.Equal(version == "3.1.0", Source(result, "Widget").Contains("Obsolete", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("3.1.0", "LAT0004")]
    [InlineData("3.0.0", null)]
    public void Keywords_that_change_a_reference_are_reported_where_they_apply(string version, string? id)
    {
        string slice = MakeSlice("""
            "field": { "$ref": "#/components/schemas/card", "properties": { "other": { "type": "string" } } }
            """).Replace("3.1.0", version, StringComparison.Ordinal);

        Assert.Equal(id, new GeneratorHarness(slice).Run().Diagnostics.SingleOrDefault()?.Id);
    }

    [Fact]
    public void A_constant_in_a_request_is_an_enum_with_one_value()
    {
        var harness = new GeneratorHarness(WidgetSlice.Make(parameters: """ "kind": { "type": "string", "const": "a" } """)
            .Replace("3.0.0", "3.1.0", StringComparison.Ordinal));

        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile("""
            class Usage
            {
                object Value => new Lattice.Stripe.WidgetCreateParams { Kind = Lattice.Stripe.WidgetCreateKind.A };
            }
            """));
    }

    private static string MakeSlice(string fields, string required = "") => WidgetSlice.MakeWith(
        """{ "type": "object" }""",
        $$"""{ "type": "object", "x-resourceId": "widget", "required": [ {{required}} ], "properties": { {{fields}} } }""",
        """
        "card": { "type": "object", "description": "What a card is.", "properties": { "object": { "type": "string", "const": "card" } } },
        "bank_account": { "type": "object", "properties": { "object": { "const": "bank_account", "type": "string" } } }
        """).Replace("3.0.0", "3.1.0", StringComparison.Ordinal);

    private static string Source(GeneratorRunResult result, string type) =>
        result.GetTypeText($"Lattice.Stripe.{type}");
}
