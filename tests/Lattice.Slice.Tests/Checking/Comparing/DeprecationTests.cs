using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Checking.Comparing;

/// <summary>What becomes deprecated, and what no longer is. A warning of the compiler breaks a build where warnings are errors.</summary>
public sealed class DeprecationTests
{
    private const string Plain = """{ "type": "string", "enum": ["a", "b"] }""";
    private const string WithOldValue = """{ "type": "string", "enum": ["a", "b"], "x-lattice-deprecated-values": { "a": "b" } }""";

    public static TheoryData<string, string> Warnings => new()
    {
        { "operation", "operation-deprecated Widget.CreateAsync" },
        { "parameter", "parameter-deprecated WidgetCreateParams.Size" },
        { "field", "field-deprecated Widget.Size" },
        { "parameter value", "parameter-value-deprecated WidgetCreateSize.A" },
        { "field value", "field-value-deprecated WidgetSize.A" },
    };

    [Theory]
    [MemberData(nameof(Warnings))]
    public void What_the_compiler_warns_about_breaks_source(string what, string expected)
    {
        CheckReport report = WidgetSpec.Compare(Create("nothing"), Create(what));

        Change change = Assert.Single(report.Changes);
        Assert.Equal(expected, WidgetSpec.Describe(change));
        Assert.Equal((ChangeClass.BreakingSource, CheckExitCode.Breaking), (change.Class, report.ExitCode));
        Assert.Contains("the warning CS0618, an error where warnings are errors", change.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Warnings))]
    public void A_deprecation_that_ends_is_documentation(string what, string rule)
    {
        CheckReport report = WidgetSpec.Compare(Create(what), Create("nothing"));

        Change change = Assert.Single(report.Changes);
        Assert.Equal(rule.Replace("-deprecated", "-no-longer-deprecated", StringComparison.Ordinal), WidgetSpec.Describe(change));
        Assert.Equal((ChangeClass.Documentation, CheckExitCode.Nothing), (change.Class, report.ExitCode));
    }

    [Theory]
    [InlineData("""{ "$ref": "#/components/schemas/part" }""")]
    [InlineData("""{ "anyOf": [{ "$ref": "#/components/schemas/part" }], "nullable": true }""")]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/components/schemas/part" } }""")]
    public void A_deprecated_schema_causes_no_warning_and_is_told_at_the_schema(string reference)
    {
        WidgetSpec With(string isDeprecated) => new()
        {
            Response = $$"""{ "object": { "type": "string", "enum": ["widget"] }, "first": {{reference}}, "second": {{reference}} }""",
            Components = $$"""
                { "part": { "type": "object", "deprecated": {{isDeprecated}}, "properties": { "weight": { "type": "string" } } } }
                """,
        };

        Change deprecated = Assert.Single(WidgetSpec.Compare(With("false"), With("true")).Changes);
        Change noLonger = Assert.Single(WidgetSpec.Compare(With("true"), With("false")).Changes);

        Assert.Equal(("schema-deprecated Part", "part"), (WidgetSpec.Describe(deprecated), deprecated.Name));
        Assert.Equal(new ChangeLocation(IsNewer: true, "/components/schemas/part"), deprecated.Location);
        Assert.Equal(
            ("schema-no-longer-deprecated Part", ChangeClass.Documentation), (WidgetSpec.Describe(noLonger), deprecated.Class));
    }

    private static WidgetSpec Create(string what) => new()
    {
        Operation = what == "operation" ? """{ "deprecated": true }""" : "{}",
        Body = $$"""{ "size": {{(what.StartsWith("parameter", StringComparison.Ordinal) ? Deprecate(what) : Plain)}} }""",
        Response = $$"""
            {
              "object": { "type": "string", "enum": ["widget"] },
              "size": {{(what.StartsWith("field", StringComparison.Ordinal) ? Deprecate(what) : Plain)}}
            }
            """,
    };

    private static string Deprecate(string what) => what.EndsWith("value", StringComparison.Ordinal)
        ? WithOldValue
        : """{ "type": "string", "enum": ["a", "b"], "deprecated": true }""";
}
