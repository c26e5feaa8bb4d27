using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lattice.Generator.Tests.Support;
using Lattice.Stripe;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>An empty list clears the stored value if Stripe allows it (<c>anyOf</c> with an empty string), and else is not sent.</summary>
public partial class EmptyListTests
{
    private const string Clear = """{ "type": "string", "enum": [""] }""";

    /// <summary>The elements of a list, the type of its property, and the statement that writes it.</summary>
    public static TheoryData<string, string, string> Elements => new()
    {
        { """{ "type": "string" }""", "string", "form.WriteStrings(\"list\"u8, List" },
        { """{ "type": "string", "enum": ["a"] }""", "StripeEnum<WidgetCreateList>", "form.WriteEnums(\"list\"u8, List" },
        { """{ "type": "integer" }""", "long", "form.WriteInt64s(\"list\"u8, List" },
        { """{ "type": "number" }""", "decimal", "form.WriteDecimals(\"list\"u8, List" },
        {
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            "WidgetCreateList",
            "form.WriteObjects(\"list\"u8, List"
        },
        { $$"""{ "anyOf": [{ "type": "string" }, {{Clear}}] }""", "string", "form.WriteStrings(\"list\"u8, List" },
    };

    [Theory]
    [MemberData(nameof(Elements))]
    public void An_empty_list_that_cannot_be_cleared_is_not_sent(string element, string type, string statement)
    {
        string emitted = Emit($"\"list\": {List(element)}");

        Assert.Contains($"IReadOnlyList<{type}>? List {{ get; set; }}", emitted, StringComparison.Ordinal);
        Assert.Contains($"{statement});\n", emitted, StringComparison.Ordinal);
        Assert.DoesNotContain("An empty list clears", emitted, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Elements))]
    public void An_empty_list_that_can_be_cleared_has_the_same_type_and_clears_the_stored_value(
        string element, string type, string statement) =>
        AssertClears($"{List(element)}, {Clear}", type, statement);

    [Theory]
    [MemberData(nameof(Elements))]
    public void The_order_of_the_list_and_the_empty_string_does_not_matter(string element, string type, string statement) =>
        AssertClears($"{Clear}, {List(element)}", type, statement);

    [Fact]
    public void The_remarks_of_a_required_list_that_can_be_cleared_state_both() => Assert.Contains(
        "/// <remarks>Required by Stripe. An empty list clears the stored value.</remarks>\n",
        Emit($$"""
            "list": { "anyOf": [ {{List("""{ "type": "string" }""")}}, {{Clear}} ] } }, "required": ["list"], "x-rest": {
            """),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("an object", "{0}")]
    [InlineData("a list", """{ "type": "array", "items": {0} }""")]
    [InlineData("a map", """{ "type": "object", "additionalProperties": {0} }""")]
    [InlineData("an object that can be cleared", $$"""{ "anyOf": [ {0}, {{Clear}} ] }""")]
    [InlineData("a union", """{ "anyOf": [ {0}, { "type": "string", "enum": ["all"] } ] }""")]
    public void Lists_within_objects_lists_and_maps_are_distinguished_too(string what, string holder)
    {
        string lists = $$"""
            { "type": "object", "properties": {
              "kept": {{List("""{ "type": "string" }""")}},
              "cleared": { "anyOf": [ {{List("""{ "type": "string" }""")}}, {{Clear}} ] } } }
            """;

        string emitted = Emit($"\"holder\": {holder.Replace("{0}", lists, StringComparison.Ordinal)}");

        Assert.True(emitted.Contains("form.WriteStrings(\"kept\"u8, Kept);\n", StringComparison.Ordinal), what);
        Assert.True(emitted.Contains("form.WriteStrings(\"cleared\"u8, Cleared, clearsWhenEmpty: true);\n", StringComparison.Ordinal), what);
    }

    [Fact]
    public void A_list_can_be_cleared_if_one_of_the_merged_objects_can_clear_it()
    {
        string plain = List("""{ "type": "string" }""");

        string emitted = Emit($$"""
            "holder": { "anyOf": [
              { "type": "object", "properties": { "list": {{plain}} } },
              { "type": "object", "properties": { "list": { "anyOf": [ {{plain}}, {{Clear}} ] } } } ] }
            """);

        Assert.Contains("form.WriteStrings(\"list\"u8, List, clearsWhenEmpty: true);\n", emitted, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_in_a_JSON_body_is_written_even_if_it_is_empty()
    {
        string slice = WidgetSlice.Make($"\"list\": {List("""{ "type": "string" }""")}")
            .Replace("application/x-www-form-urlencoded", "application/json", StringComparison.Ordinal);

        Assert.Contains("json.WriteStrings(\"list\"u8, List);\n", Emit(new GeneratorHarness(slice)), StringComparison.Ordinal);
    }

    /// <summary>The text form of a parameters class lists the names that it sends.</summary>
    [Specs.Fact]
    public void The_full_specification_has_35_lists_that_can_be_cleared_and_221_others()
    {
        List<(PropertyInfo Property, string Sent)> lists =
        [
            .. from type in SpecOutput.Full.Assembly.GetTypes()
               where typeof(StripeParams).IsAssignableFrom(type)
               from property in type.GetProperties()
               where IsList(property)
               select (property, SendEmpty(type, property)),
        ];

        Assert.Equal((35, 221), CountLists(File.ReadAllText(Specs.Full), GetRoutes(SpecOutput.Full.Result)));
        Assert.Equal(35, lists.Count(list => list.Sent.Length > 0));
        Assert.Equal(221, lists.Count(list => list.Sent.Length == 0));
    }

    private static bool IsList(PropertyInfo property) =>
        property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    /// <summary>The names that parameters with one empty list send.</summary>
    private static string SendEmpty(Type type, PropertyInfo list)
    {
        object parameters = Activator.CreateInstance(type)!;
        list.SetValue(parameters, Array.CreateInstance(list.PropertyType.GetGenericArguments()[0], 0));
        return parameters.ToString()![type.Name.Length..].Trim(' ', '{', '}');
    }

    private static IEnumerable<string> GetRoutes(GeneratorRunResult result) => result.GeneratedSources
        .SelectMany(source => Route().Matches(source.SourceText.ToString()))
        .Select(match => match.Groups[1].Value);

    /// <summary>The number of lists that can be cleared, and of others. A list in several merged objects counts once.</summary>
    private static (int Clearable, int Others) CountLists(string spec, IEnumerable<string> routes)
    {
        HashSet<string> all = [];
        HashSet<string> clearable = [];
        JsonNode paths = JsonNode.Parse(spec)!["paths"]!;
        foreach (string route in routes)
        {
            Visit(paths[route]!["post"]!["requestBody"]!["content"]!.AsObject().Single().Value!["schema"]!, route, canClear: false);
        }

        return (clearable.Count, all.Count - clearable.Count);

        void Visit(JsonNode schema, string name, bool canClear)
        {
            if ((string?)schema["type"] == "array")
            {
                all.Add(name);
                _ = canClear && clearable.Add(name);
                Visit(schema["items"]!, name + "[]", canClear: false);
            }

            JsonArray subschemas = schema["anyOf"]?.AsArray() ?? [];
            bool hasEmpty = subschemas.Any(subschema => subschema!["enum"] is JsonArray { Count: 1 } values && (string?)values[0] == "");
            foreach (JsonNode? subschema in subschemas)
            {
                Visit(subschema!, name, hasEmpty);
            }

            foreach ((string key, JsonNode? property) in schema["properties"]?.AsObject() ?? [])
            {
                Visit(property!, $"{name}.{key}", canClear: false);
            }

            if (schema["additionalProperties"] is JsonObject values)
            {
                Visit(values, name + "{}", canClear: false);
            }
        }
    }

    [GeneratedRegex("^ +\"(/v[12]/[^\"]+)\",$", RegexOptions.Multiline)]
    private static partial Regex Route();

    private static void AssertClears(string subschemas, string type, string statement)
    {
        string emitted = Emit($$"""
            "list": { "description": "All of them.", "anyOf": [ {{subschemas}} ] }
            """);

        Assert.Contains($"IReadOnlyList<{type}>? List {{ get; set; }}", emitted, StringComparison.Ordinal);
        Assert.Contains($"{statement}, clearsWhenEmpty: true);\n", emitted, StringComparison.Ordinal);
        Assert.Contains("/// <remarks>An empty list clears the stored value.</remarks>\n", emitted, StringComparison.Ordinal);
    }

    private static string Emit(string parameters) => Emit(new GeneratorHarness(WidgetSlice.Make(parameters)));

    private static string Emit(GeneratorHarness harness)
    {
        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile());
        return harness.Run().GetText();
    }

    private static string List(string element) => $$"""{ "type": "array", "items": {{element}} }""";
}
