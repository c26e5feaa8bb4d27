using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary><c>lattice slice</c>.</summary>
public class SliceCommandTests
{
    [Fact]
    public async Task Slice_writes_the_slice_and_reports_secrets()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");
        string slice = folder.Slice;
        File.Delete(folder.SlicePath);

        Response response = await folder.RunAsync("slice");

        Assert.Equal((0, slice), (response.Code, folder.Slice));
        Assert.Contains(": 1 operation, 4 schemas, ", response.Output, StringComparison.Ordinal);
        Assert.Contains(
            "/components/schemas/widget/properties/secret       it is a credential  rule secret", response.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slice_reads_the_source_in_slice_json()
    {
        using var folder = new SliceFolder("""{ "source": "spec.json", "operations": [ "POST /v1/gadgets" ] }""");

        Response response = await folder.RunBareAsync("slice");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains("/v1/gadgets", folder.Slice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slice_pins_nothing_for_a_slice_without_operations()
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunAsync("slice");
        IReadOnlyList<(string, string)> before = folder.Snapshot();
        await folder.RunAsync("add", "gadgets");
        await folder.RunBareAsync("remove", "gadgets");

        Assert.Equal((0, SliceFolder.Empty), (response.Code, folder.Configuration));
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public async Task Slice_keeps_the_pin_of_a_slice_without_operations_up_to_date()
    {
        using var folder = new SliceFolder($$"""{ "pinned": { "sha256": "{{new string('0', 64)}}" }, "operations": [] }""");

        Response response = await folder.RunAsync("slice");

        Assert.Equal(0, response.Code);
        Assert.Contains("\"version\": \"2030-01-01.test\"", folder.Configuration, StringComparison.Ordinal);
    }
}
