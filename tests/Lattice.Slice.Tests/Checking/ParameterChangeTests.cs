using Lattice.Slice.Checking;

namespace Lattice.Slice.Tests.Checking;

public sealed class ParameterChangeTests
{
    /// <summary>The schema of the parameter before and after, and what the report says, in its order.</summary>
    public static TheoryData<string?, string?, string[]> Changes => new()
    {
        { Text, Text, [] },
        { Text, null, ["parameter-removed WidgetCreateParams.Size"] },
        { null, Text, ["parameter-added WidgetCreateParams.Size"] },
        { Text, """{ "type": "integer" }""", ["parameter-type-changed WidgetCreateParams.Size"] },
        { Text, """{ "type": "string", "format": "decimal" }""", ["parameter-type-changed WidgetCreateParams.Size"] },
        { Text, """{ "type": "array", "items": { "type": "string" } }""", ["parameter-type-changed WidgetCreateParams.Size"] },
        { """{ "type": "number" }""", """{ "type": "string", "format": "decimal" }""", ["wire-format-changed WidgetCreateParams.Size"] },
        { Text, """{ "type": "string", "format": "currency" }""", ["wire-format-changed WidgetCreateParams.Size"] },
        { Text, """{ "anyOf": [{ "type": "string" }, { "type": "string", "enum": [""] }] }""", ["parameter-became-clearable WidgetCreateParams.Size"] },
        { """{ "anyOf": [{ "type": "string" }, { "type": "string", "enum": [""] }] }""", Text, ["parameter-no-longer-clearable WidgetCreateParams.Size"] },
        { List, $$"""{ "anyOf": [{{List}}, { "type": "string", "enum": [""] }] }""", ["collection-became-clearable WidgetCreateParams.Size"] },
        { $$"""{ "anyOf": [{{List}}, { "type": "string", "enum": [""] }] }""", List, ["collection-no-longer-clearable WidgetCreateParams.Size"] },
        { Text, """{ "type": "string", "x-lattice-name": "Extent" }""", ["parameter-renamed WidgetCreateParams.Size"] },
        { Text, """{ "type": "string", "deprecated": true }""", ["parameter-deprecated WidgetCreateParams.Size"] },
        { """{ "type": "string", "deprecated": true }""", Text, ["parameter-no-longer-deprecated WidgetCreateParams.Size"] },
        { Text, """{ "type": "string", "x-lattice-sensitive": true }""", ["became-sensitive WidgetCreateParams.Size"] },
        { """{ "type": "string", "x-lattice-sensitive": true }""", Text, ["no-longer-sensitive WidgetCreateParams.Size"] },
        { Text, """{ "type": "string", "description": "How big it is." }""", ["description-changed WidgetCreateParams.Size"] },
        { Text, """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", ["no-longer-generated WidgetCreateParams.Size"] },
        { null, """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", ["not-generated LAT0004"] },
    };

    public static TheoryData<string, string, string[]> Limits => new()
    {
        { """{ "type": "string" }""", """{ "type": "string", "maxLength": 100 }""", ["parameter-limit-narrowed WidgetCreateParams.Size: no maxLength -> maxLength 100"] },
        { """{ "type": "string", "maxLength": 500 }""", """{ "type": "string", "maxLength": 100 }""", ["parameter-limit-narrowed WidgetCreateParams.Size: maxLength 500 -> maxLength 100"] },
        { """{ "type": "string", "maxLength": 500 }""", """{ "type": "string", "maxLength": 1000 }""", ["parameter-limit-widened WidgetCreateParams.Size: maxLength 500 -> maxLength 1000"] },
        { """{ "type": "string", "maxLength": 500 }""", """{ "type": "string" }""", ["parameter-limit-widened WidgetCreateParams.Size: maxLength 500 -> no maxLength"] },
        { """{ "type": "integer", "minimum": 1 }""", """{ "type": "integer", "minimum": 2 }""", ["parameter-limit-narrowed WidgetCreateParams.Size: minimum 1 -> minimum 2"] },
        { """{ "type": "integer", "minimum": 1 }""", """{ "type": "integer", "minimum": 0 }""", ["parameter-limit-widened WidgetCreateParams.Size: minimum 1 -> minimum 0"] },
        { """{ "type": "string", "pattern": "^a" }""", """{ "type": "string", "pattern": "^b" }""", ["parameter-limit-narrowed WidgetCreateParams.Size: pattern ^a -> pattern ^b"] },
        {
            """{ "anyOf": [{ "type": "string", "maxLength": 500 }, { "type": "string", "enum": [""] }] }""",
            """{ "anyOf": [{ "type": "string", "maxLength": 100 }, { "type": "string", "enum": [""] }] }""",
            ["parameter-limit-narrowed WidgetCreateParams.Size: maxLength 500 -> maxLength 100"]
        },
    };

    /// <summary>Changes within the types that a parameter has.</summary>
    public static TheoryData<string, string, string[]> Nested => new()
    {
        {
            """{ "type": "string", "enum": ["small", "large"] }""",
            """{ "type": "string", "enum": ["large", "huge"] }""",
            ["parameter-value-removed WidgetCreateSize.Small", "parameter-value-added WidgetCreateSize.Huge"]
        },
        {
            """{ "type": "array", "items": { "type": "string", "enum": ["small"] } }""",
            """{ "type": "array", "items": { "type": "string", "enum": ["small", "large"] } }""",
            ["parameter-value-added WidgetCreateSize.Large"]
        },
        {
            """{ "type": "string", "enum": ["small"] }""",
            """{ "type": "string", "enum": ["small"], "x-enumDescriptions": { "small": "Not large." } }""",
            ["description-changed WidgetCreateSize.Small"]
        },
        {
            """{ "type": "string", "enum": ["small"] }""",
            """{ "type": "object", "properties": { "small": { "type": "string" } } }""",
            ["parameter-type-changed WidgetCreateParams.Size"]
        },
        {
            """{ "type": "object", "properties": { "width": { "type": "integer" }, "depth": { "type": "integer" } } }""",
            """{ "type": "object", "properties": { "width": { "type": "string" }, "height": { "type": "integer" } }, "required": ["height"] }""",
            [
                "parameter-removed WidgetCreateSize.Depth", "parameter-type-changed WidgetCreateSize.Width",
                "required-parameter-added WidgetCreateSize.Height",
            ]
        },
        {
            """{ "anyOf": [{ "type": "object", "properties": { "a": { "type": "string" } } }, { "type": "object", "properties": { "b": { "type": "string" } } }] }""",
            """{ "anyOf": [{ "type": "object", "properties": { "a": { "type": "string" } } }, { "type": "object", "properties": { "b": { "type": "integer" } } }] }""",
            ["parameter-type-changed WidgetCreateSize.B"]
        },
        {
            """{ "anyOf": [{ "type": "string", "enum": ["now"] }, { "type": "integer", "format": "unix-time" }] }""",
            """{ "anyOf": [{ "type": "string", "enum": ["later"] }, { "type": "integer", "format": "unix-time" }] }""",
            ["parameter-alternative-removed WidgetCreateSize.Now", "parameter-alternative-added WidgetCreateSize.Later"]
        },
        {
            """{ "anyOf": [{ "type": "string", "enum": ["now"] }, { "type": "integer", "format": "unix-time" }] }""",
            """{ "anyOf": [{ "type": "string", "enum": ["now"] }, { "type": "integer" }, { "type": "string", "enum": [""] }] }""",
            ["parameter-alternative-removed WidgetCreateSize", "parameter-alternative-added WidgetCreateSize", "parameter-alternative-added WidgetCreateSize.Cleared"]
        },
        {
            """{ "anyOf": [{ "type": "string" }, { "type": "object", "properties": { "a": { "type": "string" } } }] }""",
            """{ "anyOf": [{ "type": "string" }, { "type": "object", "properties": { "b": { "type": "string" } } }] }""",
            ["parameter-removed WidgetCreateSizeObject.A", "parameter-added WidgetCreateSizeObject.B"]
        },
    };

    private const string Text = """{ "type": "string" }""";
    private const string List = """{ "type": "array", "items": { "type": "string" } }""";

    [Theory]
    [MemberData(nameof(Changes))]
    [MemberData(nameof(Nested))]
    public void A_changed_parameter_is_reported(string? old, string? @new, string[] expected) =>
        Assert.Equal(expected, Compare(old, @new).Changes.Select(WidgetSpec.Describe));

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_changed_limit_is_reported_with_both_values(string old, string @new, string[] expected) =>
        Assert.Equal(expected, Compare(old, @new).Changes.Select(change => $"{WidgetSpec.Describe(change)}: {change.Old} -> {change.New}"));

    [Fact]
    public void A_parameter_that_becomes_required_breaks_behaviour_and_the_call_without_parameters()
    {
        var old = new WidgetSpec();
        WidgetSpec @new = old with { RequiredParameters = ["size"] };

        CheckReport report = WidgetSpec.Compare(old, @new);

        Assert.Equal(["method-signature-changed Widget.CreateAsync", "parameter-became-required WidgetCreateParams.Size"], report.Changes.Select(WidgetSpec.Describe));
        Assert.Equal("(WidgetCreateParams? parameters = null)", report.Changes[0].Old);
        Assert.Equal("(WidgetCreateParams parameters)", report.Changes[0].New);
        Assert.Equal(ChangeClass.BreakingBehaviour, report.Changes[1].Class);
    }

    [Fact]
    public void A_parameter_that_becomes_optional_is_an_addition_alone()
    {
        var @new = new WidgetSpec();

        CheckReport report = WidgetSpec.Compare(@new with { RequiredParameters = ["size"] }, @new);

        Assert.Equal(["parameter-became-optional WidgetCreateParams.Size"], report.Changes.Select(WidgetSpec.Describe));
        Assert.Equal(CheckExitCode.Additions, report.ExitCode);
    }

    [Theory]
    [InlineData("""{ "type": "string" }""", null, false, "/size")]
    [InlineData(null, """{ "type": "string" }""", true, "/size")]
    [InlineData("""{ "type": "string" }""", """{ "type": "boolean" }""", true, "/size")]
    [InlineData("""{ "type": "string", "enum": ["a", "b"] }""", """{ "type": "string", "enum": ["a"] }""", false, "/size/enum/1")]
    [InlineData("""{ "type": "string", "enum": ["a"] }""", """{ "type": "string", "enum": ["b", "a"] }""", true, "/size/enum/0")]
    [InlineData(
        """{ "type": "array", "items": { "type": "object", "properties": { "a": { "type": "string" } } } }""",
        """{ "type": "array", "items": { "type": "object", "properties": { "a": { "type": "boolean" } } } }""", true, "/size/items/properties/a")]
    [InlineData(
        """{ "anyOf": [{ "type": "object", "properties": { "a/~": { "type": "string" } } }, { "type": "string", "enum": [""] }] }""",
        """{ "anyOf": [{ "type": "object", "properties": { "a/~": { "type": "boolean" } } }, { "type": "string", "enum": [""] }] }""", true, "/size/anyOf/0/properties/a~1~0")]
    [InlineData(
        """{ "type": "object", "additionalProperties": { "type": "object", "properties": { "a": { "type": "string" } } } }""",
        """{ "type": "object", "additionalProperties": { "type": "object", "properties": { "a": { "type": "boolean" } } } }""", true, "/size/additionalProperties/properties/a")]
    [InlineData(null, """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", true, "/size")]
    public void The_pointer_leads_to_the_place_in_the_document_that_has_it(string? old, string? @new, bool isNewer, string pointer) =>
        Assert.Equal(new ChangePlace(isNewer, WidgetSpec.Parameters + pointer), Assert.Single(Compare(old, @new).Changes).Place);

    private static CheckReport Compare(string? old, string? @new) => WidgetSpec.Compare(WithSize(old), WithSize(@new));

    // The other parameter keeps the body when there is no size.
    private static WidgetSpec WithSize(string? schema) => new()
    {
        Body = $$"""{ "name": { "type": "string" }{{(schema is null ? "" : $", \"size\": {schema}")}} }""",
    };
}
