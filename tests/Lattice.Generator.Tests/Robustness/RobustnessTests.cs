using System.Text.Json.Nodes;
using Lattice.Generator.Tests.Support;

namespace Lattice.Generator.Tests.Robustness;

/// <summary>Whatever a slice contains, the generator does not throw, and the emitted code compiles.</summary>
public class RobustnessTests
{
    // All line breaks of C#, also as entities of HTML, and characters that XML does not allow. The text is an error outside of a comment.
    private const string LineBreaks = """a\n}\r}\r\n}\u0085}\u2028}\u2029}&#10;}&#13;}&#133;}&#8232;}&#x2029;}\u0001\u000b\uffff&#1;*/ <!-- b""";

    private static readonly string[] s_replacements =
    [
        "null", "5", "true", "\"text\"", "\"\"", "\"-.-\"", $"\"{LineBreaks}\"", "[]", "{}", "[{}]",
        """{ "": {} }""", """{ "$ref": "#/nowhere" }""",
    ];

    [Theory]
    [InlineData("two-resources.json")]
    [InlineData("Shapes/nested-objects/slice.json")]
    [InlineData("Shapes/path-parameters/slice.json")]
    [InlineData("Shapes/enums/slice.json")]
    public void The_output_compiles_if_any_value_is_replaced(string file)
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
    public void No_name_ends_the_comment_that_contains_it(string file)
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
                parent.Add(name + JsonNode.Parse($"\"{LineBreaks}\""), node);

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
    public void No_text_of_a_slice_becomes_code(string lineBreak)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lattice.Generator.Tests", "two-resources.json"));
        string evil = $"Harmless.{lineBreak}public static int Evil => 1; //";

        foreach ((string original, string replacement) in new[]
        {
            ("{ \"type\": \"integer\" },", $"{{ \"type\": \"integer\", \"description\": \"{evil}\" }},"),
            ("\"enum\": [ \"a\" ]", $"\"enum\": [ \"{evil}\" ]"),
            ("\"enum\": [ \"a\" ]", $"\"enum\": [ \"a\" ], \"x-enumDescriptions\": {{ \"a\": \"{evil}\" }}"),
            ("\"count\"", $"\"{evil}\""),
            ("\"/v1/gadgets\"", $"\"/v1/{evil.Replace("//", "", StringComparison.Ordinal)}\""),
            ("Stripe API", evil),
            ("2026-09-30.endive", evil),
        })
        {
            Assert.Contains(original, text, StringComparison.Ordinal);
            var harness = new GeneratorHarness(text.Replace(original, replacement, StringComparison.Ordinal));

            IReadOnlyList<string> failures = harness.Compile();

            bool hasEvil = harness.Run().GeneratedSources
                .SelectMany(source => source.SyntaxTree.GetRoot().DescendantTokens()).Any(token => token.ValueText == "Evil");
            Assert.True(failures.Count == 0, $"{replacement}: {string.Join('\n', failures)}");
            Assert.False(hasEvil, replacement);
        }
    }

    [Theory]
    [InlineData("two-resources.json")]
    public void A_truncated_slice_is_reported(string file)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lattice.Generator.Tests", file));
        var harness = new GeneratorHarness(text);
        for (int length = 0; length < text.Length - 3; length += 7)
        {
            harness.EditSlice(text[..length]);
            bool isReported = harness.Run().Diagnostics.Any(diagnostic => diagnostic.Id == "LAT0001");
            Assert.True(isReported, $"The first {length} characters.");
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
