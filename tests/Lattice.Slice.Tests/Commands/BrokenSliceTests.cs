using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary>A slice.json or stripe.json that is not valid: a clear message, exit code 3, and no change of the files.</summary>
public class BrokenSliceTests
{
    [Theory]
    [InlineData("{ \"operations\": [", "slice.json is truncated")]
    [InlineData("{ \"operations\": [", "Correct it, or restore an earlier version.")]
    [InlineData("<<<<<<< HEAD\n{ \"operations\": [] }\n=======\n", "has conflict markers of a merge, the first in line 1.")]
    [InlineData("{ \"operations\": [\n<<<<<<< HEAD\n=======\n>>>>>>> x\n] }", "has conflict markers of a merge, the first in line 2.")]
    [InlineData("{ \"source\": \"\", \"operations\": [] }", "source: expected a path or a URL, not an empty string.")]
    [InlineData("{ \"source\": \" \", \"operations\": [] }", "source: expected a path or a URL, not an empty string.")]
    [InlineData("{ \"operations\": [], \"operations\": [] }", "an object contains the key \"operations\" twice")]
    [InlineData(
        "{ \"operations\": [], \"descriptions\": {\n\"/info\": \"a\\ud800b\" } }",
        "slice.json is not valid JSON: line 2, column 10: a string contains an unpaired surrogate.")]
    [InlineData("{ \"operation\": [] }", "unknown key \"operation\"")]
    [InlineData("{ }", "has no array \"operations\"")]
    [InlineData("{ \"$schema\": 1, \"operations\": [] }", "$schema: expected a string.")]
    [InlineData("\uFEFF{ \"operations\": [] }", "starts with a byte order mark")]
    [InlineData(
        "{ \"operations\": [ \"POST /v1/gone\" ] }",
        "has no operation \"POST /v1/gone\", which is in slice.json. Did you mean \"POST /v1/gadgets\"")]
    [InlineData(
        "{ \"operations\": [ { \"operation\": \"GET /v1/widgets\", \"as\": \"create\" } ] }",
        "\"GET /v1/widgets\" cannot be generated: it is declared a create operation, "
        + "but its method and response make it a list or a search.")]
    [InlineData(
        "{ \"operations\": [], \"descriptions\": { \"/components/schemas/widge\": \"x\" } }",
        "descriptions: /components/schemas/widge is not in the slice. Did you mean \"/components/schemas/widget\"?")]
    public async Task An_invalid_slice_json_is_an_error(string slice, string message)
    {
        using var folder = new SliceFolder(slice);

        await folder.AssertRejectedAsync(message, "add", "widgets");
    }

    [Theory]
    [InlineData("slice")]
    [InlineData("check")]
    [InlineData("remove", "widgets")]
    [InlineData("add", "widgets")]
    [InlineData("rename", "widget", "Thing")]
    public async Task A_slice_json_without_operations_is_an_error_for_every_command(params string[] command)
    {
        using var folder = new SliceFolder("""{ "source": "spec.json" }""");

        await folder.AssertRejectedAsync("has no array \"operations\". Add \"operations\": [] to it.", command);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"openapi\": \"3.0.0\", \"info")]
    [InlineData("<<<<<<< HEAD\n")]
    [InlineData("{}")]
    public async Task A_broken_stripe_json_is_created_again_by_lattice_slice(string slice)
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");
        string good = folder.Slice;
        folder.Write("stripe.json", slice);

        await folder.AssertRejectedAsync("To create it again, run `lattice slice`.", "add", "widgets");
        Assert.DoesNotContain("Download", (await folder.RunAsync("check")).Error, StringComparison.Ordinal);
        Response again = await folder.RunAsync("slice");

        Assert.Equal((0, good), (again.Code, folder.Slice));
    }

    [Fact]
    public async Task A_read_only_slice_is_an_error()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");
        File.SetAttributes(folder.SlicePath, FileAttributes.ReadOnly);

        await folder.AssertRejectedAsync($"Cannot write {folder.SlicePath}: It is read-only. No file has changed.", "add", "widgets");

        File.SetAttributes(folder.SlicePath, FileAttributes.Normal);
    }
}
