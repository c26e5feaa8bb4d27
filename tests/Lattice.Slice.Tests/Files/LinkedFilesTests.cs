using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Files;

/// <summary>Files that are links: the file that a link leads to changes, and no other.</summary>
public sealed class LinkedFilesTests : IDisposable
{
    private const string Unrelated = "unrelated";

    private readonly string _root = Directory.CreateTempSubdirectory("lattice-").FullName;

    public LinkedFilesTests()
    {
        Directory.CreateDirectory(At("work/inner"));
        Directory.CreateDirectory(At("shared/deep"));
        Write("spec.json", SmallSpec.Json);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>The links, and unrelated files that a link would lead to if it were resolved against another folder.</summary>
    [UnixFiles.Theory]
    [InlineData("../shared/real.json", "shared/real.json", "work/real.json real.json", "work/slice.json")]
    [InlineData("../shared/real.json", "shared/real.json", "work/other.json other.json", "work/slice.json", "work/inner/../slice.json")]
    [InlineData("../shared/a.json", "shared/deep/real.json", "work/real.json shared/real.json", "shared/a.json>deep/b.json", "shared/deep/b.json>real.json")]
    [InlineData("inner/a.json", "shared/real.json", "work/real.json real.json", "work/inner/a.json>../../shared/real.json")]
    [InlineData("folder/real.json", "shared/deep/real.json", "work/real.json shared/real.json", "work/folder>../shared/deep")]
    [InlineData("folder/../real.json", "shared/real.json", "work/real.json", "work/folder>../shared/deep")]
    public async Task The_file_that_a_relative_link_leads_to_changes(string link, string real, string unrelated, params string[] links)
    {
        foreach (string[] parts in links.Select(text => text.Split('>')).Where(parts => parts.Length == 2))
        {
            File.CreateSymbolicLink(At(parts[0]), parts[1]);
        }

        File.CreateSymbolicLink(At("work/slice.json"), link);
        Write(real, SliceFolder.Empty);
        string[] others = unrelated.Split(' ');
        Array.ForEach(others, other => Write(other, Unrelated));

        Response response = await ToolProcess.RunAsync(At("work"), "add", "gadgets", "--spec", "../spec.json", "--slice", "slice.json");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains("POST /v1/gadgets", Read(real), StringComparison.Ordinal);
        Assert.All(others, other => Assert.Equal(Unrelated, Read(other)));
        Assert.Equal(link, new FileInfo(At("work/slice.json")).LinkTarget);
    }

    [UnixFiles.Theory]
    [InlineData("../shared/report.md")]
    [InlineData("folder/report.md")]
    public async Task A_link_to_a_missing_file_creates_that_file(string link)
    {
        await CreateSliceAsync();
        File.CreateSymbolicLink(At("work/folder"), "../shared");
        File.CreateSymbolicLink(At("work/report.md"), link);

        Response response = await CheckAsync("report.md");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.NotEmpty(Read("shared/report.md"));
        Assert.Equal(link, new FileInfo(At("work/report.md")).LinkTarget);
    }

    [UnixFiles.Theory]
    [InlineData("report.md", "It is a link that leads back to itself.")]
    [InlineData("loop.md", "It is a link that leads back to itself.")]
    [InlineData("../shared", "It is a folder.")]
    [InlineData("../missing/report.md", "Its folder does not exist.")]
    [InlineData("slice.json", "it is the configuration of the slice")]
    [InlineData("folder/stripe.json", "it is the slice")]
    [InlineData("/dev/null", "It is a device, a pipe, or a socket.")]
    public async Task A_link_that_must_not_be_written_is_an_error(string link, string message)
    {
        await CreateSliceAsync();
        File.CreateSymbolicLink(At("work/loop.md"), "report.md");
        File.CreateSymbolicLink(At("work/folder"), ".");
        File.CreateSymbolicLink(At("work/report.md"), link);
        string slice = Read("work/slice.json") + Read("work/stripe.json");

        Response response = await CheckAsync("report.md");

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains($"Cannot write report.md: {message}", response.Error, StringComparison.Ordinal);
        Assert.Equal(slice, Read("work/slice.json") + Read("work/stripe.json"));
        Assert.Equal(link, new FileInfo(At("work/report.md")).LinkTarget);
    }

    private async Task CreateSliceAsync()
    {
        Write("work/slice.json", SliceFolder.Empty);
        await ToolProcess.RunAsync(At("work"), "add", "gadgets", "--spec", "../spec.json", "--slice", "slice.json");
    }

    private Task<Response> CheckAsync(string output) =>
        ToolProcess.RunAsync(At("work"), "check", "--spec", "../spec.json", "--slice", "slice.json", "--output", output);

    private string At(string path) => Path.Combine(_root, path);

    private string Read(string path) => File.ReadAllText(At(path));

    private void Write(string path, string text) => File.WriteAllText(At(path), text);
}
