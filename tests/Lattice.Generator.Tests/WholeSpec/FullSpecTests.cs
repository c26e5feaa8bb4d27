using System.Text.Json.Nodes;
using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.WholeSpec;

/// <summary>The generator on Stripe's own specifications.</summary>
public class FullSpecTests
{
    [Specs.Fact]
    public void The_output_for_the_full_specification_compiles_without_a_warning() =>
        Assert.Empty(SpecOutput.Full.ErrorsAndWarnings);

    [Specs.Fact]
    public void The_posts_of_the_full_specification_are_83_creates_60_updates_and_79_actions()
    {
        GeneratorRunResult result = SpecOutput.Full.Result;

        string[] posts = [.. result.Diagnostics.Where(diagnostic => diagnostic.Id == "LAT0005")
            .Select(diagnostic => diagnostic.GetMessage()).Where(message => message.StartsWith("POST ", StringComparison.Ordinal))];
        Assert.Equal(60, posts.Count(message => message.Contains("an update", StringComparison.Ordinal)));
        Assert.Equal(79, posts.Count(message => message.Contains("an action", StringComparison.Ordinal)));
    }

    [Specs.Fact]
    public void The_output_for_the_current_API_version_compiles_without_a_warning() =>
        Assert.Empty(SpecOutput.Facts.ErrorsAndWarnings);

    [Specs.Fact]
    public void Create_operations_of_the_current_v2_have_their_error_codes()
    {
        GeneratorRunResult result = SpecOutput.Facts.Result;

        string accountLink = result.GetTypeText("Lattice.Stripe.V2.Core.AccountLink");
        Assert.Contains("            \"configs_must_match_to_use_account_links\",\n", accountLink, StringComparison.Ordinal);
        Assert.DoesNotContain(result.GetTypes().Keys, type => type.Contains("V2.Error", StringComparison.OrdinalIgnoreCase));
    }

    [Specs.Fact]
    public void The_slice_agrees_with_the_current_API_version()
    {
        JsonNode slice = JsonNode.Parse(File.ReadAllText(Repository.Slice))!;
        JsonNode facts = JsonNode.Parse(File.ReadAllText(Specs.Today))!;

        Assert.Equal((string?)facts["info"]!["version"], (string?)slice["info"]!["version"]);
        foreach (KeyValuePair<string, JsonNode?> path in slice["paths"]!.AsObject())
        {
            Assert.Equal(Facts(Body(facts, path.Key)), Facts(Body(slice, path.Key)));
        }

        Assert.Equal(Facts(Schema(facts, "account_link")), Facts(Schema(slice, "account_link")));
    }

    private static JsonNode? Body(JsonNode spec, string path) =>
        spec["paths"]![path]!["post"]!["requestBody"]?["content"]!.AsObject().Single().Value!["schema"];

    private static JsonNode Schema(JsonNode spec, string name) => spec["components"]!["schemas"]![name]!;

    /// <summary>The JSON in a fixed order, without texts and without keywords that only one of the two has.</summary>
    private static string Facts(JsonNode? node) => node switch
    {
        JsonObject values => "{" + string.Join(",", values
            .Where(value => value.Key is not ("title" or "x-expandableFields" or "deprecated" or "x-enumDescriptions")
                && !(value.Key == "description" && value.Value is JsonValue)
                && !value.Key.StartsWith("x-lattice-", StringComparison.Ordinal))
            .OrderBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => $"{value.Key}:{Facts(value.Value)}")) + "}",
        JsonArray items => "[" + string.Join(",", items.Select(Facts)) + "]",
        _ => node?.ToJsonString() ?? "null",
    };
}
