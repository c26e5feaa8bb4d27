using System.Text.Json.Nodes;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary><c>lattice add</c>.</summary>
public class AddCommandTests
{
    [Theory]
    [InlineData("POST /v1/widgets")]
    [InlineData("post /v1/widgets")]
    [InlineData("/v1/widgets")]
    [InlineData("v1/widgets")]
    [InlineData("widgets")]
    [InlineData("Widget")]
    [InlineData("widget")]
    public async Task Add_accepts_each_name_of_an_operation(string name)
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunAsync("add", name);

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains("\"POST /v1/widgets\"", folder.Configuration, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_reports_new_schemas_types_and_secrets()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");

        Response response = await folder.RunAsync("add", "widgets");

        Assert.Contains("Added POST /v1/widgets to ", response.Output, StringComparison.Ordinal);
        Assert.Contains(": 1 new schema; 2 operations, 5 schemas, ", response.Output, StringComparison.Ordinal);
        string output = response.Output.ReplaceLineEndings("\n");
        Assert.Contains(
            """

              // In a project with a slice of its own, the types are in its LatticeNamespace, not in Lattice.Stripe.
              using Lattice.Stripe;

              await Widget.CreateAsync(client, new WidgetCreateParams { Name = "…", Size = WidgetCreateSize.Small });

            """.ReplaceLineEndings("\n"),
            output,
            StringComparison.Ordinal);
        Assert.Contains(
            "4 types will be generated:\n  ApiErrors\n  Widget\n  WidgetCreateParams\n  WidgetCreateSize\n",
            output,
            StringComparison.Ordinal);
        Assert.Contains("requires WidgetCreateParams.Name, WidgetCreateParams.Size", output, StringComparison.Ordinal);
        Assert.Contains("knows the values of WidgetCreateSize", output, StringComparison.Ordinal);
        Assert.Contains("LAT1004, LAT1005", output, StringComparison.Ordinal);
        Assert.Contains("/components/schemas/widget/properties/secret", response.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("/components/schemas/part/properties/client_secret", response.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_reports_a_change_of_the_version()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");
        folder.Write("spec.json", SmallSpec.Json.Replace("2030-01-01.test", "2031-01-01.test", StringComparison.Ordinal));

        Response response = await folder.RunAsync("add", "widgets");

        Assert.Contains(
            "The API version of the slice changes from 2030-01-01.test to 2031-01-01.test, for all of its operations.",
            response.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_rejects_another_version_that_breaks_what_the_slice_has()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");
        IReadOnlyList<(string Name, string Text)> before = [.. folder.Snapshot().Where(file => file.Name != "spec.json")];
        folder.Write("spec.json", SmallSpec.Edit(spec =>
        {
            spec["info"]!["version"] = "2031-01-01.test";
            spec["components"]!["schemas"]!["widget"]!["properties"]!.AsObject().Remove("secret");
        }));

        Response response = await folder.RunAsync("add", "gadgets");

        Assert.Equal(ExitCodes.Failed, response.Code);
        Assert.Contains("From version `2030-01-01.test` to `2031-01-01.test`.", response.Error, StringComparison.Ordinal);
        Assert.Contains("run `lattice check` with the same --spec; to accept them, `lattice slice`", response.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot().Where(file => file.Name != "spec.json"));
    }

    [Fact]
    public async Task Add_reports_changes_to_the_other_operations()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");
        Response same = await folder.RunAsync("add", "gadgets");
        await folder.RunAsync("remove", "gadgets");
        folder.Write(
            "spec.json", SmallSpec.Json.Replace("\"size\", \"name\" ]", "\"size\", \"name\", \"title\" ]", StringComparison.Ordinal));

        Response response = await folder.RunAsync("add", "gadgets");

        Assert.DoesNotContain("also changes", same.Output, StringComparison.Ordinal);
        Assert.Contains(
            "The document also changes what was in the slice before: 1 behavior-breaking change. Both have version `2030-01-01.test`.",
            response.Output,
            StringComparison.Ordinal);
        Assert.Contains("run `lattice check`", response.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wigdets", "has no operation \"wigdets\". Did you mean \"POST /v1/widgets\"")]
    [InlineData("POST /v1/widget", "Did you mean \"POST /v1/widgets\"")]
    [InlineData("PUT /v1/widgets", "has no operation \"PUT /v1/widgets\".")]
    [InlineData(
        "/v1/widgets/{widget}",
        "has no create operation. Specify the method and the path of one of these, or --update:\n"
        + "  POST /v1/widgets/{widget} (update, Widget.UpdateAsync)")]
    [InlineData(
        "spin",
        "has no create operation. Specify the method and the path of one of these, or --actions:\n"
        + "  POST /v1/widgets/{widget}/spin (action, Widget.SpinAsync)")]
    public async Task An_operation_that_cannot_be_added_is_an_error_and_changes_nothing(string name, string message)
    {
        using var folder = new SliceFolder();
        IReadOnlyList<(string, string)> before = folder.Snapshot();

        Response response = await folder.RunAsync("add", name);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public async Task An_operation_cannot_be_added_twice()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");

        Response response = await folder.RunAsync("add", "Widget");

        Assert.Equal(3, response.Code);
        Assert.Contains("POST /v1/widgets is already in ", response.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ambiguous_name_is_an_error_that_lists_the_operations()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec =>
        {
            spec["paths"]!["/v1/shop/things"] = spec["paths"]!["/v1/gadgets"]!.DeepClone();
            spec["paths"]!["/v1/home/things"] = spec["paths"]!["/v1/gadgets"]!.DeepClone();
        }));

        Response response = await folder.RunAsync("add", "things", "--actions");

        Assert.Equal(3, response.Code);
        Assert.Contains(
            "matches several operations. Specify one of:\n  POST /v1/home/things (action, Gadget.ThingsAsync)\n  POST /v1/shop/things ",
            response.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_can_be_added_as_a_create_and_removed()
    {
        using var folder = new SliceFolder();

        Response added = await folder.RunAsync("add", "POST /v1/widgets/{widget}/spin", "--as", "create");
        (string configuration, string slice) = (folder.Configuration, folder.Slice);
        Response removed = await folder.RunAsync("remove", "spin");

        Assert.Equal((0, 0), (added.Code, removed.Code));
        JsonNode post = JsonNode.Parse(slice)!["paths"]!["/v1/widgets/{widget}/spin"]!["post"]!;
        Assert.Equal("create", (string?)post["x-lattice-operation"]);
        Assert.Contains(
            """{ "operation": "POST /v1/widgets/{widget}/spin", "as": "create" }""", configuration, StringComparison.Ordinal);
        Assert.Contains("  await Widget.CreateForWidgetViaSpinAsync(client, \"…\");", added.Output, StringComparison.Ordinal);
        Assert.Equal(SliceFolder.Empty, folder.Configuration);
    }

    [Fact]
    public async Task An_operation_that_returns_no_resource_cannot_be_added()
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
        Response chosen = await folder.RunAsync("add", "POST /v1/gadgets/create_preview", "--as", "action");

        Assert.Contains("0 create operations in ", creates.Output, StringComparison.Ordinal);
        Assert.Contains("its 200 response is not a named JSON object", all.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(".Async", all.Output, StringComparison.Ordinal);
        Assert.Equal((3, 3), (added.Code, chosen.Code));
        Assert.Contains("its 200 response is not a named JSON object", added.Error, StringComparison.Ordinal);
        Assert.Equal(added.Error, chosen.Error);
        Assert.Equal(SliceFolder.Empty, folder.Configuration);
    }
}
