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
    public async Task Init_does_not_overwrite_a_slice()
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync("init");

        Assert.Equal(3, response.Code);
        Assert.Contains("already exists", response.Error, StringComparison.Ordinal);
        Assert.Equal(SliceFolder.Empty, folder.Configuration);
    }
}
