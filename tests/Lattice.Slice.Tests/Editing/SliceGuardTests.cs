using System.Text.Json.Nodes;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Editing;

/// <summary>A change after which something would not be generated is rejected with the reason, and no file changes.</summary>
public class SliceGuardTests
{
    public static TheoryData<string, string, string> Faults { get; } = new()
    {
        { "LAT0004", "/v1/gadgets", """{ "content": { "text/plain": { "schema": { "type": "string" } } } }""" },
        {
            "LAT0004",
            "/v1/gadgets",
            """{ "content": { "application/x-www-form-urlencoded": { "schema": { "type": "array", "items": { "type": "string" } } } } }"""
        },
        {
            "LAT0004",
            "/v1/gadgets",
            """{ "content": { "application/x-www-form-urlencoded": { "schema": { "oneOf": [ { "type": "object" }, { "type": "object" } ] } } } }"""
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_operation_that_is_not_generated_cannot_be_added(string id, string path, string body)
    {
        using var folder = new SliceFolder(spec: WithBody(path, body));
        await folder.RunAsync("add", "widgets");

        await AssertRejected(folder, $"POST {path} is not generated from the slice of ", $"\n  {id} at /paths/", "add", path);
    }

    [Fact]
    public async Task An_operation_whose_class_name_is_in_use_cannot_be_added()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec =>
            spec["components"]!["schemas"]!["gadget"]!["x-resourceId"] = "widget"));
        await folder.RunAsync("add", "widgets");

        await AssertRejected(folder, "No file has changed. The reasons:", "LAT0006", "add", "POST /v1/gadgets");
    }

    [Theory]
    [InlineData("add", "POST /v2/core/events")]
    [InlineData("slice")]
    [InlineData("remove", "widgets")]
    public async Task A_document_that_no_longer_generates_an_operation_is_rejected(params string[] command)
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");
        await folder.RunAsync("add", "widgets");
        folder.Write("spec.json", WithBody("/v1/gadgets", """{ "content": { "text/plain": { "schema": { "type": "string" } } } }"""));

        await AssertRejected(
            folder, "POST /v1/gadgets is not generated from the slice of ", "LAT0004 at /paths/~1v1~1gadgets/post/requestBody", command);
    }

    [Fact]
    public async Task An_operation_that_was_not_generated_before_does_not_block_another()
    {
        using var folder = new SliceFolder("""{ "operations": [ "POST /v1/gadgets" ] }""");
        await folder.RunAsync("slice");
        string broken = WithBody("/v1/gadgets", """{ "content": { "text/plain": { "schema": { "type": "string" } } } }""");
        folder.Write("spec.json", broken);
        folder.Write("stripe.json", folder.Slice.Replace(
            "\"post\": {\n",
            "\"post\": {\n      \"requestBody\": { \"content\": { \"text/plain\": { \"schema\": { \"type\": \"string\" } } } },\n",
            StringComparison.Ordinal));

        Response response = await folder.RunAsync("add", "widgets");

        Assert.Equal((0, ""), (response.Code, response.Error));
    }

    [Fact]
    public async Task Add_does_not_remove_operations_that_slice_json_does_not_list()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");
        folder.Write("slice.json", SliceFolder.Empty);

        await AssertRejected(
            folder, "stripe.json has POST /v1/gadgets, which ", "run `lattice slice` first to remove it.", "add", "widgets");
    }

    [Fact]
    public async Task A_type_cannot_be_displaced_by_another()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec =>
        {
            JsonNode schemas = spec["components"]!["schemas"]!;
            schemas["piece"] = JsonNode.Parse(
                """{ "type": "object", "x-resourceId": "part", "properties": { "id": { "type": "string" } } }""");
            schemas["gizmo"] = JsonNode.Parse(
                """{ "type": "object", "x-resourceId": "gizmo", "properties": { "piece": { "$ref": "#/components/schemas/piece" } } }""");
            JsonNode path = spec["paths"]!["/v1/gadgets"]!.DeepClone();
            path["post"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"] = JsonNode.Parse(
                """{ "$ref": "#/components/schemas/gizmo" }""");
            spec["paths"]!["/v1/a/gizmos"] = path;
        }));
        await folder.RunAsync("add", "gadgets");

        await AssertRejected(
            folder, "Gadget.Part is no longer generated from this document.", "  LAT0006 at /components/schemas/", "add", "/v1/a/gizmos");
    }

    [Fact]
    public async Task Init_does_not_start_next_to_an_existing_stripe_json()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");
        File.Delete(folder.ConfigurationPath);
        IReadOnlyList<(string, string)> before = folder.Snapshot();

        Response response = await folder.RunBareAsync("init");

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains("stripe.json already exists", response.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    private static string WithBody(string path, string body) =>
        SmallSpec.Edit(spec => spec["paths"]![path]!["post"]!["requestBody"] = JsonNode.Parse(body));

    [Theory]
    [InlineData("add", "people")]
    [InlineData("remove", "widgets")]
    public async Task A_document_of_another_version_that_breaks_the_rest_is_rejected(params string[] command)
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");
        await folder.RunAsync("add", "widgets");
        folder.Write("spec.json", OtherVersion(spec =>
            spec["components"]!["schemas"]!["gadget"]!["properties"]!["id"]!["type"] = "integer"));

        await AssertRejected(folder, " is of another version than ", "run `lattice check` with the same --spec", command);
    }

    [Fact]
    public async Task An_operation_can_be_removed_with_a_document_of_another_version_that_breaks_only_what_is_removed()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");
        await folder.RunAsync("add", "widgets");
        folder.Write("spec.json", OtherVersion(spec =>
            spec["components"]!["schemas"]!["widget"]!["properties"]!["id"]!["type"] = "integer"));

        Response response = await folder.RunAsync("remove", "widgets");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains("2031-01-01.test", folder.Slice, StringComparison.Ordinal);
    }

    private static string OtherVersion(Action<JsonNode> edit) => SmallSpec.Edit(spec =>
    {
        spec["info"]!["version"] = "2031-01-01.test";
        edit(spec);
    });

    private static async Task AssertRejected(SliceFolder folder, string message, string reason, params string[] command)
    {
        IReadOnlyList<(string, string)> before = folder.Snapshot();

        Response response = await folder.RunAsync(command);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
        Assert.Contains(reason, response.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }
}
