using Lattice.Generator.Tests.Support;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>
/// The properties of a response identify it if Stripe's header is missing. The reader of a resource without such properties marks the
/// response as unrecognizable, but not the reader of a part.
/// </summary>
public class RecognitionTests
{
    private const string Mark = "        json.MarkUnrecognizable();\n\n";
    private const string Literal = """{ "type": "string", "enum": ["widget"] }""";
    private const string Text = """{ "type": "string" }""";
    private const string NullableText = """{ "type": "string", "nullable": true }""";

    private const string Components = """
        "part": { "type": "object", "properties": { "size": { "type": "integer" } } },
        "one": { "type": "object", "properties": { "object": { "type": "string", "enum": ["one"] } } },
        "two": { "type": "object", "properties": { "object": { "type": "string", "enum": ["two"] } } }
        """;

    /// <summary>The properties of the resource, its required properties, and whether it is unrecognizable.</summary>
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
    public void A_resource_without_object_and_required_properties_is_unrecognizable(string properties, string required, bool isMarked)
    {
        string widget = Emit(MakeSlice(properties, required), "Widget");

        Assert.Equal(isMarked, widget.Contains(Mark + "        return new Widget(ref json)", StringComparison.Ordinal));
        Assert.Equal(isMarked, widget.Contains("MarkUnrecognizable", StringComparison.Ordinal));
    }

    [Fact]
    public void The_reader_expects_the_only_value_of_object()
    {
        string widget = Emit(MakeSlice($"\"object\": {Literal}, \"id\": {Text}", "\"object\""), "Widget");

        Assert.Contains("@object = json.ReadConst(\"widget\");", widget, StringComparison.Ordinal);
        Assert.Contains("id = json.ReadString();", widget, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_with_quotes_is_escaped()
    {
        string widget = Emit(MakeSlice(""" "object": { "type": "string", "enum": ["a\"; //"] } """, ""), "Widget");

        Assert.Contains("""json.ReadConst("a\"; //");""", widget, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_resource_is_never_unrecognizable() => Assert.DoesNotContain(
        "MarkUnrecognizable",
        Emit(MakeSlice("""
            "part": { "$ref": "#/components/schemas/part" }, "box": { "type": "object", "properties": { "size": { "type": "integer" } } },
            "either": { "anyOf": [{ "$ref": "#/components/schemas/one" }, { "$ref": "#/components/schemas/two" }] }
            """, "\"box\"")),
        StringComparison.Ordinal);

    [Fact]
    public void A_resource_of_several_types_is_unrecognizable_if_its_type_is_unknown()
    {
        string slice = WidgetSlice.MakeWith(
            """{ "type": "object", "properties": {} }""",
            """{ "x-resourceId": "widget", "anyOf": [{ "$ref": "#/components/schemas/one" }, { "$ref": "#/components/schemas/two" }] }""",
            Components);

        string widget = Emit(slice, "Widget");

        Assert.Contains(Mark + "        return new Widget(ref json);", widget, StringComparison.Ordinal);
        Assert.DoesNotContain("MarkUnrecognizable", Emit(slice, "One"), StringComparison.Ordinal);
        Assert.Contains("json.ReadConst(\"one\")", Emit(slice, "One"), StringComparison.Ordinal);
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
        return type is null ? harness.Run().GetText() : harness.Run().GetTypeText($"Lattice.Stripe.{type}");
    }
}
