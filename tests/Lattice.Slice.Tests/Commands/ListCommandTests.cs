using System.Text.Json.Nodes;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary><c>lattice list</c>.</summary>
public class ListCommandTests
{
    [Fact]
    public async Task List_shows_the_creates_with_what_each_would_add()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");
        long before = new FileInfo(folder.SlicePath).Length;

        Response response = await folder.RunAsync("list");
        await folder.RunAsync("add", "widgets");
        long added = new FileInfo(folder.SlicePath).Length - before;

        string[] lines = response.Output.ReplaceLineEndings("\n").Split('\n');
        string gadgets = Assert.Single(lines, line => line.StartsWith("POST /v1/gadgets ", StringComparison.Ordinal));
        string widgets = Assert.Single(lines, line => line.StartsWith("POST /v1/widgets ", StringComparison.Ordinal));
        Assert.Equal("Operation Method Parameters Schemas KB Note", Squeeze(lines[0]));
        Assert.EndsWith(" in the slice", gadgets, StringComparison.Ordinal);
        Assert.Equal($"POST /v1/widgets Widget.CreateAsync name, size, +2 optional 1 {added / 1000.0:0.0}", Squeeze(widgets));
        Assert.DoesNotContain("/spin", response.Output, StringComparison.Ordinal);
        Assert.Contains("4 create operations in ", response.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_all_shows_every_operation_by_class_with_its_kind_and_method()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widget", "--list");

        Response response = await folder.RunAsync("list", "--all", "widgets");

        string[] lines = [.. response.Output.ReplaceLineEndings("\n").Split('\n').Select(Squeeze)];
        Assert.Equal("Operation Kind Method Parameters Schemas KB Note", lines[0]);
        Assert.StartsWith("POST /v1/widgets/{widget}/people create Person.CreateForWidgetViaPeopleAsync", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("GET /v1/widgets/{widget}/people list Person.ListForWidgetViaPeopleAsync", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("POST /v1/widgets create Widget.CreateAsync name, size, +2 optional", lines[3], StringComparison.Ordinal);
        Assert.Equal("GET /v1/widgets list Widget.ListAsync in the slice", lines[4]);
        Assert.StartsWith("POST /v1/widgets/{widget} update Widget.UpdateAsync", lines[5], StringComparison.Ordinal);
        Assert.StartsWith("POST /v1/widgets/{widget}/spin action Widget.SpinAsync", lines[6], StringComparison.Ordinal);
        Assert.StartsWith("2 create operations of 6 operations in ", lines[8], StringComparison.Ordinal);
        Assert.DoesNotContain("/v1/gadgets", response.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_all_shows_why_an_operation_cannot_be_generated()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec =>
        {
            JsonNode item = spec["paths"]!["/v1/gadgets"]!;
            item["get"] = JsonNode.Parse(
                """{ "responses": { "200": { "description": "", "content": { "application/pdf": { "schema": { "type": "string" } } } } } }""");
            item["put"] = item["post"]!.DeepClone();
        }));

        Response response = await folder.RunAsync("list", "--all", "gadgets");

        string[] lines = [.. response.Output.ReplaceLineEndings("\n").Split('\n').Select(Squeeze)];
        Assert.Contains("GET /v1/gadgets retrieve its 200 response is not a named JSON object", lines);
        Assert.Contains(lines, line => line.StartsWith("PUT /v1/gadgets ", StringComparison.Ordinal)
            && line.EndsWith(" a PUT is not supported", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_shows_the_parameters_of_a_query()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec => spec["paths"]!["/v1/widgets"]!["get"]!["parameters"] = JsonNode.Parse("""
            [
              { "name": "size", "in": "query", "required": true, "schema": { "type": "string" } },
              { "name": "limit", "in": "query", "schema": { "type": "integer" } }
            ]
            """)));

        Response response = await folder.RunAsync("list", "--all", "GET /v1/widgets");

        Assert.Contains("list Widget.ListAsync size, +1 optional ", Squeeze(response.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_shows_operations_that_cannot_be_added_and_continues()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec => spec["components"]!["schemas"]!.AsObject().Remove("part")));

        Response response = await folder.RunAsync("list");

        Assert.Equal(0, response.Code);
        Assert.Contains("has no schema \"part\"", response.Output, StringComparison.Ordinal);
        Assert.Contains("POST /v2/core/events", response.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST /v1/widgets ", "widgets", "post")]
    [InlineData("POST /v1/widgets ", "WIDG", "v1")]
    [InlineData("POST /v1/widgets ", "widgets postwidgets")]
    [InlineData("POST /v1/widgets ", "round", "POST")]
    [InlineData("POST /v2/core/events ", "event", "core")]
    [InlineData("POST /v2/core/events ", "v2.core.event")]
    [InlineData("POST /v2/core/events ", "V2.Core.Event")]
    public async Task List_finds_operations_with_all_of_the_words_in_any_order(string expected, params string[] words)
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec =>
            spec["paths"]!["/v1/widgets"]!["post"]!["summary"] = "Make something round"));

        Response response = await folder.RunAsync(["list", .. words]);
        Response reversed = await folder.RunAsync(["list", .. words.Reverse()]);

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains($"\n{expected}", response.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("/v1/gadgets", response.Output, StringComparison.Ordinal);
        Assert.Equal(response.Output, reversed.Output);
    }

    [Theory]
    [InlineData("API version 2030-01-01.test, matches \"gadgte\".", "gadgte")]
    [InlineData("Did you mean \"gadget\"", "gadgte")]
    [InlineData("Did you mean \"widget\"", "gadgets", "widgte", "--all")]
    [InlineData("Each of the words is in some operation, but none has all of them.", "gadgets", "events")]
    [InlineData("0 create operations in ", "spin")]
    [InlineData("match \"spin\". To list 1 operation of other kinds, run `lattice list spin --all`.", "spin")]
    [InlineData("matches \"wigdet secert\". Did you mean \"Widget.Secret\"", "wigdet", "secert", "--secrets")]
    public async Task List_says_that_nothing_was_found_and_exits_with_1(string message, params string[] args)
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");

        Response response = args.Contains("--secrets") ? await folder.RunBareAsync(["list", .. args]) : await folder.RunAsync(["list", .. args]);

        Assert.Equal((1, ""), (response.Code, response.Error));
        Assert.Contains(message, response.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("POST ", response.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_for_secrets_in_JSON_that_finds_nothing_is_an_empty_array()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");

        Response response = await folder.RunBareAsync("list", "--secrets", "nothing", "--format", "json");

        Assert.Equal((1, "[]\n"), (response.Code, response.Output));
        Assert.Contains("No secret of ", response.Error, StringComparison.Ordinal);
    }

    private static string Squeeze(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
