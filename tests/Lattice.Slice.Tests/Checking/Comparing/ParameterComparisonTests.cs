using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Checking.Comparing;

public sealed class ParameterComparisonTests
{
    private const string Text = """{ "type": "string" }""";
    private const string List = """{ "type": "array", "items": { "type": "string" } }""";
    private const string Clear = """{ "type": "string", "enum": [""] }""";

    /// <summary>The schema of the parameter <c>size</c> before and after, and the rule of the change.</summary>
    public static TheoryData<string?, string?, string?> Changes => new()
    {
        { Text, Text, null },
        { Text, null, "parameter-removed" },
        { null, Text, "parameter-added" },
        { Text, """{ "type": "integer" }""", "parameter-type-changed" },
        { Text, """{ "type": "string", "format": "decimal" }""", "parameter-type-changed" },
        { Text, List, "parameter-type-changed" },
        { """{ "type": "number" }""", """{ "type": "string", "format": "decimal" }""", "wire-format-changed" },
        { Text, """{ "type": "string", "format": "currency" }""", "wire-format-changed" },
        { Text, $$"""{ "anyOf": [{{Text}}, {{Clear}}] }""", "parameter-became-clearable" },
        { $$"""{ "anyOf": [{{Text}}, {{Clear}}] }""", Text, "parameter-no-longer-clearable" },
        { List, $$"""{ "anyOf": [{{List}}, {{Clear}}] }""", "collection-became-clearable" },
        { $$"""{ "anyOf": [{{List}}, {{Clear}}] }""", List, "collection-no-longer-clearable" },
        { MapOf(Text), $$"""{ "anyOf": [{{MapOf(Text)}}, {{Clear}}] }""", "map-became-clearable" },
        { $$"""{ "anyOf": [{{MapOf(Text)}}, {{Clear}}] }""", MapOf(Text), "map-no-longer-clearable" },
        { List, ListOf($$"""{ "anyOf": [{{Text}}, {{Clear}}] }"""), null },
        { ListOf($$"""{ "anyOf": [{{Text}}, {{Clear}}] }"""), List, null },
        { Text, """{ "type": "string", "x-lattice-name": "Extent" }""", "parameter-renamed" },
        { Text, """{ "type": "string", "deprecated": true }""", "parameter-deprecated" },
        { """{ "type": "string", "deprecated": true }""", Text, "parameter-no-longer-deprecated" },
        { Text, """{ "type": "string", "x-lattice-sensitive": true }""", "became-sensitive" },
        { """{ "type": "string", "x-lattice-sensitive": true }""", Text, "no-longer-sensitive" },
        { Text, """{ "type": "string", "description": "How big it is." }""", "description-changed" },
        { """{ "type": "string", "enum": ["a"] }""", """{ "type": "string", "enum": ["a"], "description": "A" }""", "description-changed" },
        { Text, """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", "no-longer-generated" },
    };

    /// <summary>The schema before and after, and the expected change of the limit.</summary>
    public static TheoryData<string, string, string> Limits => new()
    {
        { Text, MaxLength(100), "parameter-limit-narrowed: no maxLength -> maxLength 100" },
        { MaxLength(500), MaxLength(100), "parameter-limit-narrowed: maxLength 500 -> maxLength 100" },
        { MaxLength(500), MaxLength(1000), "parameter-limit-widened: maxLength 500 -> maxLength 1000" },
        { MaxLength(500), Text, "parameter-limit-widened: maxLength 500 -> no maxLength" },
        { Minimum(1), Minimum(2), "parameter-limit-narrowed: minimum 1 -> minimum 2" },
        { Minimum(1), Minimum(0), "parameter-limit-widened: minimum 1 -> minimum 0" },
        { Pattern("^a"), Pattern("^b"), "parameter-limit-narrowed: pattern ^a -> pattern ^b" },
        { Pattern("^a"), Text, "parameter-limit-widened: pattern ^a -> no pattern" },
        {
            $$"""{ "anyOf": [{{MaxLength(500)}}, {{Clear}}] }""",
            $$"""{ "anyOf": [{{MaxLength(100)}}, {{Clear}}] }""",
            "parameter-limit-narrowed: maxLength 500 -> maxLength 100"
        },
    };

    /// <summary>Changes within the type of a parameter.</summary>
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
            """
            { "type": "object", "properties": { "width": { "type": "string" }, "height": { "type": "string" } }, "required": ["height"] }
            """,
            [
                "parameter-removed WidgetCreateSize.Depth", "parameter-type-changed WidgetCreateSize.Width",
                "required-parameter-added WidgetCreateSize.Height",
            ]
        },
        {
            $$"""{ "anyOf": [{{Object("a", Text)}}, {{Object("b", Text)}}] }""",
            $$"""{ "anyOf": [{{Object("a", Text)}}, {{Object("b", List)}}] }""",
            ["parameter-type-changed WidgetCreateSize.B"]
        },
        {
            """{ "anyOf": [{ "type": "string", "enum": ["now"] }, { "type": "integer", "format": "unix-time" }] }""",
            """{ "anyOf": [{ "type": "string", "enum": ["later"] }, { "type": "integer", "format": "unix-time" }] }""",
            ["parameter-alternative-removed WidgetCreateSize.Now", "parameter-alternative-added WidgetCreateSize.Later"]
        },
        {
            """{ "anyOf": [{ "type": "string", "enum": ["now"] }, { "type": "integer", "format": "unix-time" }] }""",
            $$"""{ "anyOf": [{ "type": "string", "enum": ["now"] }, { "type": "integer" }, {{Clear}}] }""",
            [
                "parameter-alternative-removed WidgetCreateSize", "parameter-alternative-added WidgetCreateSize",
                "parameter-alternative-added WidgetCreateSize.Cleared",
            ]
        },
        {
            $$"""{ "anyOf": [{{Text}}, {{Object("a", Text)}}] }""",
            $$"""{ "anyOf": [{{Text}}, {{Object("b", Text)}}] }""",
            ["parameter-removed WidgetCreateSizeObject.A", "parameter-added WidgetCreateSizeObject.B"]
        },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_changed_parameter_is_reported(string? old, string? @new, string? expected) =>
        Assert.Equal(
            expected is null ? [] : [$"{expected} WidgetCreateParams.Size"],
            Compare(old, @new).Changes.Select(WidgetSpec.Describe));

    [Theory]
    [MemberData(nameof(Nested))]
    public void A_change_within_the_type_of_a_parameter_is_reported(string old, string @new, string[] expected) =>
        Assert.Equal(expected, Compare(old, @new).Changes.Select(WidgetSpec.Describe));

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_changed_limit_is_reported_with_both_values(string old, string @new, string expected)
    {
        Change change = Assert.Single(Compare(old, @new).Changes);

        Assert.Equal("WidgetCreateParams.Size", change.Member);
        Assert.Equal(expected, $"{WidgetSpec.Describe(change).Split(' ')[0]}: {change.Old} -> {change.New}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_list_that_becomes_or_is_no_longer_clearable_breaks_only_behavior(bool isClearable)
    {
        string clearable = $$"""{ "anyOf": [{{List}}, {{Clear}}] }""";

        CheckReport report = isClearable ? Compare(List, clearable) : Compare(clearable, List);

        Change change = Assert.Single(report.Changes);
        Assert.Equal(ChangeClass.BreakingBehavior, change.Class);
        Assert.Equal((null, null), (change.Old, change.New));
        Assert.Contains("an empty list", change.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nested_list_that_becomes_clearable_is_reported_at_its_location()
    {
        Change change = Assert.Single(
            Compare(ListOf(Object("tags", List)), ListOf(Object("tags", $$"""{ "anyOf": [{{List}}, {{Clear}}] }"""))).Changes);

        Assert.Equal("collection-became-clearable WidgetCreateSize.Tags", WidgetSpec.Describe(change));
        Assert.Equal(WidgetSpec.Parameters + "/size/items/properties/tags", change.Location.Pointer);
    }

    [Fact]
    public void A_list_that_changes_its_elements_and_becomes_clearable_has_two_changes() => Assert.Equal(
        ["parameter-type-changed WidgetCreateParams.Size", "collection-became-clearable WidgetCreateParams.Size"],
        Compare(List, $$"""{ "anyOf": [{{ListOf("""{ "type": "integer" }""")}}, {{Clear}}] }""").Changes.Select(WidgetSpec.Describe));

    [Fact]
    public void A_new_parameter_that_cannot_be_generated_is_an_addition()
    {
        Change change = Assert.Single(Compare(null, """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""").Changes);

        Assert.Equal(("not-generated LAT0004", ChangeClass.Addition), (WidgetSpec.Describe(change), change.Class));
        Assert.Equal(WidgetSpec.Parameters + "/size", change.Location.Pointer);
        Assert.Contains("the build will warn: `'/v1/widgets.size' is ignored: ", change.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_changes_its_type_and_becomes_required_has_two_changes()
    {
        WidgetSpec old = new() { Body = $$"""{ "name": {{Text}}, "size": {{Text}} }""", RequiredParameters = ["name"] };
        WidgetSpec @new = old with { Body = $$"""{ "name": {{Text}}, "size": {{List}} }""", RequiredParameters = ["name", "size"] };

        Assert.Equal(
            ["parameter-type-changed WidgetCreateParams.Size", "parameter-became-required WidgetCreateParams.Size"],
            WidgetSpec.Compare(old, @new).Changes.Select(WidgetSpec.Describe));
    }

    [Fact]
    public void A_value_is_renamed_if_a_new_value_needs_its_name()
    {
        CheckReport report = Compare("""{ "type": "string", "enum": ["a-b"] }""", """{ "type": "string", "enum": ["a_b", "a-b"] }""");

        Assert.Equal(
            ["parameter-value-renamed WidgetCreateSize.AB", "parameter-value-added WidgetCreateSize.AB"],
            report.Changes.Select(WidgetSpec.Describe));
        Assert.StartsWith("The member for `a-b` is named `ADashB`, no longer `AB`", report.Changes[0].Message, StringComparison.Ordinal);
        Assert.EndsWith("/enum/1", report.Changes[0].Location.Pointer, StringComparison.Ordinal);
        Assert.Equal(2, (int)report.ExitCode);
    }

    [Fact]
    public void A_new_value_with_the_same_name_does_not_rename_an_existing_one()
    {
        CheckReport report = Compare("""{ "type": "string", "enum": ["a_b"] }""", """{ "type": "string", "enum": ["a-b", "a_b"] }""");

        Assert.Equal(["parameter-value-added WidgetCreateSize.ADashB"], report.Changes.Select(WidgetSpec.Describe));
    }

    [Fact]
    public void A_parameter_that_becomes_required_breaks_behavior_and_calls_without_parameters()
    {
        var old = new WidgetSpec();
        WidgetSpec @new = old with { RequiredParameters = ["size"] };

        CheckReport report = WidgetSpec.Compare(old, @new);

        Assert.Equal(
            ["method-signature-changed Widget.CreateAsync", "parameter-became-required WidgetCreateParams.Size"],
            report.Changes.Select(WidgetSpec.Describe));
        Assert.Equal("(WidgetCreateParams? parameters = null)", report.Changes[0].Old);
        Assert.Equal("(WidgetCreateParams parameters)", report.Changes[0].New);
        Assert.Equal(ChangeClass.BreakingBehavior, report.Changes[1].Class);
    }

    [Fact]
    public void A_parameter_that_becomes_optional_is_only_an_addition()
    {
        var @new = new WidgetSpec();

        CheckReport report = WidgetSpec.Compare(@new with { RequiredParameters = ["size"] }, @new);

        Assert.Equal(["parameter-became-optional WidgetCreateParams.Size"], report.Changes.Select(WidgetSpec.Describe));
        Assert.Equal(CheckExitCode.Additions, report.ExitCode);
    }

    /// <summary>The schema of the parameter before and after, and the location of the change within the parameters.</summary>
    public static TheoryData<string?, string?, bool, string> Locations => new()
    {
        { Text, null, false, "/size" },
        { null, Text, true, "/size" },
        { Text, List, true, "/size" },
        { """{ "type": "string", "enum": ["a", "b"] }""", """{ "type": "string", "enum": ["a"] }""", false, "/size/enum/1" },
        { """{ "type": "string", "enum": ["a"] }""", """{ "type": "string", "enum": ["b", "a"] }""", true, "/size/enum/0" },
        { ListOf(Object("a", Text)), ListOf(Object("a", List)), true, "/size/items/properties/a" },
        { MapOf(Object("a", Text)), MapOf(Object("a", List)), true, "/size/additionalProperties/properties/a" },
        {
            $$"""{ "anyOf": [{{Object("a/~", Text)}}, {{Clear}}] }""",
            $$"""{ "anyOf": [{{Object("a/~", List)}}, {{Clear}}] }""",
            true, "/size/anyOf/0/properties/a~1~0"
        },
        {
            $$"""{ "anyOf": [{{Object("a", Text)}}, {{Object("b", Text)}}] }""",
            $$"""{ "anyOf": [{{Object("a", Text)}}, {{Object("b", List)}}] }""",
            true, "/size/anyOf/1/properties/b"
        },
    };

    [Theory]
    [MemberData(nameof(Locations))]
    public void The_pointer_is_the_location_in_the_document_that_has_it(string? old, string? @new, bool isNewer, string pointer) =>
        Assert.Equal(new ChangeLocation(isNewer, WidgetSpec.Parameters + pointer), Assert.Single(Compare(old, @new).Changes).Location);

    private static string Object(string property, string schema) =>
        $$"""{ "type": "object", "properties": { "{{property}}": {{schema}} } }""";

    private static string ListOf(string schema) => $$"""{ "type": "array", "items": {{schema}} }""";

    private static string MapOf(string schema) => $$"""{ "type": "object", "additionalProperties": {{schema}} }""";

    private static string MaxLength(int length) => $$"""{ "type": "string", "maxLength": {{length}} }""";

    private static string Minimum(int minimum) => $$"""{ "type": "integer", "minimum": {{minimum}} }""";

    private static string Pattern(string pattern) => $$"""{ "type": "string", "pattern": "{{pattern}}" }""";

    private static CheckReport Compare(string? old, string? @new) => WidgetSpec.Compare(WithSize(old), WithSize(@new));

    // The other parameter keeps the body if there is no size.
    private static WidgetSpec WithSize(string? schema) => new()
    {
        Body = $$"""{ "name": { "type": "string" }{{(schema is null ? "" : $", \"size\": {schema}")}} }""",
    };
}
