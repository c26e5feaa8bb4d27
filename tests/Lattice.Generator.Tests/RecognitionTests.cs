using Lattice.Generator.Tests.Support;

namespace Lattice.Generator.Tests;

/// <summary>
/// A response without Stripe's header is told by its own properties; what has none to be told by is marked, and only
/// where it can be the whole response.
/// </summary>
public class RecognitionTests
{
    private const string Mark = "        json.MarkUnrecognizable();\n";
    private const string Literal = """{ "type": "string", "enum": ["widget"] }""";
    private const string Text = """{ "type": "string" }""";
    private const string NullableText = """{ "type": "string", "nullable": true }""";

    private const string Components = """
        "part": { "type": "object", "properties": { "size": { "type": "integer" } } },
        "one": { "type": "object", "properties": { "object": { "type": "string", "enum": ["one"] } } },
        "two": { "type": "object", "properties": { "object": { "type": "string", "enum": ["two"] } } }
        """;

    /// <summary>The properties of the resource, which of them are required, and whether it has nothing to be told by.</summary>
    public static TheoryData<string, string, bool> Resources => new()
    {
        { "", "", true },
        { $"\"object\": {Literal}", "\"object\"", false },
        { $"\"object\": {Literal}, \"id\": {Text}", "\"object\", \"id\"", false },
        { $"\"object\": {Literal}, \"id\": {Text}", "", true },
        { $"\"object\": {Literal}, \"id\": {Text}", "\"id\"", true },
        { """ "object": { "type": "string", "enum": ["widget"], "nullable": true } """, "\"object\"", true },
        { $"\"id\": {Text}", "\"id\"", false },
        { $"\"id\": {Text}", "", true },
        { $"\"id\": {NullableText}", "\"id\"", true },
        { $"\"object\": {Text}, \"id\": {Text}", "\"id\"", false },
        { $"\"object\": {Text}", "\"object\"", false },
        { $"\"kind\": {Literal}", "", true },
        { """ "owner": { "anyOf": [{ "type": "string" }, { "$ref": "#/components/schemas/part" }] } """, "\"owner\"", false },
    };

    [Theory]
    [MemberData(nameof(Resources))]
    public void A_resource_is_marked_that_has_neither_an_object_nor_required_properties(string properties, string required, bool isMarked)
    {
        string widget = Emit(MakeSlice(properties, required), "Widget");

        Assert.Equal(isMarked, widget.Contains(Mark + "        return new Widget(fields)", StringComparison.Ordinal));
        Assert.Equal(isMarked, widget.Contains("MarkUnrecognizable", StringComparison.Ordinal));
    }

    [Fact]
    public void The_one_value_of_an_object_is_expected_when_it_is_read()
    {
        string widget = Emit(MakeSlice($"\"object\": {Literal}, \"id\": {Text}", "\"object\""), "Widget");

        Assert.Contains("@object = json.ReadConst(ref fields, \"widget\");", widget, StringComparison.Ordinal);
        Assert.Contains("id = json.ReadString(ref fields);", widget, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_with_quotes_stays_a_text()
    {
        string widget = Emit(MakeSlice(""" "object": { "type": "string", "enum": ["a\"; //"] } """, ""), "Widget");

        Assert.Contains("""json.ReadConst(ref fields, "a\"; //");""", widget, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_resource_is_not_marked() => Assert.DoesNotContain(
        "MarkUnrecognizable",
        Emit(MakeSlice("""
            "part": { "$ref": "#/components/schemas/part" }, "box": { "type": "object", "properties": { "size": { "type": "integer" } } },
            "either": { "anyOf": [{ "$ref": "#/components/schemas/one" }, { "$ref": "#/components/schemas/two" }] }
            """, "\"box\"")),
        StringComparison.Ordinal);

    [Fact]
    public void A_resource_of_one_of_several_types_is_marked_where_its_type_is_unknown()
    {
        string slice = WidgetSlice.MakeWith(
            """{ "type": "object", "properties": {} }""",
            """{ "x-resourceId": "widget", "anyOf": [{ "$ref": "#/components/schemas/one" }, { "$ref": "#/components/schemas/two" }] }""",
            Components);

        string widget = Emit(slice, "Widget");

        Assert.Contains(Mark + "        return new Widget(fields);", widget, StringComparison.Ordinal);
        Assert.DoesNotContain("MarkUnrecognizable", Emit(slice, "One"), StringComparison.Ordinal);
        Assert.Contains("json.ReadConst(ref fields, \"one\")", Emit(slice, "One"), StringComparison.Ordinal);
    }

    private static string MakeSlice(string properties, string required) => WidgetSlice.MakeWith(
        """{ "type": "object", "properties": {} }""",
        $$"""{ "type": "object", "x-resourceId": "widget", "properties": { {{properties}} }, "required": [ {{required}} ] }""",
        Components);

    /// <param name="type">The class; <see langword="null"/> for all of them.</param>
    private static string Emit(string slice, string? type = null)
    {
        var harness = new GeneratorHarness(slice);
        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile());
        return string.Concat(harness.Run().GeneratedSources
            .Where(source => type is null || source.HintName == $"Lattice.Stripe.{type}.g.cs")
            .Select(source => source.SourceText.ToString()));
    }
}
