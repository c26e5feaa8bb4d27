using System.Text.Json.Nodes;
using Lattice.Generator.Tests.Support;
using Lattice.Tests;

namespace Lattice.Generator.Tests;

/// <summary>Whatever stands in a slice, the generator reports it and does not throw, and what it emits compiles.</summary>
public class RobustnessTests
{
    // All that ends a line in C#, also as an entity of HTML, and what XML has no character for; code if it leaves its comment.
    private const string LineEnds = """a\n}\r}\r\n}\u0085}\u2028}\u2029}&#10;}&#13;}&#133;}&#8232;}&#x2029;}\u0001\u000b\uffff&#1;*/ <!-- b""";

    private static readonly string[] s_replacements =
    [
        "null", "5", "true", "\"text\"", "\"\"", "\"-.-\"", $"\"{LineEnds}\"", "[]", "{}", "[{}]", """{ "": {} }""", """{ "$ref": "#/nowhere" }""",
    ];

    [Theory]
    [InlineData("two-resources.json")]
    [InlineData("Shapes/nested-objects/slice.json")]
    [InlineData("Shapes/path-parameters/slice.json")]
    [InlineData("Shapes/enums/slice.json")]
    public void Any_value_in_place_of_any_other_is_survived_and_the_rest_compiles(string file)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lattice.Generator.Tests", file));
        var mutatedSlice = new MutatedSlice(text);
        List<string> failures = [];
        foreach (string path in GetPaths(JsonNode.Parse(text)!))
        {
            foreach (string replacement in s_replacements)
            {
                JsonNode slice = JsonNode.Parse(text)!;
                Replace(slice, path, JsonNode.Parse(replacement));

                Exception? exception = Record.Exception(() => Assert.Empty(mutatedSlice.Compile(slice.ToJsonString())));

                if (exception is not null)
                {
                    failures.Add($"{path} = {replacement}: {exception.Message}");
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Theory]
    [InlineData("two-resources.json")]
    [InlineData("Shapes/path-parameters/slice.json")]
    [InlineData("Shapes/enums/slice.json")]
    [InlineData("Shapes/response-unions/slice.json")]
    [InlineData("Shapes/pages/slice.json")]
    public void No_name_leaves_the_comment_that_it_stands_in(string file)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lattice.Generator.Tests", file));
        var mutatedSlice = new MutatedSlice(text);
        List<string> failures = [];
        foreach (string path in GetPaths(JsonNode.Parse(text)!))
        {
            JsonNode slice = JsonNode.Parse(text)!;
            if (GetAll(slice).Single(node => node.GetPath() == path) is { Parent: JsonObject parent } node)
            {
                string name = node.GetPropertyName();
                parent.Remove(name);
                parent.Add(name + JsonNode.Parse($"\"{LineEnds}\""), node);

                failures.AddRange(mutatedSlice.Compile(slice.ToJsonString()).Select(failure => $"{path}: {failure}"));
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Theory]
    [InlineData("\\u2028")]
    [InlineData("\\u2029")]
    [InlineData("\\u0085")]
    [InlineData("\\r")]
    [InlineData("\\n")]
    [InlineData("&#10;")]
    [InlineData("&#8232;")]
    public void No_text_of_a_slice_becomes_code(string lineEnd)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lattice.Generator.Tests", "two-resources.json"));
        string evil = $"Harmless.{lineEnd}public static int Evil => 1; //";

        foreach (string slice in new[]
        {
            text.Replace("{ \"type\": \"integer\" },", $"{{ \"type\": \"integer\", \"description\": \"{evil}\" }},", StringComparison.Ordinal),
            text.Replace("\"enum\": [ \"a\" ]", $"\"enum\": [ \"{evil}\" ]", StringComparison.Ordinal),
            text.Replace("\"enum\": [ \"a\" ]", $"\"enum\": [ \"a\" ], \"x-enumDescriptions\": {{ \"a\": \"{evil}\" }}", StringComparison.Ordinal),
            text.Replace("\"count\"", $"\"{evil}\"", StringComparison.Ordinal),
            text.Replace("\"/v1/gadgets\"", $"\"/v1/{evil.Replace("//", "", StringComparison.Ordinal)}\"", StringComparison.Ordinal),
            text.Replace("Stripe API", evil, StringComparison.Ordinal),
            text.Replace("2026-09-30.endive", evil, StringComparison.Ordinal),
        })
        {
            Assert.NotEqual(text, slice);
            var harness = new GeneratorHarness(slice);

            Assert.Empty(harness.Compile());
            Assert.DoesNotContain(
                harness.Run().GeneratedSources.SelectMany(source => source.SyntaxTree.GetRoot().DescendantTokens()),
                token => token.ValueText == "Evil");
        }
    }

    [Theory]
    [InlineData("two-resources.json")]
    public void A_slice_cut_off_anywhere_is_survived(string file)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lattice.Generator.Tests", file));
        var harness = new GeneratorHarness(text);
        for (int length = 0; length < text.Length - 3; length += 7)
        {
            harness.EditSlice(text[..length]);
            Assert.Contains(harness.Run().Diagnostics, diagnostic => diagnostic.Id == "LAT0001");
        }
    }

    private static IEnumerable<string> GetPaths(JsonNode node) => node switch
    {
        JsonObject values => values.SelectMany(value => value.Value is null ? [] : GetPaths(value.Value).Prepend(value.Value.GetPath())),
        JsonArray items => items.SelectMany(item => item is null ? [] : GetPaths(item).Prepend(item.GetPath())),
        _ => [],
    };

    private static void Replace(JsonNode root, string path, JsonNode? replacement) =>
        GetAll(root).Single(node => node.GetPath() == path).ReplaceWith(replacement);

    private static IEnumerable<JsonNode> GetAll(JsonNode node) => node switch
    {
        JsonObject values => values.Where(value => value.Value is not null).SelectMany(value => GetAll(value.Value!).Prepend(value.Value!)),
        JsonArray items => items.Where(item => item is not null).SelectMany(item => GetAll(item!).Prepend(item!)),
        _ => [],
    };
}
