using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lattice.Generator.Tests.Support;
using Lattice.Stripe;
using Lattice.Tests;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests;

/// <summary>An empty list clears what is stored where Stripe allows it (<c>anyOf</c> with an empty text), and is not sent elsewhere.</summary>
public partial class EmptyListTests
{
    private const string Clear = """{ "type": "string", "enum": [""] }""";

    /// <summary>The elements of a list, the type of its property, and how it is written.</summary>
    public static TheoryData<string, string, string> Elements => new()
    {
        { """{ "type": "string" }""", "string", "form.Write(\"list\"u8, List" },
        { """{ "type": "string", "enum": ["a"] }""", "global::Lattice.Stripe.WidgetCreateList", "form.WriteEnums(\"list\"u8, List" },
        { """{ "type": "integer" }""", "long", "form.Write(\"list\"u8, List" },
        { """{ "type": "number" }""", "decimal", "form.Write(\"list\"u8, List" },
        {
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            "global::Lattice.Stripe.WidgetCreateList",
            "form.Write(\"list\"u8, List"
        },
        { $$"""{ "anyOf": [{ "type": "string" }, {{Clear}}] }""", "string", "form.Write(\"list\"u8, List" },
    };

    [Theory]
    [MemberData(nameof(Elements))]
    public void A_list_that_cannot_be_cleared_is_not_sent_if_it_is_empty(string element, string type, string statement)
    {
        string emitted = Emit($"\"list\": {List(element)}");

        Assert.Contains($"IReadOnlyList<{type}>? List {{ get; init; }}", emitted, StringComparison.Ordinal);
        Assert.Contains($"{statement});\n", emitted, StringComparison.Ordinal);
        Assert.DoesNotContain("An empty list clears", emitted, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Elements))]
    public void A_list_that_can_be_cleared_has_the_same_type_and_clears_if_it_is_empty(string element, string type, string statement)
    {
        foreach (string schema in new[] { $"{List(element)}, {Clear}", $"{Clear}, {List(element)}" })
        {
            string emitted = Emit($$"""
                "list": { "description": "All of them.", "anyOf": [ {{schema}} ] }
                """);

            Assert.Contains($"IReadOnlyList<{type}>? List {{ get; init; }}", emitted, StringComparison.Ordinal);
            Assert.Contains($"{statement}, clearsWhenEmpty: true);\n", emitted, StringComparison.Ordinal);
            Assert.Contains("/// <remarks>An empty list clears what is stored.</remarks>\n", emitted, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_required_list_that_can_be_cleared_says_both() => Assert.Contains(
        "/// <remarks>Stripe requires it. An empty list clears what is stored.</remarks>\n",
        Emit($$"""
            "list": { "anyOf": [ {{List("""{ "type": "string" }""")}}, {{Clear}} ] } }, "required": ["list"], "x-rest": {
            """),
        StringComparison.Ordinal);

    [Fact]
    public void Lists_within_objects_lists_and_maps_are_told_apart_as_well()
    {
        string lists = $$"""
            { "type": "object", "properties": {
              "kept": {{List("""{ "type": "string" }""")}},
              "cleared": { "anyOf": [ {{List("""{ "type": "string" }""")}}, {{Clear}} ] } } }
            """;

        foreach (string holder in new[]
        {
            lists,
            List(lists),
            $$"""{ "type": "object", "additionalProperties": {{lists}} }""",
            $$"""{ "anyOf": [ {{lists}}, {{Clear}} ] }""",
            $$"""{ "anyOf": [ {{lists}}, { "type": "string", "enum": ["all"] } ] }""",
        })
        {
            string emitted = Emit($"\"holder\": {holder}");

            Assert.Contains("form.Write(\"kept\"u8, Kept);\n", emitted, StringComparison.Ordinal);
            Assert.Contains("form.Write(\"cleared\"u8, Cleared, clearsWhenEmpty: true);\n", emitted, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_list_that_one_of_merged_objects_can_clear_can_be_cleared()
    {
        string plain = List("""{ "type": "string" }""");

        string emitted = Emit($$"""
            "holder": { "anyOf": [
              { "type": "object", "properties": { "list": {{plain}} } },
              { "type": "object", "properties": { "list": { "anyOf": [ {{plain}}, {{Clear}} ] } } } ] }
            """);

        Assert.Contains("form.Write(\"list\"u8, List, clearsWhenEmpty: true);\n", emitted, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_in_a_JSON_body_is_written_as_it_is()
    {
        string slice = WidgetSlice.Make($"\"list\": {List("""{ "type": "string" }""")}")
            .Replace("application/x-www-form-urlencoded", "application/json", StringComparison.Ordinal);

        Assert.Contains("json.Write(\"list\"u8, List);\n", Emit(new GeneratorHarness(slice)), StringComparison.Ordinal);
    }

    /// <summary>What a class would send of an empty list is told by its text form, which names it.</summary>
    [Specs.Fact]
    public void Of_the_lists_of_the_full_specification_35_clear_and_221_are_not_sent_if_they_are_empty()
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

    /// <summary>The names that the parameters send with one list that is empty.</summary>
    private static string SendEmpty(Type type, PropertyInfo list)
    {
        object parameters = Activator.CreateInstance(type)!;
        list.SetValue(parameters, Array.CreateInstance(list.PropertyType.GetGenericArguments()[0], 0));
        return parameters.ToString()![type.Name.Length..].Trim(' ', '{', '}');
    }

    private static IEnumerable<string> GetRoutes(GeneratorRunResult result) => result.GeneratedSources
        .SelectMany(source => Route().Matches(source.SourceText.ToString()))
        .Select(match => match.Groups[1].Value);

    /// <summary>How many lists the bodies have that can be cleared, and that cannot; one that several merged objects have is one.</summary>
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

            JsonArray choices = schema["anyOf"]?.AsArray() ?? [];
            bool hasEmpty = choices.Any(choice => choice!["enum"] is JsonArray { Count: 1 } values && (string?)values[0] == "");
            foreach (JsonNode? choice in choices)
            {
                Visit(choice!, name, hasEmpty);
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

    private static string Emit(string parameters) => Emit(new GeneratorHarness(WidgetSlice.Make(parameters)));

    private static string Emit(GeneratorHarness harness)
    {
        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile());
        return string.Concat(harness.Run().GeneratedSources.Select(source => source.SourceText.ToString()));
    }

    private static string List(string element) => $$"""{ "type": "array", "items": {{element}} }""";
}
