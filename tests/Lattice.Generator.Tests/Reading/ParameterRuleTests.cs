using Lattice.Generator.Tests.Support;

namespace Lattice.Generator.Tests.Reading;

/// <summary>The extensions for what analyzers check: values that were replaced, and parameters that exclude each other.</summary>
public class ParameterRuleTests
{
    [Theory]
    [InlineData("""[["size", "nothing"]]""")]
    [InlineData("""[["size"]]""")]
    [InlineData("""[["size", "size"]]""")]
    [InlineData("""[[]]""")]
    public void A_group_that_does_not_have_two_properties_is_reported(string groups) => AssertReported(
        $$"""{ "type": "object", "x-lattice-exclusive": {{groups}}, "properties": { "size": { "type": "string" }, "color": { "type": "string" } } }""",
        "\"x-lattice-exclusive\" must have groups of two or more names of properties");

    [Theory]
    [InlineData("""{ "tiny": "small" }""")]
    [InlineData("""{ "small": "tiny" }""")]
    public void A_replacement_that_is_no_value_is_reported(string replacements) => AssertReported(
        $$"""{ "type": "object", "properties": { "size": { "type": "string", "enum": ["small", "large"], "x-lattice-deprecated-values": {{replacements}} } } }""",
        "\"x-lattice-deprecated-values\" must map values of the enum to values of the enum");

    [Theory]
    [InlineData("""[1]""", "an item of \"x-lattice-exclusive\" must be an array of names, not the number 1")]
    [InlineData("""[[1, 2]]""", "an item of \"x-lattice-exclusive\" must be a string, not the number 1")]
    public void An_item_of_another_form_is_reported(string groups, string message) => AssertReported(
        $$"""{ "type": "object", "x-lattice-exclusive": {{groups}}, "properties": { "size": { "type": "string" } } }""", message);

    private static void AssertReported(string body, string message)
    {
        const string Widget = """{ "type": "object", "properties": { "id": { "type": "string" } } }""";
        var harness = new GeneratorHarness(WidgetSlice.MakeWith(body, Widget));

        Assert.Contains(
            harness.Run().Diagnostics,
            diagnostic => diagnostic.Id == "LAT0016" && diagnostic.GetMessage(null).Contains(message, StringComparison.Ordinal));
        Assert.Empty(harness.Compile("""
            class Usage
            {
                object Parameters => new Lattice.Stripe.WidgetCreateParams { Size = "small" };
            }
            """));
    }
}
