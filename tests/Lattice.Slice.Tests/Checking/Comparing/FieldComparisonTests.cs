using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Checking.Comparing;

public sealed class FieldComparisonTests
{
    private const string Text = """{ "type": "string" }""";
    private const string Reference = """{ "anyOf": [{ "type": "string" }, { "$ref": "#/components/schemas/part" }] }""";

    private const string Part = """{ "$ref": "#/components/schemas/part" }""";
    private const string OtherPart = """{ "$ref": "#/components/schemas/other_part" }""";
    private const string PartObject = """{ "type": "string", "enum": ["part"] }""";

    private const string Components = $$"""
        {
          "part": { "type": "object", "properties": { "object": {{PartObject}}, "weight": {{Text}} } },
          "other_part": { "type": "object", "properties": { "object": {{PartObject}}, "height": {{Text}} } },
          "deleted_part": { "type": "object", "properties": { "object": {{PartObject}}, "deleted": { "type": "boolean", "enum": [true] } } }
        }
        """;

    /// <summary>
    /// The schema of the field <c>size</c> before and after, and the rule of the change. A star makes the field required.
    /// </summary>
    public static TheoryData<string?, string?, string?> Changes => new()
    {
        { Text, Text, null },
        { Text, null, "field-removed" },
        { null, Text, "field-added" },
        { "*" + Text, """*{ "type": "integer" }""", "field-type-changed" },
        { "*" + Text, Text, "field-became-nullable" },
        { "*" + Text, """*{ "type": "string", "nullable": true }""", "field-became-nullable" },
        { Text, "*" + Text, "field-no-longer-nullable" },
        { Text, """{ "type": "string", "nullable": true }""", "field-presence-changed" },
        { "*" + Reference, Reference, "field-may-be-absent" },
        { Reference, "*" + Reference, "field-presence-changed" },
        { Text, Reference, "field-became-expandable" },
        { "*" + Reference, Text, "field-no-longer-expandable" },
        { "*" + Reference, "*" + Part, "field-type-changed" },
        { Text, """{ "type": "string", "enum": ["small", "large"] }""", "field-type-changed" },
        { Text, Part, "field-type-changed" },
        { Part, $$"""{ "anyOf": [{{Part}}, { "$ref": "#/components/schemas/deleted_part" }] }""", "field-type-changed" },
        { Text, """{ "type": "string", "x-lattice-name": "Extent" }""", "field-renamed" },
        { Text, """{ "type": "string", "deprecated": true }""", "field-deprecated" },
        { """{ "type": "string", "deprecated": true }""", Text, "field-no-longer-deprecated" },
        { Text, """{ "type": "string", "x-lattice-sensitive": true }""", "became-sensitive" },
        { """{ "type": "string", "x-lattice-sensitive": true }""", Text, "no-longer-sensitive" },
        { """{ "type": "integer" }""", """{ "type": "string", "format": "int64" }""", "wire-format-changed" },
        { """{ "type": "integer", "format": "unix-time" }""", """{ "type": "string", "format": "date-time" }""", "wire-format-changed" },
        { Text, """{ "type": "string", "description": "How big it is." }""", "description-changed" },
        { Text, """{ "type": "string", "maxLength": 10 }""", null },
        { Text, """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", "no-longer-generated" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_changed_field_is_reported(string? old, string? @new, string? expected) =>
        Assert.Equal(
            expected is null ? [] : [$"{expected} Widget.Size"],
            WidgetSpec.Compare(WithSize(old), WithSize(@new)).Changes.Select(WidgetSpec.Describe));

    [Fact]
    public void A_field_that_becomes_a_reference_and_may_be_absent_has_two_changes() =>
        Assert.Equal(
            ["field-became-expandable Widget.Size", "field-may-be-absent Widget.Size"],
            WidgetSpec.Compare(WithSize("*" + Text), WithSize(Reference)).Changes.Select(WidgetSpec.Describe));

    [Fact]
    public void Enum_values_are_compared() =>
        Assert.Equal(
            ["field-value-removed WidgetSize.A", "field-value-added WidgetSize.C"],
            WidgetSpec.Compare(WithSize(Enum("a", "b")), WithSize(Enum("b", "c"))).Changes.Select(WidgetSpec.Describe));

    [Fact]
    public void A_value_is_renamed_if_a_new_value_needs_its_name() =>
        Assert.Equal(
            ["field-value-renamed WidgetSize.AB", "field-value-added WidgetSize.AB"],
            WidgetSpec.Compare(WithSize(Enum("a-b")), WithSize(Enum("a_b", "a-b"))).Changes.Select(WidgetSpec.Describe));

    [Fact]
    public void A_field_with_another_class_reports_the_differences_of_the_classes() =>
        Assert.Equal(
            ["field-type-changed Widget.Size", "field-removed Part.Weight", "field-added OtherPart.Height"],
            WidgetSpec.Compare(WithSize(Part), WithSize(OtherPart)).Changes.Select(WidgetSpec.Describe));

    [Theory]
    [InlineData("card", "card", null)]
    [InlineData("card", "bank", "FieldConstChanged")]
    [InlineData("card", null, "FieldConstOpened")]
    [InlineData(null, "card", "FieldConstFixed")]
    public void Constant_values_are_compared(string? old, string? @new, string? expected)
    {
        static WidgetSpec WithObject(string? literal) => new()
        {
            Response = $$"""{ "object": {{(literal is null ? Text : Enum(literal))}} }""",
        };

        CheckReport report = WidgetSpec.Compare(WithObject(old), WithObject(@new));

        Assert.Equal(expected, report.Changes.SingleOrDefault()?.Rule.ToString());
    }

    [Theory]
    [InlineData(Part)]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/components/schemas/part" } }""")]
    [InlineData("""{ "type": "object", "additionalProperties": { "$ref": "#/components/schemas/part" } }""")]
    [InlineData(Reference)]
    [InlineData($$"""{ "anyOf": [{{Part}}, { "$ref": "#/components/schemas/deleted_part" }] }""")]
    [InlineData("""
        {
          "type": "object",
          "properties": {
            "object": { "type": "string", "enum": ["list"] },
            "has_more": { "type": "boolean" },
            "data": { "type": "array", "items": { "$ref": "#/components/schemas/part" } }
          }
        }
        """)]
    public void A_change_in_a_component_is_reported_once_at_the_component(string schema)
    {
        WidgetSpec With(string weight) => new()
        {
            Response = $$"""{ "first": {{schema}}, "second": {{schema}}, "object": { "type": "string", "enum": ["widget"] } }""",
            Components = Components.Replace($"\"weight\": {Text}", $"\"weight\": {weight}", StringComparison.Ordinal),
        };

        WidgetSpec @new = With("""{ "type": "integer" }""") with
        {
            Expand = schema == Reference ? [WidgetSpec.Fields + "/first", WidgetSpec.Fields + "/second"] : [],
        };

        Change change = Assert.Single(WidgetSpec.Compare(With(Text), @new).Changes);

        Assert.Equal("field-type-changed Part.Weight", WidgetSpec.Describe(change));
        Assert.Equal(new ChangeLocation(IsNewer: true, "/components/schemas/part/properties/weight"), change.Location);
        Assert.Equal(("string?", "long?"), (change.Old, change.New));
    }

