using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Reading;

/// <summary>Objects without a discriminator become one class, which has the properties of each.</summary>
public class MergingTests
{
    private const string Union = """ "o": { "anyOf": [ { "$ref": "#/components/schemas/aa" }, { "$ref": "#/components/schemas/bb" } ] } """;
    private const string Text = """{ "type": "string" }""";

    [Theory]
    [InlineData(
        "null in the second",
        """ "foo": { "type": "string" } """,
        """ "foo": { "type": "string", "nullable": true } """,
        "string? Foo")]
    [InlineData(
        "null in the first",
        """ "foo": { "type": "string", "nullable": true } """,
        """ "foo": { "type": "string" } """,
        "string? Foo")]
    [InlineData("null in neither", """ "foo": { "type": "string" } """, """ "foo": { "type": "string", "maxLength": 5 } """, "string Foo")]
    [InlineData(
        "null beside a reference",
        """ "foo": { "$ref": "#/components/schemas/cc" } """,
        """ "foo": { "anyOf": [ { "$ref": "#/components/schemas/cc" } ], "nullable": true } """,
        "Cc? Foo")]
    [InlineData(
        "an id beside an object",
        """ "foo": { "type": "string" } """,
        """ "foo": { "$ref": "#/components/schemas/cc" } """,
        "Expandable<Cc> Foo")]
    [InlineData(
        "lists",
        """ "foo": { "type": "array", "items": { "type": "string" } } """,
        """ "foo": { "type": "array", "items": { "type": "string" } } """,
        "IReadOnlyList<string> Foo")]
    public void A_merged_field_has_the_values_of_each_object(string what, string first, string second, string member)
    {
        string components = $$"""
            "aa": { "type": "object", "required": ["foo"], "properties": { {{first}} } }, "bb": { "type": "object", "required": ["foo"], "properties": { {{second}} } },
            "cc": { "type": "object", "properties": { "id": {{Text}} } }
            """;

        string source = Emit(WidgetSlice.Make(fields: Union, components: components), "Lattice.Stripe.Aa");

        Assert.True(source.Contains($"public {member} {{ get", StringComparison.Ordinal), what + "\n" + source);
    }

