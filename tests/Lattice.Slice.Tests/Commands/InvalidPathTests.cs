using System.Text.Json.Nodes;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary>Operations with invalid paths are not listed as creates and cannot be added.</summary>
public class InvalidPathTests
{
    public static TheoryData<string, string> Paths => new()
    {
        { "//evil.example/gadgets", "the path is not valid: it contains an empty segment" },
        { "/https://evil.example/gadgets", "the path is not valid: it contains an empty segment" },
        { "/v1/../gadgets", "the path is not valid: its segment '..' refers to another path" },
        { "/v1/%2e%2e/gadgets", "the path is not valid: it contains the character '%'" },
        { "v1/gadgets", "the path is not valid: it must start with a slash" },
        { "/v1/{widget}.x/gadgets", "a placeholder that is only a part of a path segment is not supported" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task An_invalid_path_is_not_listed_as_a_create(string path, string reason)
    {
        using var folder = new SliceFolder(spec: Move(path));

        Response creates = await folder.RunAsync("list");
        Response all = await folder.RunAsync("list", "--all");

        Assert.DoesNotContain("gadgets", creates.Output, StringComparison.Ordinal);
        Assert.Contains("3 create operations in ", creates.Output, StringComparison.Ordinal);
        Assert.Contains(reason, all.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task An_invalid_path_cannot_be_added(string path, string reason)
    {
        using var folder = new SliceFolder(spec: Move(path));

        Response added = await folder.RunAsync("add", path);
        Response chosen = await folder.RunAsync("add", $"POST {path}", "--as", "action");

        Assert.Equal((3, 3), (added.Code, chosen.Code));
        Assert.Contains($"POST {path} cannot be added: {reason}.", added.Error, StringComparison.Ordinal);
        Assert.Equal(added.Error, chosen.Error);
        Assert.Equal(SliceFolder.Empty, folder.Configuration);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task An_invalid_path_in_slice_json_is_an_error(string path, string reason)
    {
        string slice = $$"""{ "operations": [ "POST {{path}}" ] }""";
        using var folder = new SliceFolder(slice, Move(path));

        Response response = await folder.RunAsync("slice");

        Assert.Equal(3, response.Code);
        Assert.Contains(reason, response.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.SlicePath));
    }

    [Fact]
    public async Task Add_reports_the_warning_of_the_build_about_a_server()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec =>
            spec["paths"]!["/v1/gadgets"]!["post"]!["servers"] = new JsonArray(new JsonObject { ["url"] = "https://evil.example/" })));

        Response response = await folder.RunAsync("add", "gadgets");

        Assert.Equal(0, response.Code);
        Assert.Contains(
            "The build will report LAT0004: '/v1/gadgets.servers.0.url' is ignored", response.Output, StringComparison.Ordinal);
    }

    /// <summary>Moves the gadgets to another path.</summary>
    private static string Move(string path) => SmallSpec.Edit(spec =>
    {
        JsonObject paths = spec["paths"]!.AsObject();
        JsonNode gadgets = paths["/v1/gadgets"]!;
        paths.Remove("/v1/gadgets");
        paths[path] = gadgets;
    });
}
