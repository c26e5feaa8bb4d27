using System.Text.Json.Nodes;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary><c>lattice init</c>.</summary>
public class InitCommandTests
{
    [Fact]
    public async Task Init_creates_a_slice_for_add()
    {
        using var folder = new SliceFolder(slice: null);

        Response init = await folder.RunBareAsync("init");
        Response add = await folder.RunAsync("add", "widgets");

        Assert.Equal((0, 0), (init.Code, add.Code));
        Assert.Contains(
            "https://raw.githubusercontent.com/stripe/openapi/master/openapi/spec3.json", folder.Configuration, StringComparison.Ordinal);
        Assert.Contains("\"operations\": [\n    \"POST /v1/widgets\"\n  ]", folder.Configuration, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.Folder, "slice.schema.json")));
    }

    [Fact]
    public async Task Init_with_a_document_makes_it_the_source()
    {
        using var folder = new SliceFolder(slice: null);

        Response init = await folder.RunAsync("init");
        Response list = await folder.RunBareAsync("list", "widgets");
        Response add = await folder.RunBareAsync("add", "widgets", "gadgets");

        Assert.Equal([(0, ""), (0, ""), (0, "")], new[] { init, list, add }.Select(response => (response.Code, response.Error)));
        Assert.Equal(folder.Spec, (string?)JsonNode.Parse(folder.Configuration)!["source"]);
        Assert.Contains("API version 2030-01-01.test", init.Output, StringComparison.Ordinal);
        Assert.Contains("/v1/gadgets", folder.Slice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json", "missing.json does not exist")]
    [InlineData("https://me:secret@example.com/spec3.json", "contains a user or a password")]
    [InlineData("ftp://example.com/spec3.json", "is not a supported URL")]
    public async Task Init_with_a_wrong_document_creates_nothing(string spec, string message)
    {
        using var folder = new SliceFolder(slice: null);

        Response response = await folder.RunBareAsync("init", "--spec", spec);

        Assert.Equal(3, response.Code);
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret@", response.Error, StringComparison.Ordinal);
        Assert.Equal(["spec.json"], folder.Snapshot().Select(file => file.Name));
    }

    [Fact]
    public async Task Init_does_not_overwrite_a_slice()
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync("init");

        Assert.Equal(3, response.Code);
        Assert.Contains("already exists", response.Error, StringComparison.Ordinal);
        Assert.Equal(SliceFolder.Empty, folder.Configuration);
    }
}