    [Fact]
    public void Nested_objects_are_merged_too()
    {
        string components = $$"""
            "aa": { "type": "object", "properties": { "box": { "type": "object", "required": ["a"], "properties": { "a": {{Text}} } } } },
            "bb": { "type": "object", "properties": { "box": { "type": "object", "required": ["b"], "properties": { "b": {{Text}} } } } }
            """;

        string source = Emit(WidgetSlice.Make(fields: Union, components: components), "Lattice.Stripe.AaBox");

        Assert.Contains("string? A {", source, StringComparison.Ordinal);
        Assert.Contains("string? B {", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_that_a_merged_field_refers_to_are_merged_too()
    {
        string components = $$"""
            "aa": { "type": "object", "properties": { "part": { "$ref": "#/components/schemas/cc" } } },
            "bb": { "type": "object", "properties": { "part": { "$ref": "#/components/schemas/dd" } } },
            "cc": { "type": "object", "properties": { "a": {{Text}} } },
            "dd": { "type": "object", "properties": { "b": {{Text}} } }
            """;

        string source = Emit(WidgetSlice.Make(fields: Union, components: components), "Lattice.Stripe.Cc");

        Assert.Contains("string? A {", source, StringComparison.Ordinal);
        Assert.Contains("string? B {", source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_objects_of_an_expandable_field_are_merged_too()
    {
        string slice = WidgetSlice.Make(
            fields: """ "o": { "anyOf": [ { "type": "string" }, { "$ref": "#/components/schemas/aa" }, { "$ref": "#/components/schemas/bb" } ] } """,
            components: $$""" "aa": { "type": "object", "properties": { "a": {{Text}} } }, "bb": { "type": "object", "properties": { "b": {{Text}} } } """);

        Assert.Contains("string? B {", Emit(slice, "Lattice.Stripe.Aa"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_component_that_is_one_of_several_objects_has_the_properties_of_each()
    {
        string slice = WidgetSlice.Make(
            fields: """ "o": { "$ref": "#/components/schemas/uu" } """,
            components: $$"""
                "uu": { "anyOf": [ { "$ref": "#/components/schemas/aa" }, { "$ref": "#/components/schemas/bb" } ] },
                "aa": { "type": "object", "properties": { "a": {{Text}} } }, "bb": { "type": "object", "properties": { "b": {{Text}} } }
                """);

        string source = Emit(slice, "Lattice.Stripe.Uu");

        Assert.Contains("string? A {", source, StringComparison.Ordinal);
        Assert.Contains("string? B {", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_within_a_parameter_are_merged_too()
    {
        string slice = WidgetSlice.Make(parameters: $$"""
            "o": { "anyOf": [
                { "type": "object", "properties": { "box": { "type": "object", "properties": { "a": {{Text}} } }, "x": { "type": "integer" } } },
                { "type": "object", "properties": { "box": { "type": "object", "properties": { "b": {{Text}} } }, "x": { "type": "string", "enum": ["auto"] } } } ] }
            """);
        var harness = new GeneratorHarness(slice);

        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile("""
            using Lattice.Stripe;

            class Usage
            {
                object A => new WidgetCreateO { Box = new() { A = "a", B = "b" }, X = 1 };
                object B => new WidgetCreateO { X = WidgetCreateOX.Auto };
            }
            """));
    }

    [Fact]
    public void A_field_of_two_types_is_left_out_and_reported()
    {
        string components = """ "aa": { "type": "object", "properties": { "foo": { "type": "integer" } } }, "bb": { "type": "object", "properties": { "foo": { "type": "string" } } } """;

        GeneratorRunResult result = new GeneratorHarness(WidgetSlice.Make(fields: Union, components: components)).Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("LAT0004", diagnostic.Id);
        Assert.Contains("'aa.foo'", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("Foo", result.GetTypeText("Lattice.Stripe.Aa"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p1", "p2")]
    [InlineData("p2", "p1")]
    public void The_order_of_the_properties_that_merge_a_component_does_not_change_the_output(string first, string second)
    {
        Dictionary<string, string> properties = new()
        {
            ["p1"] = """ "p1": { "anyOf": [ { "$ref": "#/components/schemas/aa" }, { "$ref": "#/components/schemas/cc" } ] } """,
            ["p2"] = """ "p2": { "anyOf": [ { "$ref": "#/components/schemas/aa" }, { "$ref": "#/components/schemas/bb" } ] } """,
        };
        string components = $$"""
            "aa": { "type": "object", "properties": { "a": {{Text}} } },
            "bb": { "type": "object", "properties": { "foo": { "type": "string", "enum": ["x", "y"], "description": "Of bb." } } },
            "cc": { "type": "object", "properties": { "foo": { "type": "string", "enum": ["y", "z"], "description": "Of cc." } } }
            """;

        string slice = WidgetSlice.Make(fields: properties[first] + "," + properties[second], components: components);

        string source = Emit(slice, "Lattice.Stripe.AaFoo");

        Assert.Contains("Of bb.", source, StringComparison.Ordinal);
        IEnumerable<string> members = source.Split('\n')
            .Where(line => line.Contains(" const string ", StringComparison.Ordinal))
            .Select(line => line.Split(' ').SkipWhile(word => word != "string").ElementAt(1));
        Assert.Equal(["X", "Y", "Z"], members);
    }

    [Fact]
    public void A_component_that_no_response_refers_to_does_not_change_the_output()
    {
        const string Field = """ "o": { "$ref": "#/components/schemas/aa" } """;
        string components = $$"""
            "aa": { "type": "object", "required": ["foo"], "properties": { "foo": {{Text}} } }
            """;
        string grown = components + $$"""
            , "bb": { "type": "object", "properties": { "bar": {{Text}} } }, "lonely": { "type": "object", "properties": { {{Union}} } }
            """;

        Assert.Equal(
            Emit(WidgetSlice.Make(fields: Field, components: components), "Lattice.Stripe.Aa"),
            Emit(WidgetSlice.Make(fields: Field, components: grown), "Lattice.Stripe.Aa"));
    }

    private static string Emit(string slice, string type)
    {
        var harness = new GeneratorHarness(slice);
        GeneratorRunResult result = harness.Run();
        Assert.Empty(result.Diagnostics);
        Assert.Empty(harness.Compile());
        return result.GetTypeText(type);
    }
}
