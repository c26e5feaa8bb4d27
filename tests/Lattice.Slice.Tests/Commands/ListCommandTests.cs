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
    public async Task List_all_shows_why_an_operation_is_not_a_create()
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunAsync("list", "--all", "widgets/");

        Assert.Contains("update: its path ends in {widget}", response.Output, StringComparison.Ordinal);
        Assert.Contains("action: \"spin\" is not the collection of widget", response.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("/v1/gadgets", response.Output, StringComparison.Ordinal);
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

    private static string Squeeze(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
