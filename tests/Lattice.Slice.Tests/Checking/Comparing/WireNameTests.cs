using System.Text;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Checking.Comparing;

/// <summary>Names that change in requests and responses alone; their C# names stay.</summary>
public sealed class WireNameTests
{
    private const string Named = """{ "type": "string", "x-lattice-name": "Extent" }""";

    [Theory]
    [InlineData("size", "amount", Named, "Extent")]
    [InlineData("file-size", "file_size", """{ "type": "string" }""", "FileSize")]
    [InlineData("fileSize", "file_size", """{ "type": "string" }""", "FileSize")]
    public void A_field_with_another_name_in_JSON_keeps_its_property(string old, string @new, string schema, string name)
    {
        CheckReport report = WidgetSpec.Compare(WithField(old, schema), WithField(@new, schema));

        Change change = Assert.Single(report.Changes);
        Assert.Equal($"field-wire-name-changed Widget.{name}", WidgetSpec.Describe(change));
        Assert.Equal((old, @new), (change.Old, change.New));
        Assert.Equal(new ChangeLocation(IsNewer: true, $"{WidgetSpec.Fields}/{@new}"), change.Location);
        Assert.StartsWith(
            $"The property is read from `{@new}`, no longer from `{old}`. Code that reads it compiles as before.",
            change.Message,
            StringComparison.Ordinal);
        Assert.Equal((ChangeClass.BreakingBehavior, CheckExitCode.Breaking), (change.Class, report.ExitCode));
    }

    [Theory]
    [InlineData("size", "amount", Named, "Extent")]
    [InlineData("file-size", "file_size", """{ "type": "string" }""", "FileSize")]
    public void A_parameter_with_another_name_in_requests_keeps_its_property(string old, string @new, string schema, string name)
    {
        Change change = Assert.Single(WidgetSpec.Compare(WithParameter(old, schema), WithParameter(@new, schema)).Changes);

        Assert.Equal($"parameter-wire-name-changed WidgetCreateParams.{name}", WidgetSpec.Describe(change));
        Assert.Equal(new ChangeLocation(IsNewer: true, $"{WidgetSpec.Parameters}/{@new}"), change.Location);
        Assert.StartsWith($"The property is sent as `{@new}`, no longer as `{old}`.", change.Message, StringComparison.Ordinal);
        Assert.Equal(ChangeClass.BreakingBehavior, change.Class);
    }

    [Fact]
    public void What_else_changes_in_a_property_with_another_name_is_reported_too() =>
        Assert.Equal(
            ["field-type-changed Widget.Extent", "field-wire-name-changed Widget.Extent", "description-changed Widget.Extent"],
            WidgetSpec.Compare(
                WithField("size", Named),
                WithField("amount", """{ "type": "integer", "x-lattice-name": "Extent", "description": "How much." }"""))
                .Changes.Select(WidgetSpec.Describe));

    [Fact]
    public void The_types_within_a_property_with_another_name_are_compared() =>
        Assert.Equal(
            ["field-wire-name-changed Widget.Extent", "field-value-added WidgetExtent.B"],
            WidgetSpec.Compare(
                WithField("size", """{ "type": "string", "enum": ["a"], "x-lattice-name": "Extent" }"""),
                WithField("amount", """{ "type": "string", "enum": ["a", "b"], "x-lattice-name": "Extent" }"""))
                .Changes.Select(WidgetSpec.Describe));

    [Fact]
    public void A_property_whose_old_name_is_still_there_is_not_renamed() =>
        Assert.Equal(
            ["no-longer-generated Widget.FileSize", "field-added Widget.FileSize"],
            WidgetSpec.Compare(
                WithField("file_size", """{ "type": "string" }"""),
                new WidgetSpec
                {
                    Response = """
                        {
                          "object": { "type": "string", "enum": ["widget"] },
                          "fileSize": { "type": "string" }, "file_size": { "oneOf": [{ "type": "string" }] }
                        }
                        """,
                }).Changes.Where(change => change.Location.Pointer.Contains("ize", StringComparison.Ordinal)
                    && change.Rule != ChangeRules.BuildFails).Select(WidgetSpec.Describe));

