using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using static Lattice.Generator.Tests.Support.SliceEdits;

namespace Lattice.Generator.Tests.Reading;

/// <summary>Unusual parts of a slice or of its project are read as intended or reported, and never make the generator fail.</summary>
public class UnusualSliceTests
{
    [Theory]
    [InlineData("\"count\": {", "\"example\": { \"properties\": { \"a\": \"b\" } }")]
    [InlineData("\"count\": {", "\"default\": { \"properties\": { \"a\": \"b\" } }")]
    [InlineData("\"count\": {", "\"x-foo\": { \"schemas\": { \"a\": \"b\" } }")]
    [InlineData("\"count\": {", "\"x-bar\": [ { \"properties\": { \"a\": 5 } } ]")]
    [InlineData("\"application/x-www-form-urlencoded\": {", "\"examples\": { \"one\": { \"value\": { \"schemas\": { \"a\": \"b\" } } } }")]
    public void A_value_that_only_looks_like_a_schema_is_ignored(string element, string member)
    {
        string slice = Replace(TwoResources, element, $"{element} {member},");

        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        Assert.Empty(result.Diagnostics);
        Assert.Contains(
            result.GeneratedSources, source => source.SourceText.ToString().Contains("public long? Count", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "\"responses\": {",
        "\"responses\": { \"default\": { \"description\": \"\", \"content\": { \"application/json\": { \"schema\": { \"properties\": { \"a\": 5 } } } } },")]
    [InlineData(
        "\"responses\": {",
        "\"responses\": { \"400\": { \"description\": \"\", \"headers\": { \"x-id\": { \"schema\": { \"properties\": { \"a\": 5 } } } } },")]
    [InlineData("\"widget\": {", "\"example\": { \"properties\": { \"a\": 5 } }, \"widget\": {")]
    [InlineData("\"part\": {", "\"x-part\": { \"properties\": { \"a\": 5 } }, \"part\": {")]
    public void A_schema_with_any_name_is_checked(string text, string broken)
    {
        Diagnostic diagnostic = Assert.Single(new GeneratorHarness(Replace(TwoResources, text, broken)).Run().Diagnostics);

        Assert.Equal("LAT0002", diagnostic.Id);
        Assert.Contains("\"a\" must be a schema object", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"part\": { \"$ref\": \"#/components/schemas/part\" }")]
    [InlineData("\"part\": { \"$ref\": \"#/components/schemas/%70art\" }")]
    [InlineData("\"part\": { \"$ref\": \"other.json#/components/schemas/part\" }")]
    [InlineData("\"part\": { \"$ref\": \"#/components/schemas/alias\" }, \"alias\": { \"$ref\": \"#/components/schemas/part\" }")]
    [InlineData("\"part\": { \"$ref\": \"#/components/schemas/alias\" }, \"alias\": { \"$ref\": \"#/components/schemas/alias\" }")]
    public void A_component_that_refers_to_itself_is_reported_and_the_rest_is_generated(string part)
    {
        var harness = new GeneratorHarness(
            Replace(TwoResources, "\"part\": { \"type\": \"object\", \"properties\": { \"size\": { \"type\": \"integer\" } } }", part));

        GeneratorRunResult result = harness.Run();

        Assert.All(result.Diagnostics, diagnostic => Assert.Equal("LAT0003", diagnostic.Id));
        Assert.Contains(29, result.Diagnostics.Select(diagnostic => Location(diagnostic).Line));
        Assert.True(result.HasType("Lattice.Stripe.Widget"));
        Assert.Empty(harness.Compile());
    }

    [Fact]
    public void A_reference_among_the_types_of_a_parameter_is_reported_if_it_contains_them()
    {
        string slice = Replace(
            Replace(
                TwoResources,
                "\"type\": \"integer\"",
                "\"anyOf\": [ { \"$ref\": \"#/components/schemas/part\" }, { \"$ref\": \"#/components/schemas/gadget\" } ]"),
            "\"size\": { \"type\": \"integer\" }",
            "\"count\": { \"anyOf\": [ { \"$ref\": \"#/components/schemas/part\" }, { \"$ref\": \"#/components/schemas/gadget\" } ] }");
        var harness = new GeneratorHarness(slice);

        Diagnostic diagnostic = Assert.Single(harness.Run().Diagnostics);

        Assert.Equal("LAT0004", diagnostic.Id);
        Assert.Contains("a circular $ref to a schema without its own class", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(harness.Compile());
    }

    [Fact]
    public void A_reference_that_is_not_an_assembly_is_left_to_the_compiler()
    {
        MetadataReference broken = MetadataReference.CreateFromImage([1, 2, 3]);

        GeneratorRunResult result = new GeneratorHarness(TwoResources).WithReference(broken).Run();

        Assert.Empty(result.Diagnostics);
        Assert.True(result.HasType("Lattice.Stripe.Widget"));
    }

    [Fact]
    public void An_unexpected_exception_is_reported_at_the_slice()
    {
        GeneratorRunResult result = new GeneratorHarness([new FailingFile("/project/stripe.json", TwoResources)]).Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("LAT0011", 1, 1), Location(diagnostic));
        Assert.Equal("/project/stripe.json", diagnostic.Location.GetLineSpan().Path);
        Assert.Contains("NotSupportedException: Nobody expects it.", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(result.GeneratedSources);
    }
}
