using Lattice.Slice.Checking;

namespace Lattice.Slice.Tests.Checking;

public sealed class FieldChangeTests
{
    /// <summary>The schema of the field before and after, and what the report says, in its order. A star makes the field required.</summary>
    public static TheoryData<string?, string?, string[]> Changes => new()
    {
        { Text, Text, [] },
        { Text, null, ["field-removed Widget.Size"] },
        { null, Text, ["field-added Widget.Size"] },
        { "*" + Text, "*" + """{ "type": "integer" }""", ["field-type-changed Widget.Size"] },
        { "*" + Text, Text, ["field-became-nullable Widget.Size"] },
        { "*" + Text, "*" + """{ "type": "string", "nullable": true }""", ["field-became-nullable Widget.Size"] },
        { Text, "*" + Text, ["field-no-longer-nullable Widget.Size"] },
        { Text, """{ "type": "string", "nullable": true }""", ["field-presence-changed Widget.Size"] },
        { "*" + Reference, Reference, ["field-may-be-absent Widget.Size"] },
        { Reference, "*" + Reference, ["field-presence-changed Widget.Size"] },
        { Text, Reference, ["field-type-changed Widget.Size"] },
        { "*" + Reference, Text, ["field-type-changed Widget.Size"] },
        { Text, """{ "type": "string", "enum": ["small", "large"] }""", ["field-type-changed Widget.Size"] },
        { """{ "type": "string", "x-lattice-name": "Extent" }""", Text, ["field-renamed Widget.Extent"] },
        { Text, """{ "type": "string", "deprecated": true }""", ["field-deprecated Widget.Size"] },
        { """{ "type": "string", "deprecated": true }""", Text, ["field-no-longer-deprecated Widget.Size"] },
        { Text, """{ "type": "string", "x-lattice-sensitive": true }""", ["became-sensitive Widget.Size"] },
        { """{ "type": "string", "x-lattice-sensitive": true }""", Text, ["no-longer-sensitive Widget.Size"] },
        { """{ "type": "integer" }""", """{ "type": "string", "format": "int64" }""", ["wire-format-changed Widget.Size"] },
        { """{ "type": "integer", "format": "unix-time" }""", """{ "type": "string", "format": "date-time" }""", ["wire-format-changed Widget.Size"] },
        { Text, """{ "type": "string", "description": "How big it is." }""", ["description-changed Widget.Size"] },
        { Text, """{ "type": "string", "maxLength": 10 }""", [] },
        { Text, """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", ["no-longer-generated Widget.Size"] },
        { """{ "type": "string", "enum": ["a", "b"] }""", """{ "type": "string", "enum": ["b", "c"] }""", ["field-value-removed WidgetSize.A", "field-value-added WidgetSize.C"] },
        { Text, """{ "$ref": "#/components/schemas/part" }""", ["field-type-changed Widget.Size"] },
        {
            """{ "$ref": "#/components/schemas/part" }""",
            """{ "anyOf": [{ "$ref": "#/components/schemas/part" }, { "$ref": "#/components/schemas/deleted_part" }] }""",
            ["field-type-changed Widget.Size"]
        },
    };

    private const string Text = """{ "type": "string" }""";
    private const string Reference = """{ "anyOf": [{ "type": "string" }, { "$ref": "#/components/schemas/part" }] }""";

    private const string Components = """
        {
          "part": { "x-resourceId": "part", "type": "object", "properties": { "object": { "type": "string", "enum": ["part"] } } },
          "deleted_part": { "type": "object", "properties": { "object": { "type": "string", "enum": ["part"] }, "deleted": { "type": "boolean", "enum": [true] } } }
        }
        """;

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_changed_field_is_reported(string? old, string? @new, string[] expected) =>
        Assert.Equal(expected, WidgetSpec.Compare(WithSize(old), WithSize(@new)).Changes.Select(WidgetSpec.Describe));

    [Theory]
    [InlineData("card", "card", null)]
    [InlineData("card", "bank", "FieldLiteralChanged")]
    [InlineData("card", null, "FieldLiteralOpened")]
    [InlineData(null, "card", "FieldLiteralFixed")]
    public void The_only_value_of_a_field_is_compared(string? old, string? @new, string? expected)
    {
        static WidgetSpec WithObject(string? literal) => new()
        {
            Answer = literal is null ? """{ "object": { "type": "string" } }""" : $$"""{ "object": { "type": "string", "enum": ["{{literal}}"] } }""",
        };

        CheckReport report = WidgetSpec.Compare(WithObject(old), WithObject(@new));

        Assert.Equal(expected, report.Changes.SingleOrDefault()?.Kind.ToString());
    }

    [Theory]
    [InlineData("""{ "$ref": "#/components/schemas/part" }""")]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/components/schemas/part" } }""")]
    [InlineData("""{ "type": "object", "additionalProperties": { "$ref": "#/components/schemas/part" } }""")]
    [InlineData(Reference)]
    [InlineData("""{ "anyOf": [{ "$ref": "#/components/schemas/part" }, { "$ref": "#/components/schemas/deleted_part" }] }""")]
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
    public void A_change_behind_a_reference_is_reported_once_at_its_component(string schema)
    {
        WidgetSpec With(string size) => new()
        {
            Answer = $$"""{ "first": {{schema}}, "second": {{schema}}, "object": { "type": "string", "enum": ["widget"] } }""",
            Components = Components.Replace("""{ "object": { "type": "string", "enum": ["part"] } }""", $$"""{ "object": { "type": "string", "enum": ["part"] }, "size": {{size}} }""", StringComparison.Ordinal),
        };

        WidgetSpec @new = With("""{ "type": "integer" }""") with
        {
            Expand = schema == Reference ? [WidgetSpec.Fields + "/first", WidgetSpec.Fields + "/second"] : [],
        };

        Change change = Assert.Single(WidgetSpec.Compare(With(Text), @new).Changes);

        Assert.Equal("field-type-changed Part.Size", WidgetSpec.Describe(change));
        Assert.Equal(new ChangePlace(IsNewer: true, "/components/schemas/part/properties/size"), change.Place);
        Assert.Equal(("string?", "long?"), (change.Old, change.New));
    }

