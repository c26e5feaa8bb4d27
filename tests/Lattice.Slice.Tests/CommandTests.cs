using System.Text.Json.Nodes;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests;

/// <summary>The commands, as somebody calls them.</summary>
public class CommandTests
{
    [Fact]
    public async Task Init_makes_a_slice_to_which_operations_can_be_added()
    {
        using var folder = new SliceFolder(slice: null);

        Response init = await folder.RunBareAsync("init");
        Response add = await folder.RunAsync("add", "widgets");

        Assert.Equal((0, 0), (init.Code, add.Code));
        Assert.Contains("https://raw.githubusercontent.com/stripe/openapi/master/openapi/spec3.json", folder.Configuration, StringComparison.Ordinal);
        Assert.Contains("\"operations\": [\n    \"POST /v1/widgets\"\n  ]", folder.Configuration, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.Folder, "slice.schema.json")));
    }

    [Fact]
    public async Task Init_leaves_a_slice_that_is_there_alone()
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync("init");

        Assert.Equal(3, response.Code);
        Assert.Contains("exists already", response.Error, StringComparison.Ordinal);
        Assert.Equal(SliceFolder.Empty, folder.Configuration);
    }

    [Theory]
    [InlineData("POST /v1/widgets")]
    [InlineData("post /v1/widgets")]
    [InlineData("/v1/widgets")]
    [InlineData("v1/widgets")]
    [InlineData("widgets")]
    [InlineData("Widget")]
    [InlineData("widget")]
    public async Task An_operation_is_added_by_any_of_its_names(string name)
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunAsync("add", name);

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains("\"POST /v1/widgets\"", folder.Configuration, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_says_what_came_which_types_will_appear_and_what_is_secret()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");

        Response response = await folder.RunAsync("add", "widgets");

        Assert.Contains("Added POST /v1/widgets to ", response.Output, StringComparison.Ordinal);
        Assert.Contains(": 1 schema more; 2 operations, 5 schemas, ", response.Output, StringComparison.Ordinal);
        string output = response.Output.ReplaceLineEndings("\n");
        Assert.Contains("  await Widget.CreateAsync(client, new WidgetCreateParams { … })\n", output, StringComparison.Ordinal);
        Assert.Contains(
            "4 types will appear:\n  ApiErrors\n  Widget\n  WidgetCreateParams\n  WidgetCreateSize\n", output, StringComparison.Ordinal);
        Assert.Contains("/components/schemas/widget/properties/secret", response.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("/components/schemas/part/properties/client_secret", response.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_says_that_the_version_moves()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");
        folder.Write("spec.json", SmallSpec.Json.Replace("2030-01-01.test", "2031-01-01.test", StringComparison.Ordinal));

        Response response = await folder.RunAsync("add", "widgets");

        Assert.Contains(
            "The API version of the slice was 2030-01-01.test: all its operations are 2031-01-01.test's now.",
            response.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_says_what_another_document_changes_for_what_was_there()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");
        Response same = await folder.RunAsync("add", "gadgets");
        await folder.RunAsync("remove", "gadgets");
        folder.Write("spec.json", SmallSpec.Json.Replace("\"size\", \"name\" ]", "\"size\", \"name\", \"title\" ]", StringComparison.Ordinal));

        Response response = await folder.RunAsync("add", "gadgets");

        Assert.DoesNotContain("another one", same.Output, StringComparison.Ordinal);
        Assert.Contains(
            "For what was in the slice, the document is another one: 1 breaking behaviour. Both are of version `2030-01-01.test`.",
            response.Output,
            StringComparison.Ordinal);
        Assert.Contains("run `lattice check`", response.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wigdets", "has no operation \"wigdets\". The nearest: \"POST /v1/widgets\"")]
    [InlineData("POST /v1/widget", "The nearest: \"POST /v1/widgets\"")]
    [InlineData("GET /v1/widgets", "\"GET /v1/widgets\" is not a POST")]
    [InlineData("/v1/widgets/{widget}", "is not a create (update: its path ends in {widget})")]
    [InlineData("spin", "is not a create (action: \"spin\" is not the collection of widget)")]
    public async Task What_cannot_be_added_is_an_error_and_changes_nothing(string name, string message)
    {
        using var folder = new SliceFolder();
        IReadOnlyList<(string, string)> before = folder.Snapshot();

        Response response = await folder.RunAsync("add", name);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public async Task What_is_there_cannot_be_added_again()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");

        Response response = await folder.RunAsync("add", "Widget");

        Assert.Equal(3, response.Code);
        Assert.Contains("POST /v1/widgets is in ", response.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_several_have_asks_which()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec =>
        {
            spec["paths"]!["/v1/shop/things"] = spec["paths"]!["/v1/gadgets"]!.DeepClone();
            spec["paths"]!["/v1/home/things"] = spec["paths"]!["/v1/gadgets"]!.DeepClone();
        }));

        Response response = await folder.RunAsync("add", "things");

        Assert.Equal(3, response.Code);
        Assert.Contains("may be one of several; say which:\n  POST /v1/home/things\n  POST /v1/shop/things", response.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_is_added_as_a_create_if_somebody_says_so_and_removed_again()
    {
        using var folder = new SliceFolder();

        Response added = await folder.RunAsync("add", "spin", "--as-create");
        string slice = folder.Slice;
        Response removed = await folder.RunAsync("remove", "spin");

        Assert.Equal((0, 0), (added.Code, removed.Code));
        JsonNode post = JsonNode.Parse(slice)!["paths"]!["/v1/widgets/{widget}/spin"]!["post"]!;
        Assert.Equal("create", (string?)post["x-lattice-operation"]);
        Assert.Equal(SliceFolder.Empty, folder.Configuration);
    }

    [Fact]
    public async Task What_answers_no_resource_is_no_create_whatever_its_path_says_and_cannot_be_added()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec =>
        {
            JsonNode item = spec["paths"]!["/v1/gadgets"]!.DeepClone();
            item["post"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"] =
                JsonNode.Parse("""{ "type": "object", "properties": { "id": { "type": "string" } } }""");
            spec["paths"]!["/v1/gadgets/create_preview"] = item;
        }));

        Response creates = await folder.RunAsync("list", "preview");
        Response all = await folder.RunAsync("list", "preview", "--all");
        Response added = await folder.RunAsync("add", "create_preview");
        Response forced = await folder.RunAsync("add", "create_preview", "--as-create");

        Assert.Contains("0 creates in ", creates.Output, StringComparison.Ordinal);
        Assert.Contains("its 200 response has no JSON object with a name", all.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(".Async", all.Output, StringComparison.Ordinal);
        Assert.Equal((3, 3), (added.Code, forced.Code));
        Assert.DoesNotContain("--as-create", added.Error, StringComparison.Ordinal);
        Assert.Contains("its 200 response has no JSON object with a name", forced.Error, StringComparison.Ordinal);
        Assert.Equal(SliceFolder.Empty, folder.Configuration);
    }

    [Fact]
    public async Task Remove_undoes_an_add_to_the_byte_and_needs_no_specification()
    {
        using var folder = new SliceFolder("{\n\t\"operations\" : [ ] ,\n  \"descriptions\":{\"/info\":\"Ours\"} }");
        await folder.RunAsync("add", "gadgets");
        (string Configuration, string Slice) before = (folder.Configuration, folder.Slice);
        await folder.RunAsync("add", "widgets");
        Assert.NotEqual(before, (folder.Configuration, folder.Slice));

        Response response = await folder.RunBareAsync("remove", "widgets");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Equal(before, (folder.Configuration, folder.Slice));
    }

    [Fact]
    public async Task Remove_takes_along_what_was_said_of_what_leaves()
    {
        using var folder = new SliceFolder("""
            {
              "operations": ["POST /v1/gadgets", "POST /v1/widgets"],
              "expand": ["/components/schemas/widget/properties/owner"],
              "sensitive": { "/components/schemas/widget/properties/url": true },
              "descriptions": {
                "/info": "Ours.",
                "/components/schemas/widget": { "": "A widget.", "/properties/id": "Its id." },
                "/components/schemas/part": "Shared."
              }
            }
            """);
        await folder.RunAsync("slice");

        Response response = await folder.RunBareAsync("remove", "widgets");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains("  descriptions: /components/schemas/widget/properties/id", response.Output, StringComparison.Ordinal);
        Assert.Equal(
            """
            {
              "operations": ["POST /v1/gadgets"],
              "expand": [],
              "sensitive": {},
              "descriptions": {
                "/info": "Ours.",
                "/components/schemas/part": "Shared."
              }
            }
            """, folder.Configuration);
    }

    [Fact]
    public async Task Remove_does_not_build_on_a_slice_that_is_not_up_to_date()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");
        folder.Write("stripe.json", folder.Slice.Replace("\"required\"", "\"x-mine\"", StringComparison.Ordinal));

        Response response = await folder.RunBareAsync("remove", "widgets");

        Assert.Equal(3, response.Code);
        Assert.Contains("is not what ", response.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slice_writes_the_slice_again_and_says_what_is_secret()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");
        string slice = folder.Slice;
        File.Delete(folder.SlicePath);

        Response response = await folder.RunAsync("slice");

        Assert.Equal((0, slice), (response.Code, folder.Slice));
        Assert.Contains(": 1 operation, 4 schemas, ", response.Output, StringComparison.Ordinal);
        Assert.Contains("/components/schemas/widget/properties/secret       it is a credential  rule secret", response.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slice_reads_the_source_that_slice_json_names()
    {
        using var folder = new SliceFolder("""{ "source": "spec.json", "operations": [ "POST /v1/gadgets" ] }""");

        Response response = await folder.RunBareAsync("slice");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains("/v1/gadgets", folder.Slice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_shows_the_creates_and_what_each_would_add()
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
        Assert.Equal("Operation Creates Parameters Schemas KB Note", Squeeze(lines[0]));
        Assert.EndsWith(" in the slice", gadgets, StringComparison.Ordinal);
        Assert.Equal($"POST /v1/widgets Widget.CreateAsync name, size, +2 optional 1 {added / 1000.0:0.0}", Squeeze(widgets));
        Assert.DoesNotContain("/spin", response.Output, StringComparison.Ordinal);
        Assert.Contains("4 creates in ", response.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_all_says_why_an_operation_is_no_create()
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunAsync("list", "--all", "widgets/");

        Assert.Contains("update: its path ends in {widget}", response.Output, StringComparison.Ordinal);
        Assert.Contains("action: \"spin\" is not the collection of widget", response.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("/v1/gadgets", response.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_shows_what_cannot_be_added_and_goes_on()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec => spec["components"]!["schemas"]!.AsObject().Remove("part")));

        Response response = await folder.RunAsync("list");

        Assert.Equal(0, response.Code);
        Assert.Contains("has no schema \"part\"", response.Output, StringComparison.Ordinal);
        Assert.Contains("POST /v2/core/events", response.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("bogus")]
    [InlineData("add")]
    public async Task A_wrong_command_line_ends_with_3_as_every_failure(string argument)
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync(argument);

        Assert.Equal(3, response.Code);
        Assert.NotEmpty(response.Error);
    }

    private static string Squeeze(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