    [Fact]
    public void A_recursive_component_is_compared()
    {
        static WidgetSpec With(string size) => new()
        {
            Response = $$"""
                { "object": {{Enum("widget")}}, "parent": { "$ref": "#/components/schemas/widget" }, "size": {{size}} }
                """,
        };

        Assert.Equal(["field-type-changed Widget.Size"],
            WidgetSpec.Compare(With(Text), With("""{ "type": "boolean" }""")).Changes.Select(WidgetSpec.Describe));
    }

    [Fact]
    public void The_types_of_a_response_union_are_compared()
    {
        CheckReport report = WidgetSpec.Compare(OneOf("bolt", "nut"), OneOf("nut", "screw"));

        Assert.Equal(
            ["field-alternative-removed Widget.Bolt", "field-alternative-added Widget.Screw"],
            report.Changes.Select(WidgetSpec.Describe));
        Assert.Equal(["/components/schemas/bolt", "/components/schemas/screw"], report.Changes.Select(change => change.Location.Pointer));
    }

    [Fact]
    public void A_response_that_becomes_a_union_changes_its_type()
    {
        CheckReport report = WidgetSpec.Compare(new WidgetSpec(), OneOf("bolt", "nut"));

        Assert.Equal("field-type-changed Widget", WidgetSpec.Describe(Assert.Single(report.Changes)));
    }

    [Fact]
    public void The_description_of_a_class_is_compared()
    {
        static WidgetSpec With(string description) => new()
        {
            Components = $$"""
                { "widget": { "type": "object", "description": "{{description}}", "properties": { "object": {{Enum("widget")}} } } }
                """,
        };

        CheckReport report = WidgetSpec.Compare(With("A widget."), With("A thing."));

        Assert.Equal(["description-changed Widget"], report.Changes.Select(WidgetSpec.Describe));
        Assert.Equal(CheckExitCode.Nothing, report.ExitCode);
    }

    private static WidgetSpec WithSize(string? schema)
    {
        string size = schema is null ? "" : $", \"size\": {schema.TrimStart('*')}";
        return new WidgetSpec
        {
            Response = $$"""{ "object": {{Enum("widget")}}{{size}} }""",
            RequiredFields = schema?.StartsWith('*') == true ? ["object", "size"] : ["object"],
            Components = Components,
            Expand = schema?.EndsWith(Reference, StringComparison.Ordinal) == true ? [WidgetSpec.Fields + "/size"] : [],
        };
    }

    /// <summary>A widget that is a union.</summary>
    private static WidgetSpec OneOf(params string[] things)
    {
        IEnumerable<string> references = things.Select(thing => $$"""{ "$ref": "#/components/schemas/{{thing}}" }""");
        IEnumerable<string> schemas = things.Select(thing =>
            $$""", "{{thing}}": { "type": "object", "properties": { "object": {{Enum(thing)}} } }""");
        return new WidgetSpec
        {
            Components = $$"""{ "widget": { "anyOf": [{{string.Join(", ", references)}}] }{{string.Concat(schemas)}} }""",
        };
    }

    private static string Enum(params string[] values) =>
        $$"""{ "type": "string", "enum": [{{string.Join(", ", values.Select(value => $"\"{value}\""))}}] }""";
}