    [Fact]
    public void A_component_that_refers_to_itself_is_compared_to_the_end()
    {
        static WidgetSpec With(string size) => new()
        {
            Answer = $$"""{ "object": { "type": "string", "enum": ["widget"] }, "parent": { "$ref": "#/components/schemas/widget" }, "size": {{size}} }""",
        };

        Assert.Equal(["field-type-changed Widget.Size"],
            WidgetSpec.Compare(With(Text), With("""{ "type": "boolean" }""")).Changes.Select(WidgetSpec.Describe));
    }

    [Fact]
    public void The_types_that_an_answer_can_have_are_compared()
    {
        static WidgetSpec With(params string[] arms) => new()
        {
            Components = $$"""
                {
                  "widget": { "x-resourceId": "widget", "anyOf": [{{string.Join(", ", arms.Select(arm => $$"""{ "$ref": "#/components/schemas/{{arm}}" }"""))}}] },
                  "bolt": { "type": "object", "properties": { "object": { "type": "string", "enum": ["bolt"] } } },
                  "nut": { "type": "object", "properties": { "object": { "type": "string", "enum": ["nut"] } } },
                  "screw": { "type": "object", "properties": { "object": { "type": "string", "enum": ["screw"] } } }
                }
                """,
        };

        CheckReport report = WidgetSpec.Compare(With("bolt", "nut"), With("nut", "screw"));

        Assert.Equal(["field-alternative-removed Widget.Bolt", "field-alternative-added Widget.Screw"], report.Changes.Select(WidgetSpec.Describe));
        Assert.Equal(["/components/schemas/bolt", "/components/schemas/screw"], report.Changes.Select(change => change.Place.Pointer));
    }

    [Fact]
    public void An_answer_that_becomes_one_of_several_types_is_another_class()
    {
        const string Arms = """
            {
              "widget": { "x-resourceId": "widget", "anyOf": [{ "$ref": "#/components/schemas/bolt" }, { "$ref": "#/components/schemas/nut" }] },
              "bolt": { "type": "object", "properties": { "object": { "type": "string", "enum": ["bolt"] } } },
              "nut": { "type": "object", "properties": { "object": { "type": "string", "enum": ["nut"] } } }
            }
            """;

        CheckReport report = WidgetSpec.Compare(new WidgetSpec(), new WidgetSpec { Components = Arms });

        Assert.Equal("field-type-changed Widget", WidgetSpec.Describe(Assert.Single(report.Changes)));
    }

    [Fact]
    public void The_description_of_a_class_counts_as_that_of_a_field_does()
    {
        static WidgetSpec With(string description) => new()
        {
            Components = $$"""{ "widget": { "x-resourceId": "widget", "type": "object", "description": "{{description}}", "properties": { "object": { "type": "string", "enum": ["widget"] } } } }""",
        };

        CheckReport report = WidgetSpec.Compare(With("A widget."), With("A thing."));

        Assert.Equal(["description-changed Widget"], report.Changes.Select(WidgetSpec.Describe));
        Assert.Equal(CheckExitCode.Nothing, report.ExitCode);
    }

    private static WidgetSpec WithSize(string? schema) => new()
    {
        Answer = $$"""{ "object": { "type": "string", "enum": ["widget"] }{{(schema is null ? "" : $", \"size\": {schema.TrimStart('*')}")}} }""",
        RequiredFields = schema?.StartsWith('*') == true ? ["object", "size"] : ["object"],
        Components = Components,
        Expand = schema is not null && schema.EndsWith(Reference, StringComparison.Ordinal) ? [WidgetSpec.Fields + "/size"] : [],
    };
}
