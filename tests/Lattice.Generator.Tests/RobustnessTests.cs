using System.Text.Json.Nodes;
using Lattice.Generator.Tests.Support;
using Lattice.Tests;

namespace Lattice.Generator.Tests;

/// <summary>Whatever stands in a slice, the generator reports it and does not throw, and what it emits compiles.</summary>
public class RobustnessTests
{
    private static readonly string[] s_replacements = ["null", "5", "true", "\"text\"", "\"\"", "\"-.-\"", "[]", "{}", "[{}]", """{ "": {} }""", """{ "$ref": "#/nowhere" }"""];

    [Theory]
    [InlineData("two-resources.json")]
    [InlineData("Shapes/nested-objects/slice.json")]
    [InlineData("Shapes/path-parameters/slice.json")]
    [InlineData("Shapes/enums/slice.json")]
    public void Any_value_in_place_of_any_other_is_survived_and_the_rest_compiles(string file)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lattice.Generator.Tests", file));
        List<string> failures = [];
        foreach (string path in GetPaths(JsonNode.Parse(text)!))
        {
            foreach (string replacement in s_replacements)
            {
                JsonNode slice = JsonNode.Parse(text)!;
                Replace(slice, path, JsonNode.Parse(replacement));
                var harness = new GeneratorHarness(slice.ToJsonString());

                Exception? exception = Record.Exception(() => Assert.Empty(harness.Compile()));

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
    public void A_slice_cut_off_anywhere_is_survived(string file)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lattice.Generator.Tests", file));
        for (int length = 0; length < text.Length - 3; length += 7)
        {
            Assert.Contains(new GeneratorHarness(text[..length]).Run().Diagnostics, diagnostic => diagnostic.Id == "LAT0001");
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
