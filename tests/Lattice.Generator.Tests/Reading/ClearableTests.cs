using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Reading;

/// <summary>An empty string next to any type clears the parameter.</summary>
public class ClearableTests
{
    private const string Empty = """{ "type": "string", "enum": [ "" ] }""";

    [Theory]
    [InlineData("""{ "anyOf": [ { "type": "string" }, { "type": "object", "properties": { "a": { "type": "string" } } } ] }""")]
    [InlineData("""{ "anyOf": [ { "type": "integer" }, { "type": "string", "enum": [ "now" ] } ] }""")]
    [InlineData("""{ "$ref": "#/components/schemas/choice" }""")]
    public void A_union_within_anyOf_can_be_cleared(string union)
    {
        string slice = WidgetSlice.Make(
            parameters: $$"""
                "size": { "anyOf": [ {{union}}, {{Empty}} ] }, "all": { "type": "array", "items": { "anyOf": [ {{union}}, {{Empty}} ] } }
                """,
            components: """ "choice": { "anyOf": [ { "type": "boolean" }, { "type": "string", "enum": [ "a" ] } ] } """);
        var harness = new GeneratorHarness(slice);

        GeneratorRunResult result = harness.Run();

        Assert.Empty(result.Diagnostics);
        Assert.Empty(harness.Compile("""
            using Lattice.Stripe;

            static class Usage
            {
                static WidgetCreateParams Make() => new() { Size = Clearable.Clear };
            }
            """));
        Assert.Contains("form.WriteUnion(\"size\"u8, Size);", result.GetText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data", """{ "type": "string", "format": "binary" }""")]
    [InlineData("multipart/form-data", """{ "anyOf": [ { "type": "string" }, { "type": "integer" } ] }""")]
    [InlineData("application/x-www-form-urlencoded", """{ "type": "object", "additionalProperties": true }""")]
    [InlineData("application/x-www-form-urlencoded", """{ "type": "array", "items": { "type": "object", "properties": {} } }""")]
    [InlineData("application/x-www-form-urlencoded", """{ "type": "string", "format": "int64" }""")]
    [InlineData("application/x-www-form-urlencoded", """{ "type": "string", "format": "date-time" }""")]
    [InlineData("application/x-www-form-urlencoded", """{ "type": "string", "x-lattice-sensitive": true }""")]
    public void What_is_emitted_compiles_whatever_can_be_cleared(string mediaType, string schema)
    {
        string slice = WidgetSlice.Make(parameters: $$""" "size": { "anyOf": [ {{schema}}, {{Empty}} ] } """)
            .Replace("application/x-www-form-urlencoded", mediaType, StringComparison.Ordinal);
        var harness = new GeneratorHarness(slice);

        GeneratorRunResult result = harness.Run();

        Assert.Empty(harness.Compile());
        Assert.True(
            result.Diagnostics.Length == 1 || result.GetText().Contains("\"size\"u8, Size", StringComparison.Ordinal),
            string.Join('\n', result.Diagnostics));
    }
}
