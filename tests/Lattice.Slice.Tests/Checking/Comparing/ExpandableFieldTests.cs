using System.Text;
using System.Text.Json.Nodes;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Checking.Comparing;

/// <summary>Fields that become expandable, and fields that no longer are.</summary>
public sealed class ExpandableFieldTests
{
    private const string Pointer = "/components/schemas/widget/properties/url";
    private const string Text = """{ "type": "string" }""";
    private const string Reference = """{ "anyOf": [{ "type": "string" }, { "$ref": "#/components/schemas/gadget" }] }""";

    private const string StripeReference = """
        {
          "anyOf": [{ "type": "string" }, { "$ref": "#/components/schemas/gadget" }],
          "x-expansionResources": { "oneOf": [{ "$ref": "#/components/schemas/gadget" }] }
        }
        """;

    /// <summary>The field before and after, whether slice.json expands it, and the expected rule with the exit code.</summary>
    [Theory]
    [InlineData(Text, StripeReference, false, "field-expansion-added", 1)]
    [InlineData(Text, Reference, false, "field-expansion-added", 1)]
    [InlineData(StripeReference, Text, false, "field-expansion-removed", 2)]
    [InlineData(Reference, Text, false, "field-expansion-removed", 2)]
    [InlineData(Text, StripeReference, true, "field-became-expandable", 2)]
    [InlineData(StripeReference, Reference, false, null, 0)]
    [InlineData(StripeReference, StripeReference, true, null, 0)]
    [InlineData(
        """{ "type": "array", "items": { "type": "string" } }""",
        $$"""{ "type": "array", "items": {{Reference}} }""",
        false,
        "field-expansion-added",
        1)]
    public void A_change_of_what_can_be_expanded_is_reported_as_that(
        string old, string @new, bool isExpanded, string? expected, int exitCode)
    {
        CheckReport report = Compare(old, @new, isExpanded ? [Pointer] : []);

        Assert.Equal(expected is null ? [] : [$"{expected} Widget.Url"], report.Changes.Select(WidgetSpec.Describe));
        Assert.Equal(exitCode, (int)report.ExitCode);
    }

    [Fact]
    public void An_expanded_field_that_no_longer_can_be_expanded_is_told_with_its_types_and_its_setting()
    {
        CheckReport report = Compare(StripeReference, Text, [Pointer]);

        Assert.Equal(
            ["configuration-outdated slice.json", "field-no-longer-expandable Widget.Url"],
            report.Changes.Select(WidgetSpec.Describe).Order(StringComparer.Ordinal));
        Change change = report.Changes.Single(change => change.Rule == ChangeRules.FieldNoLongerExpandable);
        Assert.Equal(("Expandable<Gadget>", "string?"), (change.Old, change.New));
        Assert.Contains("Stop expanding it", change.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_says_how_to_have_the_object()
    {
        Change change = Assert.Single(Compare(Text, StripeReference, []).Changes);

        Assert.Equal(
            "`url` can be expanded. It stays `string?`, the id, unless you run `lattice expand` for it.", change.Message);
    }

    private static CheckReport Compare(string old, string @new, string[] expand)
    {
        SliceConfiguration configuration = Slices.Of(SmallSpec.Widgets) with { Expand = [.. expand] };
        Specification before = SmallSpec.Parse(WithUrl(old));
        SliceConfiguration present = old == Text ? configuration with { Expand = [] } : configuration;
        string slice = Encoding.UTF8.GetString(Slicer.CreateSlice(before, present).Json);
        return WidgetSpec.Compare(slice, WithUrl(@new), configuration);
    }

    private static string WithUrl(string schema) =>
        SmallSpec.Edit(spec => spec["components"]!["schemas"]!["widget"]!["properties"]!["url"] = JsonNode.Parse(schema));
}