    [Theory]
    [InlineData(true, "parameter-value-wire-name-changed WidgetCreateSize.AB")]
    [InlineData(false, "field-value-wire-name-changed WidgetSize.AB")]
    public void A_value_with_another_text_keeps_its_member(bool isParameter, string expected)
    {
        Func<string, string, WidgetSpec> create = isParameter ? WithParameter : WithField;

        Change change = Assert.Single(WidgetSpec.Compare(
            create("size", """{ "type": "string", "enum": ["a-b", "c"] }"""),
            create("size", """{ "type": "string", "enum": ["a_b", "c"] }""")).Changes);

        Assert.Equal(expected, WidgetSpec.Describe(change));
        Assert.StartsWith("The member stands for `a_b`, no longer for `a-b`.", change.Message, StringComparison.Ordinal);
        Assert.Equal(ChangeClass.BreakingBehavior, change.Class);
    }

    [Fact]
    public void A_constant_of_a_union_with_another_text_keeps_its_member()
    {
        static WidgetSpec With(string value) => WithParameter(
            "size", $$"""{ "anyOf": [{ "type": "string", "enum": ["{{value}}"] }, { "type": "integer", "format": "unix-time" }] }""");

        Change change = Assert.Single(WidgetSpec.Compare(With("right-now"), With("right_now")).Changes);

        Assert.Equal("parameter-value-wire-name-changed WidgetCreateSize.RightNow", WidgetSpec.Describe(change));
        Assert.Equal(("right-now", "right_now"), (change.Old, change.New));
    }

    [Fact]
    public void A_case_of_a_response_with_another_object_keeps_its_property()
    {
        static WidgetSpec With(string bolt) => new()
        {
            Response = """
                {
                  "object": { "type": "string", "enum": ["widget"] },
                  "part": { "anyOf": [{ "$ref": "#/components/schemas/bolt" }, { "$ref": "#/components/schemas/nut" }] }
                }
                """,
            Components = $$"""
                {
                  "bolt": { "type": "object", "properties": { "object": { "type": "string", "enum": ["{{bolt}}"] } } },
                  "nut": { "type": "object", "properties": { "object": { "type": "string", "enum": ["nut"] } } }
                }
                """,
        };

        IReadOnlyList<Change> changes = WidgetSpec.Compare(With("bolt"), With("big_bolt")).Changes;

        Assert.Equal(
            ["field-value-wire-name-changed WidgetPart.Bolt", "field-const-changed Bolt.Object"], changes.Select(WidgetSpec.Describe));
    }

    /// <summary>slice.json still has the old location, and the only new property with the same schema is what it means.</summary>
    [Theory]
    [InlineData("""{ "type": "string" }""", "field-wire-name-changed Widget.Extent")]
    [InlineData("""{ "type": "string", "description": "Another text." }""", "description-changed Widget.Extent", "field-wire-name-changed Widget.Extent")]
    [InlineData("""{ "type": "integer" }""", "field-added Widget.Amount", "field-removed Widget.Extent")]
    public void A_name_in_slice_json_stays_with_its_property(string newSchema, params string[] expected)
    {
        const string Old = $"{WidgetSpec.Fields}/size";
        SliceConfiguration configuration = Slices.Of("POST /v1/widgets") with { Names = Slices.Locations((Old, "Extent")) };
        string present = Encoding.UTF8.GetString(
            Slices.Create(configuration, WithField("size", """{ "type": "string" }""").ToJson()).Json);

        CheckReport report = WidgetSpec.Compare(present, WithField("amount", newSchema).ToJson(), configuration);

        Change outdated = report.Changes.Single(change => change.Rule == ChangeRules.ConfigurationOutdated);
        Assert.Equal(Old, outdated.Name);
        Assert.Equal(
            expected.Any(change => change.StartsWith("field-wire", StringComparison.Ordinal)),
            outdated.New == $"is now {WidgetSpec.Fields}/amount");
        Assert.Equal(
            expected, report.Changes.Except([outdated]).Select(WidgetSpec.Describe).Order(StringComparer.Ordinal));
    }

    private static WidgetSpec WithField(string name, string schema) => new()
    {
        Response = $$"""{ "object": { "type": "string", "enum": ["widget"] }, "{{name}}": {{schema}} }""",
    };

    private static WidgetSpec WithParameter(string name, string schema) => new() { Body = $$"""{ "{{name}}": {{schema}} }""" };
}
